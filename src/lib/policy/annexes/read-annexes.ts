import { readdirSync } from 'node:fs';
import path from 'node:path';
import { rulesFolder, yamlReader, type YamlReader } from '../read-yaml.ts';
import { RulesError } from '../rules-error.ts';
import type { z } from '../schemas/parts.ts';
import { clustersSchema, documentsSchema } from '../schemas/vocabulary.ts';
import type { Annexes } from './annexes.ts';
import { annexFaults, type KnownNames } from './check-annexes.ts';
import { compileSupportFields, compileTable, compileTasks } from './compile-2020.ts';
import {
  compileChecklist,
  compileCommitments,
  compileContacts,
  compileDirections,
  compileTraining,
} from './compile-2023.ts';
import { compileAgreement } from './compile-agreement.ts';
import { compileComparisons, compileEarlierClusters } from './compile-mappings.ts';
import { AnnexError } from './printed-annex.ts';
import { supportFieldsSchema, tableSchema, tasksSchema } from './schema-2020.ts';
import {
  checklistSchema,
  commitmentsSchema,
  contactsSchema,
  directionsSchema,
  trainingSchema,
} from './schema-2023.ts';
import { agreementSchema } from './schema-agreement.ts';
import { comparisonsSchema, earlierClustersSchema } from './schema-mappings.ts';
import { unitsSchema, type UnitsText } from './schema-parts.ts';

const tables = ['leading-firms', 'upgrade-platforms', 'solution-providers'];

/** Items as their files name them; a guide that is a copy of another has none. */
function categoryIds(folder: string): string[] {
  return readdirSync(path.join(folder, 'guides')).flatMap((year) =>
    readdirSync(path.join(folder, 'guides', year))
      .filter((name) => name.endsWith('.yaml') && name !== 'guide.yaml')
      .map((name) => `guides/${year}/${path.basename(name, '.yaml')}`),
  );
}

const knownNames = (folder: string, read: YamlReader): KnownNames => ({
  clusterIds: new Set(read('vocabulary/clusters.yaml', clustersSchema).clusters.map(({ id }) => id)),
  categoryIds: new Set(categoryIds(folder)),
  documents: new Set(read('documents.yaml', documentsSchema).documents.map(({ id }) => id)),
});

/** Reads and compiles one file; what does not hold together is reported with the file. */
function fileCompiler(read: YamlReader) {
  const { units } = read('annexes/units.yaml', unitsSchema);
  return <S extends z.ZodType, T>(
    file: string,
    schema: S,
    compile: (text: z.infer<S>, units: UnitsText['units']) => T,
  ): T => {
    try {
      return compile(read(file, schema), units);
    } catch (cause) {
      if (!(cause instanceof AnnexError)) throw cause;
      throw new RulesError(file, cause.place, cause.message, { cause });
    }
  };
}

/**
 * The annexes of both guides that are no items and no KPI forms, the clusters of 2019 and the pairing of the guides
 * (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem; also for clusters, items and documents that do not exist, rows
 * that leave a gap, and items or clusters that are left out without a reason.
 */
export function readAnnexes(folder: string = rulesFolder): Annexes {
  const read = yamlReader(folder);
  const compiled = fileCompiler(read);
  const [of2023, of2020] = ['annexes/2023', 'annexes/2020'];
  const annexes: Annexes = {
    directions: compiled(`${of2023}/core-technology-directions.yaml`, directionsSchema, compileDirections),
    training: compiled(`${of2023}/training-directions.yaml`, trainingSchema, compileTraining),
    commitments: compiled(`${of2023}/commitments.yaml`, commitmentsSchema, compileCommitments),
    checklist: compiled(`${of2023}/authenticity-checklist.yaml`, checklistSchema, compileChecklist),
    agreement: compiled(`${of2023}/award-agreement.yaml`, agreementSchema, compileAgreement),
    contacts: compiled(`${of2023}/contacts.yaml`, contactsSchema, compileContacts),
    supportFields2020: compiled(`${of2020}/support-fields.yaml`, supportFieldsSchema, compileSupportFields),
    tasks2020: compiled(`${of2020}/core-technology-tasks.yaml`, tasksSchema, compileTasks),
    tables2020: tables.map((name) => compiled(`${of2020}/${name}.yaml`, tableSchema, compileTable)),
    clusters2019: compiled('vocabulary/clusters-2019.yaml', earlierClustersSchema, compileEarlierClusters),
    comparisons: compiled('comparisons/2020-2023.yaml', comparisonsSchema, compileComparisons),
  };
  const [fault] = annexFaults(annexes, knownNames(folder, read));
  if (fault) throw new RulesError('annexes', fault.annex, fault.problem);
  return annexes;
}
