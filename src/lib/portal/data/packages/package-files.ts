/** What can be told of a file before anything of the packages is loaded. */

const sealMark = [...'FUNDSEAL'].map((letter) => letter.charCodeAt(0));
const zipMark = [0x50, 0x4b];

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/**
 * Whether the file is a package of a library: sealed, zipped, or the description of a loose one. Told by its
 * content, because a workbook is a zip archive too; a file that cannot be read is none.
 */
export async function isPackageFile(file: File): Promise<boolean> {
  if (/\.fundlens$/i.test(file.name) || /(^|[\\/])datapackage\.json$/i.test(file.name)) return true;
  try {
    const head = new Uint8Array(await file.slice(0, sealMark.length).arrayBuffer());
    if (beginsWith(head, sealMark)) return true;
    if (!beginsWith(head, zipMark)) return false;
    const { packageKind } = await import('$lib/library/package/open-package');
    return packageKind({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }) === 'zip';
  } catch (cause) {
    // Moved or deleted since: whoever reads it next says so in words.
    console.error(cause);
    return false;
  }
}
