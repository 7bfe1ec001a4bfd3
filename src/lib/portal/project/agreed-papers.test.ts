import { describe, expect, test } from 'vitest';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { agreedDuties, checkedItems } from './agreed-papers';
import { emptyRecord } from './fixtures/views';
import { answerOf, checklistTitle } from './papers-words';

const { agreement, checklist } = readAnnexes();

describe('duties of the agreement', () => {
  const edges = agreement.duties.flatMap(({ id, scope }) =>
    scope.flatMap((quantity) => (quantity.fen === null ? [] : [{ id, quantity, fen: quantity.fen }])),
  );
  const applies = (id: string, fen: number | null) =>
    agreedDuties(agreement, fen).find(({ duty }) => duty.id === id)?.applies;

  test('depend on an amount somewhere', () => {
    expect(edges.length).toBeGreaterThan(0);
  });

  test.each(edges.filter(({ quantity }) => quantity.bound === 'at_least'))(
    '$id holds from its amount on, and not one 分 below',
    ({ id, fen }) => {
      expect(applies(id, fen - 1)).toBe(false);
      expect(applies(id, fen)).not.toBe(false);
      expect(applies(id, fen + 1)).not.toBe(false);
    },
  );

  test('that depend on an amount are undetermined without one', () => {
    for (const { id } of edges) expect(applies(id, null)).toBeNull();
  });
});

describe('the check of authenticity', () => {
  const [item] = checklist.items;
  const row = {
    project_id: 'A1',
    item_id: item?.id ?? '',
    answer: 'no',
    note: null,
    checked_on: '2023-08-01',
    source_file_id: 'f1',
    source_sheet: null,
    source_row: 4,
    file_name: '演示核查表.xlsx',
  };

  test('lists every item, and what is not recorded is not an answer', () => {
    const lines = checkedItems(checklist, emptyRecord);
    expect(lines.map(({ item: { id } }) => id)).toEqual(checklist.items.map(({ id }) => id));
    expect(lines.every(({ found }) => answerOf(found) === null)).toBe(true);
    expect(checklistTitle(lines)).toContain('尚未导入');
  });

  test('takes the latest record of an item', () => {
    const later = { ...row, answer: 'yes', checked_on: '2023-09-01' };
    const [line] = checkedItems(checklist, { ...emptyRecord, checklist: [row, later] });
    expect(answerOf(line?.found ?? null)?.state).toBe('met');
  });

  test('says how many items fail', () => {
    expect(checklistTitle(checkedItems(checklist, { ...emptyRecord, checklist: [row] }))).toContain(
      '1 项不符',
    );
  });
});
