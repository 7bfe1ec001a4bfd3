import { rulesFolder, yamlReader } from '../read-yaml.ts';
import { RulesError } from '../rules-error.ts';
import type { InputColumn, InputTable } from './input-table.ts';
import { inputTablesSchema, type InputTablesText } from './schema.ts';

const file = 'forms/input-tables.yaml';

type ColumnText = InputTablesText['project_columns'][number];
type TableText = InputTablesText['tables'][number];

const numberColumn: InputColumn = {
  field: 'line_number',
  header: '序号',
  aliases: ['No.', 'No'],
  kind: 'sequence',
  unit: null,
  required: false,
  edge: 'start',
  options: [],
};

function columnOf(text: InputTablesText, column: ColumnText): InputColumn {
  const { options, unit, ...rest } = column;
  const list = options === undefined ? [] : text.options[options];
  if (!list) throw new RulesError(file, column.field, `no options “${options}”`);
  return { ...rest, unit: unit ?? null, options: list };
}

function tableOf(text: InputTablesText, table: TableText): InputTable {
  const own = table.joins_project ? [...text.project_columns, ...table.columns] : table.columns;
  const columns = [numberColumn, ...own.map((column) => columnOf(text, column))];
  const stray = table.telling.find((field) => !columns.some((column) => column.field === field));
  if (stray) throw new RulesError(file, table.id, `telling: no column “${stray}”`);
  return {
    id: table.id,
    name: table.name,
    title: table.title,
    joinsProject: table.joins_project,
    quartersAcross: table.quarters_across,
    telling: table.telling,
    columns,
  };
}

/**
 * The tables that come beside the summary tables (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem.
 */
export function readInputTables(folder: string = rulesFolder): InputTable[] {
  const text = yamlReader(folder)(file, inputTablesSchema);
  return text.tables.map((table) => tableOf(text, table));
}
