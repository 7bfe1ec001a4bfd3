import { m } from '$lib/i18n/paraglide/messages';
import type { Row } from '$lib/domain/tables';
import type { AgreementDuty } from '$lib/policy/annexes/agreement';
import { quantityWords } from '../policy/annexes/quantity-words';
import type { CheckedItem, DutyLine } from './agreed-papers';

/** What was recorded for an item: yes, no, or words; null where the cell was blank. */
export function answerOf(
  found: Pick<Row<'checklist'>, 'answer' | 'note'> | null,
): { state: 'met' | 'not_met' | null; words: string } | null {
  if (!found) return null;
  const { answer, note } = found;
  if (answer === 'yes') return { state: 'met', words: note ?? m.project_checklist_yes() };
  if (answer === 'no') return { state: 'not_met', words: note ?? m.project_checklist_no() };
  const words = answer ?? note;
  return words === null ? null : { state: null, words };
}

export function checklistTitle(lines: readonly CheckedItem[]): string {
  const recorded = lines.filter(({ found }) => answerOf(found) !== null).length;
  if (recorded === 0) return m.project_checklist_title_none({ count: lines.length });
  const faulty = lines.filter(({ found }) => found?.answer === 'no').length;
  return faulty > 0
    ? m.project_checklist_title_faulty({ count: lines.length, faulty })
    : m.project_checklist_title({ count: lines.length, recorded });
}

export const dutiesTitle = (lines: readonly DutyLine[], isAwarded: boolean): string => {
  const own = lines.filter(({ duty, applies }) => duty.partyId === 'undertaker' && applies !== false).length;
  return isAwarded ? m.project_duties_title({ own }) : m.project_duties_title_later({ own });
};

export const partyWords = (party: AgreementDuty['partyId']): string =>
  ({
    authority: m.project_party_authority,
    undertaker: m.project_party_undertaker,
    nominator: m.project_party_nominator,
    all: m.policy_all_parties,
  })[party]();

/** For which amounts a duty holds, and whether this project is among them. */
export function appliesWords({ scope }: AgreementDuty, applies: boolean | null): string {
  const amounts = m.policy_for_amounts({ amounts: scope.map(quantityWords).join(m.policy_and()) });
  const word =
    applies === null
      ? m.project_duty_undetermined()
      : applies
        ? m.project_duty_applies()
        : m.project_duty_not_here();
  return `${amounts}${m.policy_semicolon()}${word}`;
}
