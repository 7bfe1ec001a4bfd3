import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { Annexes } from '$lib/policy/annexes/annexes';
import type { PriorityTable, TableCondition } from '$lib/policy/annexes/annexes-2020';
import { windowWords } from '../words/test-words';
import type { AnnexLine, AnnexSection } from './annex-view';
import { quantityWords } from './quantity-words';

const edge = (day: string | null) => (day === null ? null : { day, included: true });

function conditionWords({ name, group, test }: TableCondition): string {
  const value =
    test.kind === 'quantity' ? quantityWords(test.quantity) : windowWords(edge(test.from), edge(test.to));
  const words = `${labelOf(name)} ${value}`;
  return group ? m.policy_for_type({ type: labelOf(group), words }) : words;
}

const oneGroup = (lines: AnnexLine[]) => [{ key: 'all', name: null, lines }];

const fields = ({ supportFields2020: annex }: Annexes): AnnexSection => ({
  slug: 'annex-1-1',
  number: '1-1',
  title: m.policy_annex_fields({ count: annex.fields.length }),
  groups: oneGroup(
    annex.fields.map(({ id, name, topics, source }) => ({
      key: id,
      number: null,
      name: labelOf(name),
      notes: [topics.map(labelOf).join(m.policy_semicolon())].filter((note) => note !== ''),
      source,
    })),
  ),
  ambiguities: annex.ambiguities,
});

const tasks = ({ tasks2020: annex }: Annexes): AnnexSection => ({
  slug: 'annex-1-2',
  number: '1-2',
  title: m.policy_annex_tasks({ count: annex.tasks.length }),
  groups: oneGroup(
    annex.tasks.map(({ number, name, target, source }) => ({
      key: String(number),
      number: String(number),
      name: labelOf(name),
      notes: [labelOf(target)],
      source,
    })),
  ),
  ambiguities: annex.ambiguities,
});

/** 附件1-4 holds two tables: they are told apart by their own ids. */
const table = ({ id, title, section, rows, ambiguities }: PriorityTable): AnnexSection => ({
  slug: `annex-${id}`,
  number: section.replace('附件', '').trim(),
  title: labelOf(title),
  groups: oneGroup(
    rows.map((row) => ({
      key: row.id,
      number: String(row.number),
      name: labelOf(row.name),
      notes: [
        [...row.content, ...row.goals].map(labelOf).join(m.policy_semicolon()),
        row.conditions.map(conditionWords).join(m.policy_semicolon()),
        row.note ? labelOf(row.note) : '',
      ].filter((note) => note !== ''),
      source: row.source,
    })),
  ),
  ambiguities,
});

/** The annexes of 2020 beside the forms. */
export const annexes2020 = (annexes: Annexes): AnnexSection[] => [
  fields(annexes),
  tasks(annexes),
  ...annexes.tables2020.map(table),
];
