import type { PriorityTable, SupportFieldAnnex, TableCondition, TaskAnnex } from './annexes-2020.ts';
import { checkCount, checkNumbers, PrintedAnnex } from './printed-annex.ts';
import type { SupportFieldsText, TableConditionText, TableText, TasksText } from './schema-2020.ts';
import type { UnitsText } from './schema-parts.ts';

type Units = UnitsText['units'];

/** 附件1-1. */
export function compileSupportFields(text: SupportFieldsText, units: Units): SupportFieldAnnex {
  const annex = new PrintedAnnex({ document: text.document, section: '附件1-1' }, units);
  return {
    fields: text.fields.map(({ id, category, topics, ...row }) => ({
      ...annex.row(row),
      id,
      categoryId: category,
      topics,
    })),
    ambiguities: text.ambiguities,
  };
}

/** 附件1-2. @throws AnnexError when numbers leave a gap or the count differs. */
export function compileTasks(text: TasksText, units: Units): TaskAnnex {
  const annex = new PrintedAnnex(text, units);
  checkNumbers(
    text.tasks.map(({ number }) => number),
    'tasks',
  );
  checkCount(text.tasks.length, text.count, 'tasks');
  return {
    categoryId: text.category,
    tasks: text.tasks.map(({ number, target, ...row }) => ({
      ...annex.row(row),
      number,
      numberPrinted: !text.numbers_not_printed.includes(number),
      target,
    })),
    noGroupsReason: text.no_groups_reason,
    ambiguities: text.ambiguities,
  };
}

function compileCondition(annex: PrintedAnnex, text: TableConditionText): TableCondition {
  const { name, column, group } = text;
  return {
    name,
    column,
    group: group ?? null,
    test:
      'value' in text
        ? { kind: 'quantity', quantity: annex.quantity(text) }
        : { kind: 'dates', from: text.from ?? null, to: text.to ?? null, source: annex.source(text.words) },
  };
}

/** 附件1-3 or a table of 附件1-4. @throws AnnexError when numbers leave a gap or a unit is unknown. */
export function compileTable(text: TableText, units: Units): PriorityTable {
  const annex = new PrintedAnnex(text, units);
  checkNumbers(
    text.rows.map(({ number }) => number),
    'rows',
  );
  return {
    id: text.id,
    title: text.title,
    section: text.section,
    rows: text.rows.map(
      ({ number, id, categories, content, goals, note, conditions, ambiguities, ...row }) => ({
        ...annex.row(row),
        number,
        id,
        categoryIds: categories,
        content,
        goals,
        note: note ?? null,
        conditions: conditions.map((condition) => compileCondition(annex, condition)),
        ambiguityIds: ambiguities,
      }),
    ),
    withoutRow: text.without_row.map(({ category, reason, ambiguities }) => ({
      categoryId: category,
      reason,
      ambiguityIds: ambiguities,
    })),
    ambiguities: text.ambiguities,
  };
}
