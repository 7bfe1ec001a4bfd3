/**
 * Why the engine could not start:
 * `no_wasm` this browser cannot run WebAssembly with exceptions in a worker;
 * `blocked` the page may not compile WebAssembly or load the worker (CSP of a server or a policy of the machine);
 * `timeout` it did not settle in time;
 * `failed` anything else, such as an engine file that the server does not have.
 */
export type EngineStartCode = 'no_wasm' | 'blocked' | 'timeout' | 'failed';

/** The engine could not start: what happened, and the cause where there is one. */
export class EngineStartError extends Error {
  constructor(
    readonly code: EngineStartCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'EngineStartError';
  }
}

/** How far the engine's file has come, in bytes after decompression. */
export interface EngineProgress {
  loadedBytes: number;
  totalBytes: number;
}

/** The smallest module that uses WebAssembly exceptions (a try block in one function). */
const moduleWithTry = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
];
/** Magic number and version: an empty module. */
const emptyModule = [0, 97, 115, 109, 1, 0, 0, 0];

/**
 * Throws at once where the engine could never start. The check for a blocked page matters most: a worker that
 * may not compile WebAssembly never answers, and only a timeout would tell.
 */
export function checkBrowser(): void {
  if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') {
    throw new EngineStartError('no_wasm', 'this browser has no workers or no WebAssembly');
  }
  if (!WebAssembly.validate(new Uint8Array(moduleWithTry))) {
    throw new EngineStartError('no_wasm', 'this browser lacks WebAssembly exceptions');
  }
  try {
    new WebAssembly.Module(new Uint8Array(emptyModule));
  } catch (cause) {
    throw new EngineStartError('blocked', "the page's policy forbids WebAssembly ('wasm-unsafe-eval')", {
      cause,
    });
  }
}
