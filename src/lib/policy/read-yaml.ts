import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { RulesError } from './rules-error.ts';
import type { z } from './schemas/parts.ts';

/** The rules that come with the portal, found from this file and not from where it is started. */
export const rulesFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../rules');

/** Reads and checks one YAML file, named from the rules folder. @throws RulesError naming file, place and problem. */
export type YamlReader = <S extends z.ZodType>(file: string, schema: S) => z.infer<S>;

/** A reader of the YAML files of one rules folder. */
export function yamlReader(folder: string): YamlReader {
  return (file, schema) => {
    let text: unknown;
    try {
      text = parse(readFileSync(path.join(folder, file), 'utf8'));
    } catch (cause) {
      throw new RulesError(file, '', cause instanceof Error ? cause.message : String(cause), { cause });
    }
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new RulesError(file, issue?.path.join('/') ?? '', issue?.message ?? 'not as expected', {
      cause: result.error,
    });
  };
}
