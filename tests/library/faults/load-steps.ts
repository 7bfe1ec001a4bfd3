import rulebook from 'virtual:fundlens-rules';
import conditions from 'virtual:fundlens-conditions';
import forms from 'virtual:fundlens-forms';
import scoring from 'virtual:fundlens-scoring';
import type { Finding } from '$lib/domain/finding';
import { crossCheck, withCrossChecks } from '$lib/library/cross-check/cross-check';
import { knownOf, nothingKnown } from '$lib/library/inputs/known-projects';
import { mergeImport, type OwnLibrary } from '$lib/library/merge-library';
import { importWith } from '../input-tables';
import { written, type FaultyFile, type Format } from './fault-files';

const dates = { loadedAt: '2026-11-21T08:00:00.000Z', fallbackAsOf: '2026-11-21' };

/** Imports one step after the other into a library, and checks the library as a whole at the end. */
export async function loadSteps(
  steps: readonly (readonly FaultyFile[])[],
  format: Format,
): Promise<{ own: OwnLibrary | null; findings: Finding[] }> {
  let own: OwnLibrary | null = null;
  for (const files of steps) {
    const known = own ? knownOf(own.library.rows) : nothingKnown;
    const imported = await importWith(
      files.map((file) => written(file, format)),
      known,
    );
    own = mergeImport(own, imported, dates, rulebook);
  }
  if (!own) return { own, findings: [] };
  const checked = crossCheck(own.library.rows, { rulebook, conditions, forms, scoring });
  return { own, findings: withCrossChecks(own.findings, checked) };
}
