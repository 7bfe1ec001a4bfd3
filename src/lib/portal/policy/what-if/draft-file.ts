import type { DraftField, RuleDraft } from '$lib/policy/what-if/draft';
import { saveText } from '$lib/ui/download';

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

/** Reads a draft from a file that was saved here or written by hand. */
export async function openDraft(file: Blob): Promise<OpenedDraft> {
  if (file.size > mostBytes)
    return { draft: null, problem: { place: '', found: `${file.size.toLocaleString('en-US')} B` } };
  const [{ draftFromYaml, DraftFormatError }, text] = await Promise.all([
    import('$lib/policy/what-if/draft-yaml'),
    file.text(),
  ]);
  try {
    return { draft: draftFromYaml(text), problem: null };
  } catch (cause) {
    if (!(cause instanceof DraftFormatError)) throw cause;
    return { draft: null, problem: { place: cause.place, found: cause.message } };
  }
}
