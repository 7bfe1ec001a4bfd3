import type { SourceRef } from '../rulebook.ts';
import type { FormGroup, FormLevel, GroupChoice, Indicator, IndicatorParts, KpiForm } from './form.ts';
import type { IndicatorKind, Measure, ScorePart, Unit } from './form.ts';
import type { BlockText, FormText, FormWordsText, PartText, RowText } from './schema.ts';

/** A form that does not hold together, such as a row of a group that it does not have; the reader adds the file. */
export class FormError extends Error {
  constructor(
    readonly place: string,
    problem: string,
  ) {
    super(problem);
    this.name = 'FormError';
  }
}

/** Levels and units by what the forms call them. */
class FormWords {
  constructor(private readonly text: FormWordsText) {}

  unit(printed: string | undefined, place: string): Unit | null {
    if (printed === undefined) return null;
    const found = this.text.units.find((unit) => unit.name.zh === printed);
    if (!found) throw new FormError(place, `no unit “${printed}” in forms/indicators.yaml`);
    return { name: found.name, kind: found.kind, money: found.money ?? null };
  }

  level(which: 'level1' | 'level2', id: string): { level: FormLevel; part: ScorePart | null } {
    const found = this.text[which].find((level) => level.id === id);
    if (!found) throw new FormError(which, `no level “${id}” in forms/indicators.yaml`);
    return { level: { id: found.id, name: found.name }, part: found.part ?? null };
  }
}

const kindOf = (text: PartText): IndicatorKind => text.kind ?? 'quantitative';

/** Compiles the rows of one form; sources share its document and section. */
class RowCompiler {
  private readonly words: FormWords;

  constructor(
    private readonly form: FormText,
    words: FormWordsText,
  ) {
    this.words = new FormWords(words);
  }

  source(words: string, section: string = this.form.section): SourceRef {
    return { document: this.form.document, section, words };
  }

  private measure(text: PartText): Measure {
    const kind = kindOf(text);
    const { bound } = text;
    return {
      id: text.id,
      name: text.name,
      unit: this.words.unit(text.unit, text.id),
      kind,
      direction: text.direction ?? (kind === 'quantitative' ? 'higher' : 'none'),
      bound: bound
        ? {
            value:
              bound.at_least === undefined
                ? { comparison: 'at_most', value: bound.at_most ?? 0 }
                : { comparison: 'at_least', value: bound.at_least },
            source: this.source(bound.words),
          }
        : null,
      source: this.source(text.words),
    };
  }

  private parts(parts: NonNullable<RowText['parts']>): IndicatorParts {
    return {
      asked: parts.asked,
      list: parts.list.map((one) => this.measure(one)),
      source: this.source(parts.words),
    };
  }

  private indicator(text: RowText, place: Pick<Indicator, 'level1' | 'level2' | 'part'>): Indicator {
    return {
      ...this.measure(text),
      ...place,
      formId: this.form.id,
      guideYear: this.form.guide_year,
      sequence: 0,
      heading: null,
      readAs: this.words.unit(text.read_as, text.id),
      group: null,
      marked: false,
      required: text.required
        ? { groups: text.required.groups, source: this.source(text.required.words) }
        : null,
      mayBlank: text.may_blank
        ? { groups: text.may_blank.groups, source: this.source(text.may_blank.words, text.may_blank.section) }
        : null,
      partOf: text.part_of ?? null,
      options: text.options?.list ?? [],
      parts: text.parts ? this.parts(text.parts) : null,
    };
  }

  block(text: BlockText): Indicator[] {
    const first = this.words.level('level1', text.level1);
    const second = this.words.level('level2', text.level2);
    const part = second.part ?? first.part ?? 'own';
    const place = { level1: first.level, level2: second.level, part };
    return text.rows.map((row) => ({
      ...this.indicator(row, place),
      heading: text.heading ?? null,
      group: text.group ?? null,
      marked: text.mark === '*',
    }));
  }

  own(text: RowText): Indicator {
    const { level } = this.words.level('level1', 'own');
    return this.indicator(text, { level1: level, level2: null, part: 'own' });
  }
}

const groupsOf = (text: FormText, rows: RowCompiler): FormGroup[] =>
  text.groups.map(({ words, parent, ...group }) => ({
    ...group,
    parent: parent ?? null,
    source: rows.source(words),
  }));

const choicesOf = (text: FormText, rows: RowCompiler): GroupChoice[] =>
  text.choices.map((choice) => ({
    of: choice.of,
    atLeast: choice.at_least,
    atMost: choice.at_most ?? null,
    within: choice.within ?? null,
    byReading: choice.by_reading ?? null,
    source: rows.source(choice.words, choice.section),
  }));

/**
 * One form from its file and the words that the forms share.
 * @throws FormError for a unit or level that nobody knows.
 */
export function compileForm(text: FormText, words: FormWordsText): KpiForm {
  const rows = new RowCompiler(text, words);
  const common = text.blocks.flatMap((block) => rows.block(block));
  const own = (text.own_rows ?? []).map((row) => rows.own(row));
  return {
    id: text.id,
    guideYear: text.guide_year,
    title: text.title,
    source: rows.source(text.title.zh),
    annualTarget: text.annual_target,
    valueHeader: text.value_header,
    valueBasis: text.value_basis
      ? {
          name: text.value_basis.name,
          asOf: text.value_basis.as_of,
          source: rows.source(text.value_basis.words),
        }
      : null,
    groups: groupsOf(text, rows),
    choices: choicesOf(text, rows),
    rowMinimums: text.row_minimums.map(({ group, level2, at_least, words: said }) => ({
      group,
      level2,
      atLeast: at_least,
      source: rows.source(said),
    })),
    openRows: text.open_rows.map(({ words: said, ...open }) => ({ ...open, source: rows.source(said) })),
    indicators: common.map((one, index) => ({ ...one, sequence: index + 1 })),
    ownIndicators: own.map((one, index) => ({ ...one, sequence: common.length + index + 1 })),
    takesOwnIndicators: text.own_rows !== undefined,
    ambiguities: text.ambiguities,
  };
}
