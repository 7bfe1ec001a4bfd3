import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyLibrary } from '$lib/domain/tables';
import { importInWorker } from './import-client';
import { importLimits } from './import-limits';
import type { ImportAnswer, ImportStart } from './import-messages';
import type { FileImport } from './import-options';

const nothing: FileImport = {
  rows: emptyLibrary(),
  findings: [],
  quarantine: [],
  refusals: [],
  compiledOn: null,
  layouts: [],
  packages: [],
};

/** Stands in for the browser's worker: keeps what it was sent, answers when the test says so. */
class StandInWorker extends EventTarget {
  static last: StandInWorker | null = null;
  started: ImportStart | null = null;
  transferred: unknown[] = [];
  terminate = vi.fn();

  constructor() {
    super();
    StandInWorker.last = this;
  }

  postMessage(message: ImportStart, transfer: unknown[]): void {
    this.started = message;
    this.transferred = transfer;
  }

  answer(data: ImportAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => vi.stubGlobal('Worker', StandInWorker));
afterEach(() => vi.unstubAllGlobals());

const worker = async (): Promise<StandInWorker> =>
  vi.waitFor(() => {
    if (!StandInWorker.last?.started) throw new Error('not started yet');
    return StandInWorker.last;
  });

const files = () => [new File(['a,b'], '演示.csv')];

beforeEach(() => (StandInWorker.last = null));

test('bytes are handed over, progress passes through, the worker is ended with the result', async () => {
  const onProgress = vi.fn();
  const running = importInWorker(files(), { onProgress });
  const started = await worker();
  expect(started.started?.files.map(({ name }) => name)).toEqual(['演示.csv']);
  expect(started.transferred).toEqual(started.started?.files.map(({ bytes }) => bytes));
  started.answer({ kind: 'progress', progress: { file: 1, files: 1, name: '演示.csv', rowsRead: 3 } });
  started.answer({ kind: 'result', result: nothing });
  expect(await running).toEqual(nothing);
  expect(onProgress).toHaveBeenCalledWith({ file: 1, files: 1, name: '演示.csv', rowsRead: 3 });
  expect(started.terminate).toHaveBeenCalledOnce();
});

test('stopping ends the worker at once and rejects with the reason', async () => {
  const stop = new AbortController();
  const running = importInWorker(files(), { signal: stop.signal });
  const started = await worker();
  stop.abort();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect(started.terminate).toHaveBeenCalledOnce();
});

test('a worker that dies is an error with its words', async () => {
  const running = importInWorker(files());
  const started = await worker();
  started.answer({ kind: 'failure', message: 'out of memory' });
  await expect(running).rejects.toMatchObject({ name: 'ImportFailedError', message: 'out of memory' });
});

test('a file beyond the size limit is refused without being brought into memory', async () => {
  const huge = new File(['a'], '大.xlsx');
  Object.defineProperty(huge, 'size', { value: importLimits.mostFileBytes + 1 });
  const bytes = vi.spyOn(huge, 'arrayBuffer');
  const running = importInWorker([huge]);
  (await worker()).answer({ kind: 'result', result: nothing });
  expect((await running).refusals).toMatchObject([{ code: 'file_too_large', file: '大.xlsx' }]);
  expect(bytes).not.toHaveBeenCalled();
});

test('a file that can no longer be read is refused, the others go on', async () => {
  const gone = new File(['a'], '没了.xlsx');
  vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new Error('NotReadableError'));
  const running = importInWorker([gone, ...files()]);
  const started = await worker();
  expect(started.started?.files.map(({ name }) => name)).toEqual(['演示.csv']);
  started.answer({ kind: 'result', result: nothing });
  expect((await running).refusals).toMatchObject([{ code: 'failed', file: '没了.xlsx' }]);
});
