import { m } from '$lib/i18n/paraglide/messages';
import type { PackageScope } from '$lib/library/package/scope';
import { fileName } from '$lib/ui/download';

/** What the user ticked: nothing ticked at all is no part. */
export interface PartChoice {
  cityAdcodes: readonly string[];
  /** Empty for none. */
  directCounty: string;
  clusterIds: readonly string[];
}

/** The scope as a package names it, or null while nothing is ticked. */
export function scopeOfChoice({ cityAdcodes, directCounty, clusterIds }: PartChoice): PackageScope | null {
  if (cityAdcodes.length + clusterIds.length === 0 && directCounty === '') return null;
  return {
    ...(cityAdcodes.length > 0 ? { cityAdcodes: [...cityAdcodes].sort() } : {}),
    ...(directCounty === '' ? {} : { directCounty }),
    ...(clusterIds.length > 0 ? { clusterIds: [...clusterIds].sort() } : {}),
  };
}

interface PackageNaming {
  scopeWords: string;
  asOf: string;
  isSample: boolean;
  isSealed: boolean;
}

/** A name that says what is in the file, and that it is 演示数据 where it is. */
export const packageFileName = ({ scopeWords, asOf, isSample, isSealed }: PackageNaming): string =>
  fileName(
    [m.packages_file_stem(), scopeWords, asOf, ...(isSample ? [m.packages_file_sample()] : [])],
    isSealed ? 'fundlens' : 'zip',
  );
