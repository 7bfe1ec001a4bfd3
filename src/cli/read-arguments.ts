import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

export type Format = 'json' | 'text';

/** Options as given, with everything else on the line. */
export interface Arguments {
  rest: string[];
  options: Record<string, string | undefined>;
}

/**
 * Reads `--name value` options and what stands beside them.
 * @throws UsageError for an option that the command does not know or that has no value
 */
export function readArguments(args: string[], names: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    });
    const options = Object.entries(values).map(([name, value]) => [
      name,
      value === undefined ? value : String(value),
    ]);
    return { rest: positionals, options: Object.fromEntries(options) as Arguments['options'] };
  } catch (cause) {
    const known = names.map((name) => `--${name}`).join(' ');
    throw new UsageError(
      `${cause instanceof Error ? cause.message : String(cause)}\n可用的选项 known options: ${known}`,
      { cause },
    );
  }
}

/** @throws UsageError for anything but json and text */
export function formatOf({ options }: Arguments): Format {
  const format = options['format'] ?? 'text';
  if (format === 'json' || format === 'text') return format;
  throw new UsageError(`--format 应为 json 或 text，found “${format}” (expected json or text)`);
}
