/**
 * `npm test`: everything in order, cheapest first, stopping at the first step that fails. The last line counts
 * the tests of both runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const reports = '.cache/test-reports';
mkdirSync(reports, { recursive: true });
const report = (project: string) => path.join(reports, `${project}.json`);

const vitest = (project: string): string[] => [
  'vitest',
  'run',
  '--project',
  project,
  // The machine that counts has two cores; without this a run keeps to one.
  '--maxWorkers=2',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report(project)}`,
];

const steps: { name: string; command: string[]; project?: string }[] = [
  { name: 'messages and routes', command: ['npm', 'run', '--silent', 'prepare'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'unit, rules, architecture', command: ['npx', ...vitest('unit')], project: 'unit' },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'pages in Chromium', command: ['npx', ...vitest('pages')], project: 'pages' },
];

function counts(project: string): { passed: number; failed: number } {
  const read = JSON.parse(readFileSync(report(project), 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: read.numPassedTests, failed: read.numFailedTests };
}

const environment = { TZ: 'Asia/Shanghai' };

const total = { passed: 0, failed: 0 };
let broken = false;
for (const step of steps) {
  const started = Date.now();
  console.log(`\n== ${step.name}`);
  const [program = '', ...rest] = step.command;
  const run = spawnSync(program, rest, { stdio: 'inherit', env: { ...process.env, ...environment } });
  if (step.project) {
    const found = counts(step.project);
    total.passed += found.passed;
    total.failed += found.failed;
  }
  console.log(
    `== ${step.name}: ${run.status === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  if (run.status !== 0) {
    broken = true;
    break;
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(broken || total.failed > 0 ? 1 : 0);
