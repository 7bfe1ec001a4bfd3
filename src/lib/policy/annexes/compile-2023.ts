import type {
  AuthenticityChecklist,
  CommitmentLetter,
  ContactList,
  ContactOffice,
  DirectionAnnex,
  TrainingAnnex,
} from './annexes-2023.ts';
import { AnnexError, checkCount, checkNumbers, PrintedAnnex } from './printed-annex.ts';
import type {
  ChecklistText,
  CommitmentsText,
  ContactsText,
  DirectionsText,
  TrainingText,
} from './schema-2023.ts';
import type { UnitsText } from './schema-parts.ts';

type Units = UnitsText['units'];

/** 附件1-26. @throws AnnexError when numbers leave a gap or the count differs. */
export function compileDirections(text: DirectionsText, units: Units): DirectionAnnex {
  const annex = new PrintedAnnex(text, units);
  const directions = text.clusters.flatMap(({ cluster, directions: rows }) =>
    rows.map(({ number, extra_time, ...row }) => ({
      ...annex.row(row),
      number,
      clusterId: cluster,
      extraTime: extra_time ? annex.quantity(extra_time) : null,
      ambiguityIds: extra_time?.ambiguities ?? [],
    })),
  );
  checkNumbers(
    directions.map(({ number }) => number),
    'clusters',
  );
  checkCount(directions.length, text.count, 'clusters');
  return {
    categoryId: text.category,
    clusters: text.clusters.map(({ cluster, printed }) => ({ clusterId: cluster, printed })),
    directions,
    withoutDirections: text.without_directions.map(({ cluster, reason, found_in, ambiguities }) => ({
      clusterId: cluster,
      reason,
      foundIn: { rowId: found_in.row, source: annex.source(found_in.words, found_in.section) },
      ambiguityIds: ambiguities,
    })),
    ambiguities: text.ambiguities,
  };
}

/** 附件1-27; the first topic of a row stands for its place in the text. */
export function compileTraining(text: TrainingText, units: Units): TrainingAnnex {
  const annex = new PrintedAnnex(text, units);
  return {
    categoryId: text.category,
    directions: text.directions.map(({ id, name, rows }) => ({
      ...annex.row({ name }),
      id,
      rows: rows.map((row) => ({
        id: row.id,
        clusterId: row.cluster ?? null,
        contents: row.contents,
        trainees: row.trainees,
        note: row.note ?? null,
        source: annex.source(row.contents[0]?.zh ?? name.zh),
        ambiguityIds: row.ambiguities,
      })),
    })),
    ambiguities: text.ambiguities,
  };
}

/** 附件3. @throws AnnexError when numbers leave a gap. */
export function compileCommitments(text: CommitmentsText, units: Units): CommitmentLetter {
  const annex = new PrintedAnnex(text, units);
  checkNumbers(
    text.commitments.map(({ number }) => number),
    'commitments',
  );
  return {
    title: text.title,
    fields: text.fields,
    signatures: text.signatures,
    commitments: text.commitments.map(({ number, id, period, ...row }) => ({
      ...annex.row(row),
      number,
      id,
      period: period ? annex.quantity(period) : null,
    })),
    ambiguities: text.ambiguities,
  };
}

/** 附件4. @throws AnnexError when numbers leave a gap. */
export function compileChecklist(text: ChecklistText, units: Units): AuthenticityChecklist {
  const annex = new PrintedAnnex(text, units);
  checkNumbers(
    text.items.map(({ number }) => number),
    'items',
  );
  return {
    title: text.title,
    fields: text.fields,
    items: text.items.map(({ number, id, checks, answer, period, as_of, note, ambiguities, ...row }) => ({
      ...annex.row(row),
      number,
      id,
      checks,
      answer,
      period: period ? annex.quantity(period) : null,
      asOf: as_of ? { date: as_of.date, source: annex.source(as_of.words) } : null,
      note: note ?? null,
      ambiguityIds: ambiguities,
    })),
    conclusion: { name: text.conclusion.name, length: annex.quantity(text.conclusion.length) },
    signatures: text.signatures,
    duties: text.duties.map(({ id, ...row }) => ({ ...annex.row(row), id })),
    ambiguities: text.ambiguities,
  };
}

const withAreaCode = /^0\d{2,3}-\d{7,8}$/;
const bareNumber = /^\d{7,8}$/;

function compileOffice({ division, phones }: ContactsText['rows'][number]['city']): ContactOffice {
  return {
    division,
    phones: phones.map((printed) => {
      const hasAreaCode = withAreaCode.test(printed);
      if (!hasAreaCode && !bareNumber.test(printed))
        throw new AnnexError(division, `expected a telephone number, found “${printed}”`);
      return { printed, hasAreaCode };
    }),
  };
}

/** 附件6. @throws AnnexError for what is no telephone number. */
export function compileContacts(text: ContactsText, units: Units): ContactList {
  const annex = new PrintedAnnex(text, units);
  return {
    cityBureau: text.city_bureau,
    contacts: text.rows.map(({ id, category, province, city, note, ambiguities, ...row }) => ({
      ...annex.row(row),
      id,
      categoryId: category,
      province: compileOffice(province),
      city: compileOffice(city),
      note: note ?? null,
      ambiguityIds: ambiguities,
    })),
    withoutRow: text.without_row.map(({ category, reason, ambiguities }) => ({
      categoryId: category,
      reason,
      ambiguityIds: ambiguities,
    })),
    ambiguities: text.ambiguities,
  };
}
