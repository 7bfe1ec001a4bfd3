import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';

/**
 * What somebody finds who takes a package apart with other tools: the archive's own bytes, every file in it, and
 * every cell of every table as text. Shares no code with the package's reader.
 */
export interface Dissected {
  /** Bytes of the archive and of every file in it, as one byte a character. */
  raw: string;
  /** The text of every file that is text, and every cell of the Parquet tables, a line each. */
  text: string;
  paths: string[];
}

const asBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The text as its bytes stand in a file, one byte a character. */
export const inBytes = (text: string, encoding: 'utf8' | 'utf16le' = 'utf8'): string =>
  Buffer.from(text, encoding).toString('latin1');

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

async function parquetText(bytes: Uint8Array): Promise<string> {
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return rows.flatMap((row) => Object.values(row).map(cellText)).join('\n');
}

export async function dissect(archive: Uint8Array): Promise<Dissected> {
  const files = Object.entries(unzipSync(archive));
  const texts = await Promise.all(
    files.map(([path, bytes]) =>
      path.endsWith('.parquet') ? parquetText(bytes) : Buffer.from(bytes).toString('utf8'),
    ),
  );
  return {
    raw: [archive, ...files.map(([, bytes]) => bytes)].map(asBytes).join('\n'),
    text: texts.join('\n'),
    paths: files.map(([path]) => path).sort(),
  };
}
