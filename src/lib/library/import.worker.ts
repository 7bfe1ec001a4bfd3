import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import { importFiles } from './import-files';
import type { ImportAnswer, ImportStart } from './import-messages';

const answer = (message: ImportAnswer): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<ImportStart>) => {
  const files = data.files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
  importFiles(files, {
    rulebook,
    inputs: { tables, forms, ...(data.known === null ? {} : { known: data.known }) },
    choices: data.choices,
    ...(data.only === null ? {} : { only: data.only }),
    ...(data.guideYear === null ? {} : { guideYear: data.guideYear }),
    onProgress: (progress) => answer({ kind: 'progress', progress }),
  }).then(
    (result) => answer({ kind: 'result', result }),
    (error: unknown) =>
      answer({ kind: 'failure', message: error instanceof Error ? error.message : String(error) }),
  );
});
