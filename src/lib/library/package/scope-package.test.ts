import { describe, expect, test } from 'vitest';
import { readRulebook } from '$lib/policy/read-rules';
import { exportFiles, exportPackage } from './export-package';
import { openPackage } from './open-package';
import { PackageError } from './package-error';
import type { PackageScope } from './scope';
import { library } from './scope-example';
import { zipPackage } from './zip-package';

const rulebook = readRulebook();

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    if (error instanceof PackageError) return error.findings[0]?.code;
    throw error;
  }
  return undefined;
}

describe('the package of a part', () => {
  const scope = { cityAdcodes: ['320500'] };

  test.each(['csv', 'parquet'] as const)('says its scope and what it leaves out (%s)', async (format) => {
    const { bytes, fileName, library: held } = await exportPackage(library(), { format, rulebook, scope });
    const opened = await openPackage([{ name: fileName, bytes }]);
    expect(opened).toMatchObject({ library: held, scope, sealed: false });
    expect(opened.notes.map(({ code }) => code)).toEqual([
      'appropriations_left_out',
      'centres_and_platforms_left_out',
      'sources_reduced',
    ]);
    expect(fileName).toBe('fundlens-library-320500-2026-09-30.zip');
    const { files } = await exportFiles(library(), { format, rulebook, scope });
    const text = new TextDecoder().decode(files['datapackage.json']);
    expect(text).toContain('专项资金项目库（苏州市）');
    expect(text).toContain('预算（全省资金）不随部分数据包发出');
  });

  test.each<[string, PackageScope]>([
    ['nothing', {}],
    ['empty lists', { cityAdcodes: [], clusterIds: [] }],
    ['an unknown city', { cityAdcodes: ['329900'] }],
    ['a direct county as a city', { cityAdcodes: ['320583'] }],
    ['a county that reports to its city', { directCounty: '320505' }],
    ['an unknown cluster', { clusterIds: ['biomedicines'] }],
  ])('is not made for a scope of %s', async (_, wrong) => {
    expect(await codeOf(exportPackage(library(), { format: 'csv', rulebook, scope: wrong }))).toBe(
      'package_unknown_scope',
    );
  });

  test('is refused when it holds a row from outside, or claims to know everything', async () => {
    const { files } = await exportFiles(library(), { format: 'csv', rulebook, scope });
    const open = (change: (text: string) => string) => {
      const text = change(new TextDecoder().decode(files['datapackage.json']));
      const archive = zipPackage({ ...files, 'datapackage.json': new TextEncoder().encode(text) });
      return codeOf(openPackage([{ name: 'a.zip', bytes: archive }]));
    };
    expect(await open((text) => text)).toBeUndefined();
    expect(await open((text) => text.replace(/("cityAdcodes": \[\s*)"320500"/, '$1"320100"'))).toBe(
      'package_outside_scope',
    );
    expect(await open((text) => text.replace(/"coverage": \{[^}]*\}/, '"loadedAt": null'))).toBe(
      'package_bad_descriptor',
    );
  });
});
