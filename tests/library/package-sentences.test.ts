import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingMessageKey, findingParams } from '$lib/domain/finding-params';
import { findingOf, packageFaultCodes } from '$lib/library/package/package-error';

const textsOf = (language: string): Map<string, string> => {
  const folder = `src/lib/i18n/messages/${language}`;
  return new Map(
    readdirSync(folder).flatMap((name) =>
      Object.entries(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, string>),
    ),
  );
};
const languages = { zh: textsOf('zh'), en: textsOf('en') };

test.each(packageFaultCodes)('%s has a sentence in both languages, with known parameters', (code) => {
  const finding = findingOf({ code, file: 'project.csv' });
  for (const texts of Object.values(languages)) {
    const sentence = texts.get(findingMessageKey(finding));
    expect(sentence).toBeDefined();
    const used = [...(sentence ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(findingParams(finding, 'zh'))).toEqual(expect.arrayContaining(used));
  }
});

test('a changed file is named', () => {
  for (const texts of Object.values(languages))
    expect(texts.get('finding_package_changed')).toContain('{file}');
});
