import { labelOf, listed } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import { tablesOfKind } from '$lib/library/library-meta';
import type { InputTable } from '$lib/policy/inputs/input-table';

/** Kinds that are no table of the inputs. */
const otherKinds: Record<string, () => string> = {
  'kpi-form': m.kind_kpi_form,
  package: m.kind_package,
  'summary-table': m.kind_summary_table,
};

/** Names of the tables that a file held (`source_file.kind`); a name that is not known stays as it is. */
export function kindWords(kind: string, inputs: readonly InputTable[]): string {
  const names = kind.split(' ').map((one) => {
    const annexes = tablesOfKind(one);
    if (annexes.length > 0) return m.annex({ number: listed(annexes) });
    const table = inputs.find(({ id }) => id === one);
    return otherKinds[one]?.() ?? (table ? labelOf(table.name) : one);
  });
  return listed(names);
}
