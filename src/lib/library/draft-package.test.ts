import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { draftOfPackage, looksZipped, writeDraftPackage, type DraftPackage } from './draft-package';

const draft: DraftPackage = {
  id: 'lower-caps',
  title: '演示草案',
  guideYear: 2023,
  yaml: 'id: lower-caps\nname: 演示草案\n',
  triedOn: { hash: 'abc', asOf: '2026-09-30', isSample: true },
};
const packed = writeDraftPackage(draft);

test('a draft comes back from its package as it went in', () => {
  expect(looksZipped(packed)).toBe(true);
  expect(draftOfPackage(packed)).toBe(draft.yaml);
});

test('the same draft gives the same bytes', () => {
  expect(writeDraftPackage(draft)).toEqual(packed);
});

test('the package says what it holds and which library it was tried on, and holds no rows of it', () => {
  const files = unzipSync(packed);
  expect(Object.keys(files).sort()).toEqual(['datapackage.json', 'rule-draft.yaml']);
  const { resources, fundlens } = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array())) as {
    resources: { path: string }[];
    fundlens: object;
  };
  expect(resources.map(({ path }) => path)).toEqual(['rule-draft.yaml']);
  expect(fundlens).toEqual({
    format: 'fundlens-draft/1',
    guide_year: 2023,
    tried_on: { hash: 'abc', as_of: '2026-09-30', sample: true },
  });
});

test('no archive, an archive without a draft and one that unpacks to too much are refused', () => {
  const reason = (bytes: Uint8Array) => {
    try {
      return draftOfPackage(bytes);
    } catch (error) {
      return error instanceof Error ? error.message : error;
    }
  };
  expect(reason(strToU8('PK but no archive'))).toContain('no_zip');
  expect(reason(zipSync({ 'other.yaml': strToU8('a: 1') }))).toContain('no_draft');
  expect(reason(zipSync({ 'rule-draft.yaml': new Uint8Array(2_000_001) }))).toContain('too_large');
});
