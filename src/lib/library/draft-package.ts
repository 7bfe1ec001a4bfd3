import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { IsoDate } from '$lib/domain/calendar';

/** A draft of the rules as a data package, to be shared: what it changes, and which library it was tried on. */
export interface DraftPackage {
  /** Slug: names the package. */
  id: string;
  title: string;
  guideYear: number;
  /** The draft itself, as it is saved. */
  yaml: string;
  /** The library that its figures were computed on; the package holds none of its rows. */
  triedOn: { hash: string; asOf: IsoDate; isSample: boolean };
}

const descriptorPath = 'datapackage.json';
const draftPath = 'rule-draft.yaml';
const format = 'fundlens-draft/1';
/** Far above any draft; an archive that claims more is not unpacked. */
const mostBytes = 2_000_000;
// A fixed moment, so that the same draft gives the same archive; 1980 is the first year that zip can write.
const writtenAt = new Date(1980, 0, 1);

/** The archive is no package of a draft. */
export class DraftPackageError extends Error {
  constructor(
    readonly reason: 'no_zip' | 'no_draft' | 'too_large',
    options?: ErrorOptions,
  ) {
    super(`no package of a draft: ${reason}`, options);
    this.name = 'DraftPackageError';
  }
}

function describe({ id, title, guideYear, triedOn }: DraftPackage): string {
  const descriptor = {
    profile: 'data-package',
    name: `fundlens-draft-${id}`,
    title,
    resources: [{ name: 'rule-draft', path: draftPath, format: 'yaml', mediatype: 'application/yaml' }],
    fundlens: {
      format,
      guide_year: guideYear,
      tried_on: { hash: triedOn.hash, as_of: triedOn.asOf, sample: triedOn.isSample },
    },
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
}

/** A Frictionless data package with the draft as its one resource, zipped; the same draft gives the same bytes. */
export const writeDraftPackage = (draft: DraftPackage): Uint8Array =>
  zipSync({
    [descriptorPath]: [strToU8(describe(draft)), { mtime: writtenAt }],
    [draftPath]: [strToU8(draft.yaml), { mtime: writtenAt }],
  });

/** Two letters that every zip archive begins with. */
export const looksZipped = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The text of the draft in a package. Nothing but the draft is unpacked.
 * @throws DraftPackageError when the bytes are no archive, hold no draft, or would unpack to too much
 */
export function draftOfPackage(archive: Uint8Array): string {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (name !== draftPath) return false;
        if (originalSize > mostBytes) throw new DraftPackageError('too_large');
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof DraftPackageError) throw cause;
    throw new DraftPackageError('no_zip', { cause });
  }
  const draft = files[draftPath];
  if (!draft) throw new DraftPackageError('no_draft');
  return strFromU8(draft);
}
