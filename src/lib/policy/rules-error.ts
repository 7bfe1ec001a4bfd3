/** A file under `rules/` is not what it should be: which file, where in it, and what was expected. */
export class RulesError extends Error {
  constructor(
    readonly file: string,
    readonly place: string,
    readonly problem: string,
    options?: ErrorOptions,
  ) {
    super(`rules/${file}${place ? ` at ${place}` : ''}: ${problem}`, options);
    this.name = 'RulesError';
  }
}
