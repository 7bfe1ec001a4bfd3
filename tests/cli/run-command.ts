import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exitCodeOf, type Output } from '../../src/cli/usage-error';

export interface CommandRun {
  code: number;
  text: string;
  complaint: string;
  json: () => unknown;
}

/** Runs a command as the terminal would, and keeps what it says. */
export async function runCommand(
  command: (args: string[], output: Output) => number | Promise<number>,
  ...args: string[]
): Promise<CommandRun> {
  const said: string[] = [];
  const complaints: string[] = [];
  const output: Output = {
    write: (text) => void said.push(text),
    complain: (text) => void complaints.push(text),
  };
  const code = await exitCodeOf(() => command(args, output), output);
  const text = said.join('\n');
  return { code, text, complaint: complaints.join('\n'), json: () => JSON.parse(text) as unknown };
}

const folder = mkdtempSync(path.join(tmpdir(), 'fundlens-cli-'));

/** A JSON file with these facts; returns its path. */
export function factsFile(name: string, content: unknown): string {
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
