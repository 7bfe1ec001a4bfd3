import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { readForms } from '$lib/policy/forms/read-forms';
import { readPlatformRules } from '$lib/policy/platforms/read-platforms';
import { readRulebook } from '$lib/policy/read-rules';
import type { SourceRef } from '$lib/policy/rulebook';

const isSource = (value: object): value is SourceRef =>
  'document' in value && 'section' in value && 'words' in value;

function sourcesIn(value: unknown): SourceRef[] {
  if (typeof value !== 'object' || value === null) return [];
  return isSource(value) ? [value] : Object.values(value).flatMap(sourcesIn);
}

/** Every clause that anything under `rules/` cites, as compiled. */
export const allSources = (): SourceRef[] =>
  [
    readRulebook(),
    readConditionBook(),
    readForms(),
    readAnnexes(),
    readCentreRules(),
    readPlatformRules(),
  ].flatMap(sourcesIn);
