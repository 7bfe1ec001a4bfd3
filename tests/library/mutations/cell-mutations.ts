import fc from 'fast-check';
import type { LineField } from '../../fixtures/official-layout';
import { isMoney, moneyNames, type MoneyField } from './known-numbers';
import type { MutatedCell, MutatedRow, MutatedSheet } from './mutated-sheet';

/** Changes a sheet; what it makes unreadable it takes from the truth. */
export type Mutation = (sheet: MutatedSheet) => MutatedSheet;

export const columnOf = (sheet: MutatedSheet, field: LineField): number =>
  sheet.columns.findIndex((column) => column.field === field);

export const mapRows = (
  sheet: MutatedSheet,
  change: (row: MutatedRow, index: number) => MutatedRow,
): MutatedSheet => ({
  ...sheet,
  rows: sheet.rows.map((row, index) => (row.truth ? change(row, index) : row)),
});

/** Puts something into one cell; a number there is then no longer known. */
const spoilt = (
  row: number,
  field: LineField,
  cell: (old: MutatedCell) => MutatedCell,
  keeps: boolean,
): Mutation => {
  return (sheet) => {
    const at = columnOf(sheet, field);
    return mapRows(sheet, (old, index) => {
      if (index !== row || !old.truth) return old;
      const cells = old.cells.map((value, place) => (place === at ? cell(value) : value));
      if (keeps) return { ...old, cells };
      if (isMoney(field)) return { cells, truth: { ...old.truth, fen: { ...old.truth.fen, [field]: null } } };
      return {
        cells,
        truth: field === 'start' || field === 'end' ? { ...old.truth, [field]: null } : old.truth,
      };
    });
  };
};

export const wrongType = fc
  .record({
    row: fc.nat(8),
    field: fc.constantFrom<LineField>(...moneyNames, 'start', 'end', 'category'),
    cell: fc.constantFrom<MutatedCell>(
      true,
      '约6000',
      '1.2.3',
      '待定',
      '3,0',
      '12万',
      '见附件',
      '2021.13',
      '—',
      {
        error: '#REF!',
      },
    ),
  })
  .filter(({ field, cell }) => !(isMoney(field) && (cell === '12万' || cell === '2021.13')))
  .map(({ row, field, cell }) => spoilt(row, field, () => cell, false));

export const hugeNumber = fc
  .record({
    row: fc.nat(8),
    field: fc.constantFrom<MoneyField>(...moneyNames),
    cell: fc.constantFrom<MutatedCell>(1e15, 1e300, '1e30', '999999999999999999999'),
  })
  .map(({ row, field, cell }) => spoilt(row, field, () => cell, false));

export const formula = fc
  .record({ row: fc.nat(8), field: fc.constantFrom<MoneyField>(...moneyNames), calculated: fc.boolean() })
  .map(({ row, field, calculated }) =>
    spoilt(
      row,
      field,
      (old) => ({ formula: 'SUM(A1:A2)*1', value: calculated && typeof old === 'number' ? old : null }),
      calculated,
    ),
  );

const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

export const otherDigits = fc
  .record({
    row: fc.nat(8),
    field: fc.constantFrom<MoneyField>(...moneyNames),
    form: fc.constantFrom('full', 'grouped', 'spaces'),
  })
  .map(({ row, field, form }) =>
    spoilt(
      row,
      field,
      (old) => {
        if (typeof old !== 'number') return old;
        const plain = String(old);
        if (form === 'full') return fullWidth(plain);
        return form === 'grouped' ? old.toLocaleString('en-US', { maximumFractionDigits: 6 }) : ` ${plain} `;
      },
      true,
    ),
  );

/** Two projects of one firm share a merged cell: only the upper one has its name. */
export const mergedDown = fc
  .record({
    row: fc.nat(6),
    field: fc.constantFrom<LineField>('recipient', 'category', 'total', 'requested'),
  })
  .map(({ row, field }): Mutation => (sheet) => {
    const column = columnOf(sheet, field);
    const top = sheet.titles.length + sheet.header.length + row;
    const merged = [...sheet.merged, { row: top, column, height: 2, width: 1 }];
    return { ...spoilt(row + 1, field, () => null, false)(sheet), merged };
  });
