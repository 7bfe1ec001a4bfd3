import type { Finding } from '$lib/domain/finding';
import { comparisonKey } from '../values/text';
import type { FindingLog } from './finding-log';
import type { RowValues } from './read-row';
import { columnFor, type SheetContext } from './sheet-context';

interface Seen {
  file: string;
  sheet: string | null;
  row: number;
}

/** Where it stands, as a person would write it. */
const placeOf = ({ file, sheet, row }: Seen): string => [file, sheet, row + 1].filter(Boolean).join(' · ');

/** The same recipient with the same project is one project, whatever the width, case or spaces of the letters. */
export const projectKey = (recipient: string, project: string): string =>
  `${comparisonKey(recipient)}|${comparisonKey(project)}`;

/** Remembers the good rows of one import and names rows that come twice. */
export class DuplicateWatch {
  private readonly projects = new Map<string, Seen>();
  private readonly recipients = new Map<string, Seen>();

  /** Names a second row of the same project (an error), or a second project of the same recipient (a warning). */
  check(
    context: SheetContext,
    values: RowValues,
    origin: { file: string; sheet: string | null },
    log: FindingLog,
  ): void {
    const recipient = values.texts.get('recipient_name');
    const project = values.texts.get('name');
    if (recipient === undefined || project === undefined) return;
    const key = projectKey(recipient, project);
    const owner = comparisonKey(recipient);
    const earlier = this.projects.get(key);
    const sibling = this.recipients.get(owner);
    const name = (
      code: 'duplicate_row' | 'duplicate_in_other_file' | 'recipient_twice',
      field: string,
      seen: Seen,
    ): Finding => {
      const index = columnFor(context, field)?.index;
      const place = { row: values.row, column: field, ...(index === undefined ? {} : { index }) };
      return log.add(code, {
        ...place,
        found: field === 'name' ? project : recipient,
        expected: placeOf(seen),
      });
    };
    if (earlier) {
      const code = earlier.file === origin.file ? 'duplicate_row' : 'duplicate_in_other_file';
      values.findings.push(name(code, 'name', earlier));
      return;
    }
    if (sibling) values.findings.push(name('recipient_twice', 'recipient_name', sibling));
    const seen: Seen = { ...origin, row: values.row };
    this.projects.set(key, seen);
    if (!sibling) this.recipients.set(owner, seen);
  }
}
