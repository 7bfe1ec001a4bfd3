import type { Library } from '$lib/domain/library';
import { describeFinding } from '$lib/i18n/describe-finding';
import { openPackage } from '$lib/library/package/open-package';
import { PackageError } from '$lib/library/package/package-error';
import type { NamedFile } from '$lib/library/read/read-file';
import { UsageError } from '../usage-error';

/**
 * The library of a package that the portal exported. A sealed one is opened on the page only: a passphrase on the
 * command line would stay in the shell's history.
 * @throws UsageError with every fault of the package
 */
export async function readLibraryPackage(file: NamedFile): Promise<Library> {
  try {
    return (await openPackage([file])).library;
  } catch (cause) {
    if (!(cause instanceof PackageError)) throw cause;
    const faults = cause.findings.map((finding) => `  ${describeFinding(finding)}`);
    throw new UsageError([`数据包读不了 cannot read the package: ${file.name}`, ...faults].join('\n'), {
      cause,
    });
  }
}
