import type { Library } from '$lib/domain/library';
import { inUnit } from '$lib/domain/money';
import type { Category, Rulebook } from '$lib/policy/rulebook';

const wan = (amount: number): string => inUnit(amount, 'wanYuan').toFixed(0);

interface Line {
  label: string;
  applications: number;
  awards: number;
  quota: number | null;
  appropriation: number;
  ceiling: number;
  awarded: number;
  planned: number;
  paid: number;
}

function lineOf(
  library: Library,
  label: string,
  quota: number | null,
  belongs: (id: string) => boolean,
): Line {
  const { rows, meta } = library;
  const projects = rows.project.filter((row) => belongs(row.category_id));
  const awarded = projects.filter((row) => row.awarded_on !== null);
  const ids = new Set(awarded.map((row) => row.project_id));
  const sum = (amounts: (number | null)[]): number =>
    amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  return {
    label,
    applications: projects.length,
    awards: awarded.length,
    quota,
    appropriation: sum(rows.appropriation.map((row) => (belongs(row.category_id) ? row.amount_fen : 0))),
    ceiling: sum(awarded.map((row) => row.ceiling_fen)),
    awarded: sum(awarded.map((row) => row.award_fen)),
    planned: sum(
      rows.tranche.map((row) =>
        ids.has(row.project_id) && row.planned_on <= meta.asOf ? row.planned_fen : 0,
      ),
    ),
    paid: sum(rows.disbursement.map((row) => (ids.has(row.project_id) ? row.paid_fen : 0))),
  };
}

const percent = (part: number, whole: number | null): string =>
  whole ? `${((100 * part) / whole).toFixed(0)}%` : '-';

const print = (line: Line): string =>
  [
    line.label.padEnd(44),
    String(line.applications).padStart(5),
    String(line.awards).padStart(5),
    String(line.quota ?? '-').padStart(5),
    wan(line.appropriation).padStart(8),
    wan(line.ceiling).padStart(8),
    wan(line.awarded).padStart(8),
    wan(line.planned).padStart(8),
    wan(line.paid).padStart(8),
    percent(line.paid, line.appropriation).padStart(5),
    percent(line.paid, line.awarded).padStart(5),
  ].join(' ');

/** A table of all categories for the person who tunes the demo parameters; money in 万元. */
export function summaryOf(rulebook: Rulebook, library: Library): string {
  const head = [
    'category'.padEnd(44),
    ' apps award quota   approp  ceiling  awarded  planned     paid  p/ap  p/aw',
  ].join(' ');
  const lines = rulebook.guides.flatMap((guide) => {
    const of = (category: Category): Line =>
      lineOf(library, category.id, category.quota?.value ?? null, (id) => id === category.id);
    const all = lineOf(library, `${guide.year} in all`, null, (id) => id.includes(`/${guide.year}/`));
    const quota = guide.categories.reduce((sum, category) => sum + (category.quota?.value ?? 0), 0);
    return [...guide.categories.map(of), { ...all, quota }].map(print);
  });
  return [head, ...lines].join('\n');
}
