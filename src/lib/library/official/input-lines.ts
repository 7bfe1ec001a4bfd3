import { inUnit } from '$lib/domain/money';
import type { LibraryRows, Row } from '$lib/domain/tables';
import type { InputColumn, InputTable } from '$lib/policy/inputs/input-table';
import type { CellValue, TableRow } from '../package/table-columns';
import type { InputLine } from '../templates/input-template';
import type { TemplateValue } from '../templates/template';
import { factWords } from './fact-words';
import type { OfficialNames } from './official-names';
import { quarterWords } from './quarter-words';

/** A line with the project that it names. */
export interface ProjectLine {
  project: Row<'project'> | null;
  line: InputLine;
}

const optionId = (value: CellValue): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

const optionWords = ({ options }: InputColumn, value: CellValue): string | null =>
  options.find(({ id }) => id === optionId(value))?.words[0] ?? null;

const plain = (value: CellValue): TemplateValue =>
  typeof value === 'boolean' ? (value ? '是' : '否') : value;

/** Columns in which a table says its fact, and where the library keeps what is said of it. */
const factColumns = [
  { fact: 'item_id', value: 'answer', number: null, text: 'answer' },
  { fact: 'fact_id', value: 'value_number', number: 'value_number', text: 'value_text' },
] as const;

/** Writes the rows of one table: ids in words, amounts in the table's unit, days as they are. */
export class LineWriter {
  constructor(
    private readonly table: InputTable,
    private readonly names: OfficialNames,
  ) {}

  line(row: TableRow, project: Row<'project'> | null): InputLine {
    const line: Record<string, TemplateValue> = {};
    for (const column of this.table.columns) {
      const { field } = column;
      const own = this.table.joinsProject && project ? this.ofProject(field, project) : null;
      line[field] = own ?? this.words(column, row);
    }
    return line;
  }

  private ofProject(field: string, project: Row<'project'>): string | null {
    if (field === 'project_id') return project.project_id;
    if (field === 'recipient_name') return project.recipient_name;
    return field === 'name' ? project.name : null;
  }

  private words(column: InputColumn, row: TableRow): TemplateValue {
    const { field, kind } = column;
    const said = factColumns.find(({ value }) => value === field);
    if (kind === 'value' && said) return this.factValue(row, said);
    const value = row[field] ?? null;
    if (value === null || kind === 'sequence') return null;
    const text = String(value);
    if (kind === 'money' && typeof value === 'number') return inUnit(value, column.unit ?? 'wanYuan');
    if (kind === 'category') return this.names.category(text);
    if (kind === 'place') return this.names.region(text);
    if (kind === 'cluster') return optionWords(column, value) ?? this.names.cluster(text);
    if (kind === 'period') return quarterWords(text);
    if (kind === 'fact') return this.table.facts.find(({ id }) => id === value)?.words[0] ?? text;
    return optionWords(column, value) ?? plain(value);
  }

  private factValue(row: TableRow, columns: (typeof factColumns)[number]): TemplateValue {
    const fact = this.table.facts.find(({ id }) => id === row[columns.fact]);
    const number = columns.number === null ? null : (row[columns.number] ?? null);
    const text = row[columns.text] ?? null;
    const value = {
      number: typeof number === 'number' ? number : null,
      text: text === null ? null : String(text),
    };
    return fact ? factWords(fact, this.table, value) : (value.number ?? value.text);
  }
}

/** Rows as lines of a table; those of an unknown project are left out, because nothing could join them again. */
export function projectLines(
  table: InputTable,
  names: OfficialNames,
  rows: readonly TableRow[],
  { project: projects }: Pick<LibraryRows, 'project'>,
): ProjectLine[] {
  const writer = new LineWriter(table, names);
  if (!table.joinsProject) return rows.map((row) => ({ project: null, line: writer.line(row, null) }));
  const byId = new Map(projects.map((project) => [project.project_id, project]));
  return rows.flatMap((row) => {
    const project = byId.get(String(row['project_id']));
    return project ? [{ project, line: writer.line(row, project) }] : [];
  });
}
