import type { AwardAgreement, DutyDue } from './agreement.ts';
import { checkNumbers, PrintedAnnex } from './printed-annex.ts';
import type { AgreementText, DueText } from './schema-agreement.ts';
import type { UnitsText } from './schema-parts.ts';

function compileDue(annex: PrintedAnnex, due: DueText, section: string): DutyDue {
  if (due.kind !== 'within') return due;
  const { id, name } = annex.unit(due.unit);
  return {
    kind: 'within',
    value: due.value,
    unit: { id, name },
    after: due.after,
    source: annex.source(due.words, section),
  };
}

function compileDuty(annex: PrintedAnnex, text: AgreementText['duties'][number]) {
  const { id, party, kind, due, scope, note, ambiguities, ...row } = text;
  return {
    ...annex.row(row),
    id,
    partyId: party,
    kind,
    due: due ? compileDue(annex, due, text.section) : null,
    scope: scope.map((one) => annex.quantity(one, text.section)),
    note: note ?? null,
    ambiguityIds: ambiguities,
  };
}

/** 附件5. @throws AnnexError when numbers leave a gap or a unit is unknown. */
export function compileAgreement(text: AgreementText, units: UnitsText['units']): AwardAgreement {
  const annex = new PrintedAnnex(text, units);
  const { exclusion, validity, copies } = text;
  checkNumbers(
    exclusion.circumstances.map(({ number }) => number),
    'exclusion',
  );
  return {
    title: text.title,
    parties: text.parties.map(({ id, printed, ...row }) => ({ ...annex.row(row), id, printed })),
    duties: text.duties.map((duty) => compileDuty(annex, duty)),
    breaches: text.breaches.map(({ id, consequence, ...row }) => ({ ...annex.row(row), id, consequence })),
    exclusion: {
      ...annex.row(exclusion),
      period: annex.quantity(exclusion.period, exclusion.section),
      circumstances: exclusion.circumstances.map(({ number, ...row }) => ({
        ...annex.row({ ...row, section: exclusion.section }),
        number,
      })),
    },
    validity: {
      afterAcceptance: annex.quantity(validity.after_acceptance, validity.section),
      source: annex.source(validity.words, validity.section),
    },
    copies: {
      total: annex.quantity(copies.total, copies.section),
      held: copies.held.map(({ party, ...quantity }) => ({
        partyId: party,
        quantity: annex.quantity(quantity, copies.section),
      })),
    },
    ambiguities: text.ambiguities,
  };
}
