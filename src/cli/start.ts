/** `npm start`: builds when that is needed, then serves the portal at one printed address. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { needsBuild } from './build-freshness';
import { serveFolder, type SiteServer } from './serve';

const defaultPort = 4173;
const portsTried = 50;

function build(): void {
  console.log('正在构建，约需一分钟…… Building, about a minute…');
  const run = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status === 0) return;
  console.error('构建没有成功，见上面的信息。The build failed, see above.');
  process.exit(run.status ?? 1);
}

const isPortTaken = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';

/** Serves at the first free port from the given one on. */
async function serveFrom(first: number): Promise<SiteServer> {
  for (let port = first; port < first + portsTried; port += 1) {
    try {
      return await serveFolder({ folder: path.resolve('build'), port });
    } catch (cause) {
      if (!isPortTaken(cause)) throw cause;
    }
  }
  throw new Error(`ports ${first} to ${first + portsTried - 1} are all taken: choose another with PORT=…`);
}

if (needsBuild(process.cwd())) build();
const site = await serveFrom(Number(process.env['PORT'] ?? defaultPort));
console.log(`\n专项资金透视 Fundlens  ${site.url}/\n（Ctrl+C 停止）`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void site.close().then(() => process.exit(0)));
}
