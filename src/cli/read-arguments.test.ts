import { expect, test } from 'vitest';
import { formatOf, readArguments } from './read-arguments';
import { exitCodeOf, UsageError } from './usage-error';

test('options have values, everything else is a file', () => {
  expect(readArguments(['a.xlsx', '--guide', '2023', 'b.xlsx'], ['guide'])).toEqual({
    rest: ['a.xlsx', 'b.xlsx'],
    options: { guide: '2023' },
  });
});

test('an unknown option names the known ones', () => {
  expect(() => readArguments(['--year', '2023'], ['guide', 'format'])).toThrow(/--guide --format/);
});

test('a format is json or text, text where none is named', () => {
  expect(formatOf({ rest: [], options: {} })).toBe('text');
  expect(() => formatOf({ rest: [], options: { format: 'xml' } })).toThrow(UsageError);
});

test('a usage error is said and gives exit code 2, another error goes on', async () => {
  const said: string[] = [];
  const output = { write: () => undefined, complain: (text: string) => void said.push(text) };
  const refuse = () => {
    throw new UsageError('no such year');
  };
  expect(await exitCodeOf(refuse, output)).toBe(2);
  expect(said).toEqual(['no such year']);
  await expect(
    exitCodeOf(() => {
      throw new RangeError('a bug');
    }, output),
  ).rejects.toThrow(RangeError);
});
