import type { Plugin } from 'vite';
import { readRulebook } from './read-rules.ts';

const virtualId = 'virtual:fundlens-rules';

/** Gives the compiled rulebook to the bundle, so that the browser never reads or checks YAML. */
export function rulesPlugin(): Plugin {
  return {
    name: 'fundlens-rules',
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
    load(id) {
      if (id !== `\0${virtualId}`) return undefined;
      return `export default ${JSON.stringify(readRulebook())};`;
    },
  };
}
