import { expect, test } from 'vitest';
import { exampleLibrary } from '$lib/library/package/example-library';
import { exportPackage } from '$lib/library/package/export-package';
import { openPackage } from '$lib/library/package/open-package';
import { readRulebook } from '$lib/policy/read-rules';
import { progressShare } from './progress-share';

const goesForward = (shares: readonly number[]): boolean =>
  shares.every((share, index) => share >= (shares[index - 1] ?? 0) && share <= 1);

test('the line of an export and of an opening goes forward only', async () => {
  const written: number[] = [];
  const onWrite = {
    onProgress: (step: Parameters<typeof progressShare>[1]) => written.push(progressShare('export', step)),
  };
  const { bytes, fileName } = await exportPackage(
    exampleLibrary(),
    { format: 'csv', rulebook: readRulebook() },
    onWrite,
  );
  const read: number[] = [];
  await openPackage([{ name: fileName, bytes }], {
    onProgress: (step) => read.push(progressShare('open', step)),
  });
  for (const shares of [written, read]) {
    expect(shares.length).toBeGreaterThan(10);
    expect(goesForward(shares)).toBe(true);
    // A small library has no steps within its last stretch.
    expect(shares.at(-1)).toBeGreaterThanOrEqual(0.8);
  }
});
