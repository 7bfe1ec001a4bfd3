import type { KnownChoice, UnsureLayout } from '$lib/library/mapping/layout';
import { fault, loads, none, type Fault } from './fault';
import { sheetName, summary } from './fault-files';

const drifted = (): string[][] =>
  summary().map((line, row) =>
    row === 4 ? line.with(1, '申报单位全称').with(9, '申报项目总投资额(万元)') : line,
  );

/** The user's word on the drifted sheet. */
const choiceFor = (layout: UnsureLayout, remembered: boolean): KnownChoice => ({
  key: layout.key,
  kind: layout.kind,
  headers: layout.columns.map(({ header }) => header),
  fields: layout.columns.map(({ header, suggestion }) =>
    header === '申报单位全称' ? 'recipient_name' : (suggestion?.field ?? null),
  ),
  remembered,
});

/** Sheets whose columns are not certain, and what is noted once the user has told them. */
export const layoutFaults: readonly Fault[] = [
  {
    ...fault('a sheet with uncertain columns beside a good one', [], ['layout_unsure', '5:5', null], none, {
      formats: ['xlsx'],
    }),
    files: [
      {
        name: '演示',
        sheets: [
          { name: sheetName, lines: summary() },
          { name: '新表', lines: drifted() },
        ],
      },
    ],
    finding: { code: 'layout_unsure', cell: '5:5', found: null, sheet: '新表' },
  },
  fault('columns that the user told', drifted(), ['layout_confirmed', '5:5', null], loads, {
    choose: (layout) => choiceFor(layout, false),
  }),
  fault('columns that the user told an earlier time', drifted(), ['layout_remembered', '5:5', null], loads, {
    choose: (layout) => choiceFor(layout, true),
  }),
];
