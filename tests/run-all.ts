/**
 * `npm test`: everything in order, cheapest first, stopping at the first step that fails. The last line counts
 * the tests of both runs.
 */
import { spawn } from 'node:child_process';
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

interface Step {
  name: string;
  command: string[];
  project?: string;
}

/** One after the other; the steps of one line use a core each and run side by side. */
const steps: Step[][] = [
  [{ name: 'messages and routes', command: ['npm', 'run', '--silent', 'prepare'] }],
  [
    { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
    { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  ],
  [{ name: 'unit, rules, architecture', command: ['npx', ...vitest('unit')], project: 'unit' }],
  [{ name: 'build', command: ['npm', 'run', '--silent', 'build'] }],
  [{ name: 'pages in Chromium', command: ['npx', ...vitest('pages')], project: 'pages' }],
];

function counts(project: string): { passed: number; failed: number } {
  const read = JSON.parse(readFileSync(report(project), 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: read.numPassedTests, failed: read.numFailedTests };
}

const environment = { ...process.env, TZ: 'Asia/Shanghai' };

/** Whether the step ended well. What it says comes at once, or together at its end where others run beside it. */
async function run({ name, command }: Step, isAlone: boolean): Promise<boolean> {
  const started = Date.now();
  const [program = '', ...rest] = command;
  if (isAlone) console.log(`\n== ${name}`);
  const child = spawn(program, rest, { stdio: isAlone ? 'inherit' : 'pipe', env: environment });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (!isAlone) console.log(`\n== ${name}\n${said}`);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`== ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
  return code === 0;
}

const total = { passed: 0, failed: 0 };
let broken = false;
for (const group of steps) {
  const ended = await Promise.all(group.map((step) => run(step, group.length === 1)));
  for (const { project } of group) {
    if (!project) continue;
    const found = counts(project);
    total.passed += found.passed;
    total.failed += found.failed;
  }
  broken = ended.includes(false);
  if (broken) break;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(broken || total.failed > 0 ? 1 : 0);
