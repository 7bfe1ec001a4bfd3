import { labelOf, listed } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { Label } from '$lib/domain/label';
import type { AgreementDuty, AwardAgreement, DutyDue } from '$lib/policy/annexes/agreement';
import type { Annexes } from '$lib/policy/annexes/annexes';
import type {
  AuthenticityChecklist,
  ContactList,
  ContactOffice,
  TrainingAnnex,
} from '$lib/policy/annexes/annexes-2023';
import type { Cluster } from '$lib/policy/rulebook';
import { withUnit } from '../words/amount-words';
import { grouped, type AnnexGroup, type AnnexLine, type AnnexSection } from './annex-view';
import { quantityWords } from './quantity-words';

const labels = (some: readonly Label[]) => some.map(labelOf).join(m.policy_semicolon());

function directions({ directions: annex }: Annexes, clusters: readonly Cluster[]): AnnexSection {
  const clusterName = (id: string) => {
    const found = clusters.find((cluster) => cluster.id === id);
    return found ? labelOf(found.name) : id;
  };
  const without = annex.withoutDirections.map(({ clusterId, reason, foundIn }): AnnexLine => ({
    key: clusterId,
    number: null,
    name: clusterName(clusterId),
    notes: [labelOf(reason)],
    source: foundIn.source,
  }));
  return {
    slug: 'annex-1-26',
    number: '1-26',
    title: m.policy_annex_directions({ count: annex.directions.length, clusters: annex.clusters.length }),
    groups: [
      ...grouped(
        annex.directions,
        ({ clusterId }) => clusterId,
        clusterName,
        ({ number, name, extraTime, source }) => ({
          key: String(number),
          number: String(number),
          name: labelOf(name),
          notes: extraTime ? [m.policy_extra_time({ time: quantityWords(extraTime) })] : [],
          source,
        }),
      ),
      ...(without.length > 0
        ? [{ key: 'without', name: m.policy_without_directions(), lines: without }]
        : []),
    ],
    ambiguities: annex.ambiguities,
  };
}

const training = (annex: TrainingAnnex): AnnexSection => ({
  slug: 'annex-1-27',
  number: '1-27',
  title: m.policy_annex_training({ count: annex.directions.length }),
  groups: annex.directions.map(({ id, name, rows }) => ({
    key: id,
    name: labelOf(name),
    lines: rows.map((row) => ({
      key: row.id,
      number: null,
      name: labels(row.contents),
      notes: [m.policy_trainees({ who: labelOf(row.trainees) }), ...(row.note ? [labelOf(row.note)] : [])],
      source: row.source,
    })),
  })),
  ambiguities: annex.ambiguities,
});

const commitments = ({ commitments: annex }: Annexes): AnnexSection => ({
  slug: 'annex-3',
  number: '3',
  title: m.policy_annex_commitments({ count: annex.commitments.length }),
  groups: [
    {
      key: 'all',
      name: null,
      lines: annex.commitments.map(({ number, name, period, source }) => ({
        key: String(number),
        number: String(number),
        name: labelOf(name),
        notes: period ? [quantityWords(period)] : [],
        source,
      })),
    },
  ],
  ambiguities: annex.ambiguities,
});

const checklist = (annex: AuthenticityChecklist): AnnexSection => ({
  slug: 'annex-4',
  number: '4',
  title: m.policy_annex_checklist({ count: annex.items.length }),
  groups: [
    {
      key: 'items',
      name: null,
      lines: annex.items.map((item) => ({
        key: item.id,
        number: String(item.number),
        name: labelOf(item.name),
        notes: [labels(item.checks), ...(item.note ? [labelOf(item.note)] : [])].filter(
          (note) => note !== '',
        ),
        source: item.source,
      })),
    },
    {
      key: 'duties',
      name: m.policy_checkers(),
      lines: annex.duties.map(({ id, name, source }) => ({
        key: id,
        number: null,
        name: labelOf(name),
        notes: [],
        source,
      })),
    },
  ],
  ambiguities: annex.ambiguities,
});

/** When a duty of the agreement is due. */
export function dueWords(due: DutyDue): string {
  switch (due.kind) {
    case 'recurring':
      return {
        quarter: m.policy_every_quarter,
        'half-year': m.policy_every_half_year,
        year: m.policy_every_year,
      }[due.every]();
    case 'within':
      return m.policy_within({
        after: labelOf(due.after),
        time: withUnit(String(due.value), labelOf(due.unit.name)),
      });
    case 'by':
      return labelOf(due.event);
    case 'unspecified':
      return labelOf(due.reason);
  }
}

const dutyLine = ({ id, name, due, scope, note, source }: AgreementDuty): AnnexLine => ({
  key: id,
  number: null,
  name: labelOf(name),
  notes: [
    ...(due ? [dueWords(due)] : []),
    ...(scope.length > 0
      ? [m.policy_for_amounts({ amounts: scope.map(quantityWords).join(m.policy_and()) })]
      : []),
    ...(note ? [labelOf(note)] : []),
  ],
  source,
});

function agreement(annex: AwardAgreement): AnnexSection {
  const partyName = (id: string) => {
    const party = annex.parties.find((one) => one.id === id);
    return party ? `${party.printed} ${labelOf(party.name)}` : m.policy_all_parties();
  };
  const consequences: AnnexGroup = {
    key: 'breaches',
    name: m.policy_breaches(),
    lines: [
      ...annex.breaches.map(({ id, name, consequence, source }) => ({
        key: id,
        number: null,
        name: labelOf(name),
        notes: [labelOf(consequence)],
        source,
      })),
      ...annex.exclusion.circumstances.map(({ number, name, source }) => ({
        key: `exclusion-${number}`,
        number: null,
        name: labelOf(name),
        notes: [`${labelOf(annex.exclusion.name)} ${quantityWords(annex.exclusion.period)}`],
        source,
      })),
    ],
  };
  return {
    slug: 'annex-5',
    number: '5',
    title: m.policy_annex_agreement({ count: annex.duties.length }),
    groups: [...grouped(annex.duties, ({ partyId }) => partyId, partyName, dutyLine), consequences],
    ambiguities: annex.ambiguities,
  };
}

const office = ({ division, phones }: ContactOffice): string =>
  `${division} ${phones.map(({ printed }) => printed).join('、')}`;

const contacts = (annex: ContactList): AnnexSection => ({
  slug: 'annex-6',
  number: '6',
  title: m.policy_annex_contacts({ count: annex.contacts.length }),
  groups: [
    {
      key: 'all',
      name: null,
      lines: annex.contacts.map(({ id, name, province, city, note, source }) => ({
        key: id,
        number: null,
        name: labelOf(name),
        notes: [
          m.policy_contact_province({ office: office(province) }),
          m.policy_contact_city({ office: office(city) }),
          ...(note ? [labelOf(note)] : []),
        ],
        source,
      })),
    },
    {
      key: 'city',
      name: listed([m.policy_contact_city_of({ bureau: labelOf(annex.cityBureau) })]),
      lines: [],
    },
  ],
  ambiguities: annex.ambiguities,
});

/** The annexes of 2023 beside the forms and summary tables. */
export const annexes2023 = (annexes: Annexes, clusters: readonly Cluster[]): AnnexSection[] => [
  directions(annexes, clusters),
  training(annexes.training),
  commitments(annexes),
  checklist(annexes.checklist),
  agreement(annexes.agreement),
  contacts(annexes.contacts),
];
