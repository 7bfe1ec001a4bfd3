import { expect, test } from 'vitest';
import { loadSample, readPackageFolder, samplePackageFolder } from './load-sample';
import { cellsOfLine, readSample } from './read-sample';

const files = readPackageFolder(samplePackageFolder);
const changed = (file: string, change: (text: string) => string) => ({
  ...files,
  [file]: new TextEncoder().encode(change(new TextDecoder().decode(files[file]))),
});

test('the quick reader reads the same library as the strict one', () => {
  expect(readSample(files)).toEqual(loadSample());
});

test('cells are parted at commas outside of quotes', () => {
  expect(cellsOfLine('a,,b')).toEqual(['a', '', 'b']);
  expect(cellsOfLine('"a, ""b""",c,')).toEqual(['a, "b"', 'c', '']);
  expect(cellsOfLine(',"x"')).toEqual(['', 'x']);
  expect(cellsOfLine('"open,a')).toBeNull();
});

test.each([
  ['a row is missing', 'recovery.csv', (text: string) => text.replace(/\r\n[^\r]+\r\n$/, '\r\n')],
  ['a column has another name', 'project.csv', (text: string) => text.replace('recipient_name', 'firm')],
  ['a number is none', 'tranche.csv', (text: string) => text.replace(/\d{8,}/, 'many')],
  ['a required cell is empty', 'acceptance.csv', (text: string) => text.replace(',passed,', ',,')],
  ['a row has a cell too many', 'progress.csv', (text: string) => text.replace(',sample,', ',sample,,')],
])('where %s it leaves the file to the strict reader', (_, file, change) => {
  expect(readSample(changed(file, change))).toBeNull();
});

test('without a table’s file it leaves the package to the strict reader', () => {
  const { 'target.csv': target, ...rest } = files;
  expect(target).toBeDefined();
  expect(readSample(rest)).toBeNull();
});
