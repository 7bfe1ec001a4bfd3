import type { Fen } from '$lib/domain/money';
import type { Row } from '$lib/domain/tables';
import { m } from '$lib/i18n/paraglide/messages';
import type { SourceRef, SubsidyBase } from '$lib/policy/rulebook';
import { ceilingLines } from '../policy/calculator/ceiling-lines';
import { recordedCeiling, type ProjectCase } from './project-case';

/** A step of the money's way from the declared investment to what is still to be paid. */
export interface MoneyLine {
  key: string;
  label: string;
  fen: Fen;
  /** `whole` is what is spent on the project, `rule` what the standard makes of it, `grant` what was granted. */
  look: 'whole' | 'rule' | 'grant' | 'open';
  strong: boolean;
  note: string | null;
  source: SourceRef | null;
  /** The column of the project's own row that holds it. */
  field?: keyof Row<'project'>;
}

type Given = Omit<MoneyLine, 'fen' | 'strong' | 'source'> & { fen: Fen | null };
const stated = (lines: Given[]): MoneyLine[] =>
  lines.flatMap((line) =>
    line.fen === null ? [] : [{ ...line, fen: line.fen, strong: false, source: null }],
  );

function ruleLines({ ruling }: ProjectCase, bases: readonly SubsidyBase[]): MoneyLine[] {
  if (!ruling) return [];
  return ceilingLines(ruling.subsidy, ruling.assessment, bases).flatMap((line): MoneyLine[] =>
    line.kind === 'payment' || line.fen === null
      ? []
      : [
          {
            key: line.key,
            label: line.label,
            fen: line.fen,
            look: line.kind === 'base' ? 'whole' : 'rule',
            strong: line.kind === 'result',
            note: line.note,
            source: line.source,
          },
        ],
  );
}

function grantLines({ view }: ProjectCase): MoneyLine[] {
  const { row, standing, payments, recoveries } = view;
  const last = payments.at(-1);
  const isAwarded = standing.award_fen !== null;
  const awardedOn =
    standing.is_awarded && row.awarded_on ? m.project_from_award({ day: row.awarded_on }) : null;
  return stated([
    {
      key: 'requested',
      label: m.project_line_requested(),
      fen: row.requested_fen,
      field: 'requested_fen',
      look: 'rule',
      note: m.project_from_table(),
    },
    { key: 'award', label: m.project_line_award(), fen: standing.award_fen, look: 'grant', note: awardedOn },
    {
      key: 'paid',
      label: m.project_line_paid(),
      fen: isAwarded ? standing.paid_fen : null,
      look: 'grant',
      note: last
        ? m.project_from_payments({ count: payments.length, day: last.paid_on })
        : m.project_from_payments_none(),
    },
    {
      key: 'unpaid',
      label: m.project_line_unpaid(),
      fen: standing.unpaid_fen,
      look: 'open',
      note: standing.is_terminated ? m.project_from_unpaid_ended() : m.project_from_unpaid(),
    },
    {
      key: 'recovered',
      label: m.project_line_recovered(),
      fen: recoveries.length > 0 ? standing.recovered_fen : null,
      look: 'open',
      note: recoveries.map(({ recovered_on }) => recovered_on).join(m.word_comma()),
    },
  ]);
}

/** All lines whose amount is known, from the declared investment down to what is unpaid. */
export function moneyLines(one: ProjectCase, bases: readonly SubsidyBase[]): MoneyLine[] {
  const knowsPayments = one.meta.datasets.includes('disbursements');
  const investment = stated([
    {
      key: 'investment',
      label: m.project_line_investment(),
      fen: one.view.row.total_investment_fen,
      field: 'total_investment_fen',
      look: 'whole',
      note: m.project_from_table(),
    },
  ]);
  const recorded = stated([
    {
      key: 'recorded',
      label: m.project_line_recorded(),
      fen: recordedCeiling(one),
      look: 'rule',
      note: m.project_from_library(),
    },
  ]);
  const grants = grantLines(one).filter(({ key }) => knowsPayments || (key !== 'paid' && key !== 'unpaid'));
  return [...investment, ...ruleLines(one, bases), ...recorded, ...grants];
}
