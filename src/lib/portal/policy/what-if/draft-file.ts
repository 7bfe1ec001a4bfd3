import type { DraftField, RuleDraft } from '$lib/policy/what-if/draft';
import type { LibraryMeta } from '$lib/domain/library';
import { saveBlob, saveText } from '$lib/ui/download';

/** What a file turned out to be. */
export type OpenedDraft =
  | { draft: RuleDraft; problem: null }
  /** `place` is a path in the file, empty for the whole; `found` says what is wrong there. */
  | { draft: null; problem: { place: string; found: string } };

/** Larger than any draft: not read at all. */
const mostBytes = 2_000_000;

/** Saves a draft; the YAML library comes when it is wanted. */
export async function saveDraft(draft: RuleDraft, fields: readonly DraftField[]): Promise<void> {
  const { draftToYaml } = await import('$lib/policy/what-if/draft-yaml');
  saveText(`${draft.id}.yaml`, draftToYaml(draft, fields), 'application/yaml');
}

/** Saves a draft as a data package, to be shared: it names the library it was tried on and holds none of its rows. */
export async function saveDraftPackage(
  draft: RuleDraft,
  fields: readonly DraftField[],
  library: LibraryMeta,
): Promise<void> {
  const [{ draftToYaml }, { writeDraftPackage }] = await Promise.all([
    import('$lib/policy/what-if/draft-yaml'),
    import('$lib/library/draft-package'),
  ]);
  const archive = writeDraftPackage({
    id: draft.id,
    title: draft.name,
    guideYear: draft.copyOf,
    yaml: draftToYaml(draft, fields),
    triedOn: { hash: library.hash, asOf: library.asOf, isSample: library.kind === 'sample' },
  });
  saveBlob(`${draft.id}.zip`, new Blob([new Uint8Array(archive)], { type: 'application/zip' }));
}

/** The text of a draft: the file itself, or the one in a package. */
async function draftText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { draftOfPackage, looksZipped } = await import('$lib/library/draft-package');
  return looksZipped(bytes) ? draftOfPackage(bytes) : new TextDecoder().decode(bytes);
}

/** Reads a draft from a file that was saved here or written by hand, or from a package of one. */
export async function openDraft(file: Blob): Promise<OpenedDraft> {
  if (file.size > mostBytes)
    return { draft: null, problem: { place: '', found: `${file.size.toLocaleString('en-US')} B` } };
  const [{ draftFromYaml, DraftFormatError }, { DraftPackageError }] = await Promise.all([
    import('$lib/policy/what-if/draft-yaml'),
    import('$lib/library/draft-package'),
  ]);
  try {
    return { draft: draftFromYaml(await draftText(file)), problem: null };
  } catch (cause) {
    if (cause instanceof DraftPackageError)
      return { draft: null, problem: { place: '', found: cause.message } };
    if (!(cause instanceof DraftFormatError)) throw cause;
    return { draft: null, problem: { place: cause.place, found: cause.message } };
  }
}
