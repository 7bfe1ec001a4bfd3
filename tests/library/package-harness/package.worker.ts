import rulebook from 'virtual:fundlens-rules';
import { digestOf } from '$lib/library/digest';
import { exampleLibrary } from '$lib/library/package/example-library';
import { exportPackage } from '$lib/library/package/export-package';
import { openPackage } from '$lib/library/package/open-package';
import { PackageError } from '$lib/library/package/package-error';
import type { PackageAnswer } from './answer';

const passphrase = '演示口令-2026-九月';

async function answerFor(format: 'csv' | 'parquet'): Promise<PackageAnswer> {
  const plain = await exportPackage(exampleLibrary(), { format, rulebook });
  const { bytes, fileName } = await exportPackage(exampleLibrary(), { format, rulebook, passphrase });
  const file = { name: fileName, bytes };
  const { library } = await openPackage([file], { passphrase });
  const refused = await openPackage([file], { passphrase: `${passphrase}!` }).then(
    () => 'opened',
    (error: unknown) => (error instanceof PackageError ? (error.findings[0]?.code ?? '') : String(error)),
  );
  const isSame = JSON.stringify(library) === JSON.stringify(exampleLibrary());
  return { format, isSame, fileName, archive: await digestOf(plain.bytes), refused };
}

self.addEventListener('message', () => {
  Promise.all([answerFor('csv'), answerFor('parquet')]).then(
    (answers) => self.postMessage(answers),
    (error: unknown) => self.postMessage(String(error)),
  );
});
