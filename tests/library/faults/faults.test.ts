import { describe, expect, test } from 'vitest';
import type { Finding } from '$lib/domain/finding';
import { faults } from './catalogue';
import type { Fault } from './fault';
import { sheetName, type Format } from './fault-files';
import { readFault } from './read-fault';

const both: readonly Format[] = ['csv', 'xlsx'];

const inFormats = faults.flatMap((fault) =>
  (fault.formats ?? both).map((format): [string, Format, Fault] => [fault.kind, format, fault]),
);

const place = ({ code, file, sheet, cell, row, found }: Finding) => ({ code, file, sheet, cell, row, found });
const rowIn = (cell: string | null): number | null => (cell === null ? null : Number(/\d+/.exec(cell)?.[0]));

describe('each kind of fault is found at its place, and nothing else is', () => {
  test.each(inFormats)('%s (%s)', async (_, format, fault) => {
    const { finding, files, row, also = [] } = fault;
    const { findings, quarantine, rows } = await readFault(fault, format);
    const expected = {
      code: finding.code,
      file: `${finding.file ?? files[0]?.name ?? ''}.${format}`,
      sheet: format === 'csv' ? null : (finding.sheet ?? sheetName),
      cell: finding.cell,
      row: rowIn(finding.cell),
      found: finding.found,
    };
    const main = findings.filter(({ code }) => code === finding.code);
    expect(main.map(place)).toEqual([expected]);
    expect(findings.flatMap(({ code }) => (code === finding.code ? [] : [code]))).toEqual([...also]);
    const waiting = quarantine.filter(({ file }) => file === expected.file);
    if (row === 'waits') expect(waiting.length).toBeGreaterThan(0);
    else expect(waiting).toEqual([]);
    if (row !== 'loads') return;
    const loaded = rows.source_file.find(({ name }) => name === expected.file);
    expect(loaded?.rows_loaded).toBe(loaded?.rows_read);
    expect(loaded?.rows_loaded).toBeGreaterThan(0);
  });
});
