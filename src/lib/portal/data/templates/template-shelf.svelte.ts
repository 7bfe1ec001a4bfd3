import { findTemplates } from '$lib/library/templates/find-templates';
import type { BlankTemplate } from '$lib/library/templates/list-templates';
import type { Rulebook } from '$lib/policy/rulebook';
import { saveBlob } from '$lib/ui/download';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The blank tables that a user can download; their definitions and the writer are loaded when they are wanted. */
export class TemplateShelf {
  templates = $state.raw<readonly BlankTemplate[] | null>(null);
  failed = $state(false);
  words = $state('');
  year = $state<string>('');
  /** Name of the file that was saved last. */
  saved = $state('');

  readonly tables = $derived((this.templates ?? []).filter(({ kind }) => kind !== 'form'));
  private readonly forms = $derived((this.templates ?? []).filter(({ kind }) => kind === 'form'));
  readonly years = $derived(
    this.forms
      .map(({ guideYear }) => String(guideYear))
      .filter((year, index, years) => years.indexOf(year) === index),
  );
  readonly found = $derived(
    findTemplates(
      this.forms.filter(({ guideYear }) => String(guideYear) === this.year),
      this.words,
    ),
  );

  async load(rulebook: Rulebook, year: number): Promise<void> {
    this.failed = false;
    try {
      const [{ listTemplates }, forms, tables] = await Promise.all([
        import('$lib/library/templates/list-templates'),
        import('virtual:fundlens-forms'),
        import('virtual:fundlens-inputs'),
      ]);
      this.templates = listTemplates({ rulebook, forms: forms.default, tables: tables.default }, year);
      this.year = this.years[0] ?? '';
    } catch {
      this.failed = true;
    }
  }

  async save({ fileName, sheet }: BlankTemplate): Promise<void> {
    this.failed = false;
    try {
      const { writeTemplate } = await import('$lib/library/templates/write-template');
      const bytes = await writeTemplate([sheet()]);
      saveBlob(fileName, new Blob([Uint8Array.from(bytes)], { type: xlsx }));
      this.saved = fileName;
    } catch {
      this.failed = true;
    }
  }
}
