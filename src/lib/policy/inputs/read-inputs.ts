import { rulesFolder, yamlReader } from '../read-yaml.ts';
import { RulesError } from '../rules-error.ts';
import type { InputColumn, InputTable } from './input-table.ts';
import { noticeTable } from './notice-tables.ts';
import { readRuleWords, type RuleWords } from './rule-words.ts';
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

function columnOf(words: RuleWords, text: InputTablesText, column: ColumnText): InputColumn {
  const { options, unit, ...rest } = column;
  const list = options === undefined ? [] : (text.options[options] ?? words.options[options]);
  if (!list) throw new RulesError(file, column.field, `no options “${options}”`);
  return { ...rest, unit: unit ?? null, options: list };
}

const columnsOf = (text: InputTablesText, owner: TableText['rows_of']): ColumnText[] =>
  owner === undefined
    ? []
    : { project: text.project_columns, centre: text.centre_columns, platform: text.platform_columns }[owner];

function tableOf(words: RuleWords, text: InputTablesText, table: TableText): InputTable {
  const own = [...columnsOf(text, table.rows_of), ...table.columns];
  const columns = [numberColumn, ...own.map((column) => columnOf(words, text, column))];
  const stray = table.telling.find((field) => !columns.some((column) => column.field === field));
  if (stray) throw new RulesError(file, table.id, `telling: no column “${stray}”`);
  return {
    id: table.id,
    name: table.name,
    title: table.title,
    ownLayout: true,
    joinsProject: table.rows_of === 'project',
    quartersAcross: table.quarters_across,
    factsAcross: table.facts_across,
    facts: table.facts === undefined ? [] : words.facts[table.facts],
    answers: table.facts === undefined ? [] : (text.options['answers'] ?? []),
    telling: table.telling,
    columns,
  };
}

/**
 * The tables that come beside the summary tables, those of the 2019 notice last (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem.
 */
export function readInputTables(folder: string = rulesFolder): InputTable[] {
  const text = yamlReader(folder)(file, inputTablesSchema);
  const words = readRuleWords(folder);
  const notice = words.noticeTables.map((table) => noticeTable(table, words.earlierClusters));
  return [...text.tables.map((table) => tableOf(words, text, table)), ...notice];
}
