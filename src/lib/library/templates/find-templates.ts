import type { BlankTemplate } from './list-templates';

/** The templates whose number or name holds all of the words. */
export function findTemplates<T extends Pick<BlankTemplate, 'number' | 'name'>>(
  templates: readonly T[],
  words: string,
): T[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter(({ number, name }) => {
    const text = `附件${number ?? ''} ${name.zh} ${name.en}`.normalize('NFKC').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
