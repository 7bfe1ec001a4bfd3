import { describe, expect, test } from 'vitest';
import { crossCheckCodes } from '$lib/library/cross-check/cross-check';
import { libraryFaults, type LibraryFault } from './library-faults';
import { loadSteps } from './load-steps';
import type { Format } from './fault-files';

const cases = libraryFaults.flatMap((fault) =>
  (['csv', 'xlsx'] as const).map((format): [string, Format, LibraryFault] => [fault.kind, format, fault]),
);

const rowIn = (cell: string | null): number => Number(/\d+/.exec(cell ?? '')?.[0]);

describe('each kind of fault between files is found at its row, and nothing else is', () => {
  test.each(cases)('%s (%s)', async (_, format, { finding, steps, also = [] }) => {
    const { findings } = await loadSteps(steps, format);
    const { code, file, cell, found } = finding;
    expect(findings.map((one) => one.code).toSorted()).toEqual([code, ...also].toSorted());
    const only = findings.find((one) => one.code === code);
    expect(only).toMatchObject({ file: `${file}.${format}`, row: rowIn(cell), cell });
    expect(only?.found).toContain(found);
    if (crossCheckCodes.has(code)) expect(only?.severity).not.toBe('error');
  });
});
