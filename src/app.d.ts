declare module 'virtual:fundlens-rules' {
  /** Everything under `rules/`, read, checked and compiled when the site is built. */
  const rules: import('$lib/policy/rulebook').Rulebook;
  export default rules;
}
