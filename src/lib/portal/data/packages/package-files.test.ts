import { expect, test } from 'vitest';
import { exampleLibrary } from '$lib/library/package/example-library';
import { exportPackage } from '$lib/library/package/export-package';
import { readRulebook } from '$lib/policy/read-rules';
import { isPackageFile } from './package-files';

const fileOf = (name: string, bytes: Uint8Array | string) =>
  new File([typeof bytes === 'string' ? bytes : bytes.slice()], name);

test('a package is known by its content, a workbook or another archive is none', async () => {
  const options = { format: 'csv' as const, rulebook: readRulebook() };
  const plain = await exportPackage(exampleLibrary(), options);
  const sealed = await exportPackage(exampleLibrary(), { ...options, passphrase: '演示口令-2026-九月份' });
  expect(await isPackageFile(fileOf('项目库.zip', plain.bytes))).toBe(true);
  expect(await isPackageFile(fileOf('改了名.bin', sealed.bytes))).toBe(true);
  expect(await isPackageFile(fileOf('坏了.fundlens', 'x'))).toBe(true);
  expect(await isPackageFile(fileOf('datapackage.json', '{}'))).toBe(true);
  expect(await isPackageFile(fileOf('汇总表.xlsx', plain.bytes.slice(0, 400)))).toBe(false);
  expect(await isPackageFile(fileOf('汇总表.csv', '序号,单位名称'))).toBe(false);
  expect(await isPackageFile(fileOf('空.zip', ''))).toBe(false);
});
