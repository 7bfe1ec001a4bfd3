/** `npm run policy -- list|evaluate …`: the rules at the terminal. */
import { runPolicy } from './policy/main';
import { exitCodeOf, terminal } from './usage-error';

process.exitCode = await exitCodeOf(() => runPolicy(process.argv.slice(2), terminal), terminal);
