/** `npm run check -- FILE… --guide YEAR`: official workbooks against the rules, for batch work. */
import { runCheck } from './check/main';
import { exitCodeOf, terminal } from './usage-error';

process.exitCode = await exitCodeOf(() => runCheck(process.argv.slice(2), terminal), terminal);
