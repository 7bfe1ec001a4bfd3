import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exampleAbout, exampleLibrary } from './example-library';
import { readPackage } from './read-package';
import { writePackage } from './write-package';
import { unzipPackage, zipPackage } from './zip-package';

test('a zipped package opens again as the same library', () => {
  const archive = zipPackage(writePackage(exampleLibrary(), exampleAbout));
  expect(readPackage(unzipPackage(archive, 'a.zip'))).toEqual(exampleLibrary());
});

test('the same package gives the same archive', () => {
  const files = writePackage(exampleLibrary(), exampleAbout);
  const turned = Object.fromEntries(Object.entries(files).reverse());
  expect(zipPackage(turned)).toEqual(zipPackage(files));
});

test('files that belong to no package are left in the archive', () => {
  const archive = zipSync({
    'a.exe': new Uint8Array(3),
    'x/b.csv': new Uint8Array(3),
    'c.csv': new Uint8Array(3),
  });
  expect(Object.keys(unzipPackage(archive, 'a.zip'))).toEqual(['c.csv']);
});

test('an archive of exactly the allowed size opens, one byte more is refused', () => {
  const archive = zipSync({ 'a.csv': new Uint8Array(600), 'b.csv': new Uint8Array(400) });
  expect(Object.keys(unzipPackage(archive, 'a.zip', 1000))).toHaveLength(2);
  expect(() => unzipPackage(archive, 'a.zip', 999)).toThrow('package_too_large');
});

test('bytes that are no archive are refused by name', () => {
  expect(() => unzipPackage(new Uint8Array([1, 2, 3]), 'b.zip')).toThrow('b.zip: package_no_zip');
});
