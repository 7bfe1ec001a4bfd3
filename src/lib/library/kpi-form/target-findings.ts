import { checkTargets, type TargetFinding } from '$lib/policy/forms/check-target';
import type { TargetValue } from '$lib/policy/forms/check-row';
import type { KpiForm } from '$lib/policy/forms/form';
import type { FindingCode } from '../check/finding-codes';
import type { Said } from '../inputs/read-input-row';
import { cellName } from './form-rows';

/** A finding with the cell of the form that it is about; null for the form as a whole. */
export interface PlacedFinding {
  code: FindingCode;
  key: string | null;
  said: Said;
}

const signs = { at_least: '≥', more_than: '>', at_most: '≤', less_than: '<' } as const;

const groupNames = (form: KpiForm, ids: readonly string[]): string =>
  form.groups
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name.zh)
    .join('、');

function placed(form: KpiForm, finding: TargetFinding): PlacedFinding | null {
  switch (finding.kind) {
    case 'missing': {
      const key = finding.part === null ? finding.indicator : `${finding.indicator}/${finding.part}`;
      const code = finding.duty === 'required' ? 'target_required' : 'target_blank';
      return { code, key, said: { found: cellName(form, key), expected: finding.source.words } };
    }
    case 'bound_missed': {
      const key = finding.part === null ? finding.indicator : `${finding.indicator}/${finding.part}`;
      const { comparison, value } = finding.bound;
      return { code: 'target_below_minimum', key, said: { expected: `${signs[comparison]} ${value}` } };
    }
    case 'choice_missing':
    case 'choice_over': {
      const code = finding.kind === 'choice_missing' ? 'group_missing' : 'group_over';
      const said = { found: String(finding.bound.value), expected: groupNames(form, finding.groups) };
      return { code, key: null, said };
    }
    case 'too_few_rows': {
      const said = { found: groupNames(form, [finding.group]), expected: String(finding.atLeast) };
      return { code: 'rows_too_few', key: null, said };
    }
    case 'other_group': {
      const said = {
        found: cellName(form, finding.indicator),
        expected: groupNames(form, [finding.group]),
      };
      return { code: 'other_group_filled', key: finding.indicator, said };
    }
    case 'more_than_whole': {
      const said = { found: cellName(form, finding.indicator), expected: cellName(form, finding.whole) };
      return { code: 'part_over_whole', key: finding.indicator, said };
    }
    default:
      // What is no number, in no list or in no form was named where it was read.
      return null;
  }
}

/** What is wrong with the targets of a form as a whole, by the form's own rules. */
export const targetFindings = (
  form: KpiForm,
  groups: readonly string[],
  values: Readonly<Record<string, TargetValue>>,
): PlacedFinding[] => checkTargets(form, groups, values).flatMap((finding) => placed(form, finding) ?? []);
