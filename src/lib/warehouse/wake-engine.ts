/**
 * Begins to start the page's engine (`browserEngine`), whose file takes a second to compile, in a worker of its own:
 * the sooner it begins, the sooner it is there. Whoever asks for the engine later hears what failed.
 */
export function wakeEngine(): void {
  // Both parts at once: the first would ask for the second only after its own way over the network.
  void Promise.all([import('./duckdb-browser'), import('@duckdb/duckdb-wasm')])
    .then(([{ browserEngine }]) => browserEngine())
    .catch(() => undefined);
}
