import type { PackageAnswer } from './answer';

window.packageHarness = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./package.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<PackageAnswer[] | string>) =>
      typeof data === 'string' ? reject(new Error(data)) : resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage('start');
  });
