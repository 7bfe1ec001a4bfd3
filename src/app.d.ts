declare module 'virtual:fundlens-rules' {
  /** Everything under `rules/`, read, checked and compiled when the site is built. */
  const rules: import('$lib/policy/rulebook').Rulebook;
  export default rules;
}

declare module 'virtual:fundlens-conditions' {
  /** Facts and conditions of every item; import it dynamically, it is not for the first page. */
  const conditions: import('$lib/policy/conditions/condition').ConditionBook;
  export default conditions;
}

declare module 'virtual:fundlens-forms' {
  /** The KPI target forms of all guides; import it dynamically, it is not for the first page. */
  const forms: import('$lib/policy/forms/form').KpiForm[];
  export default forms;
}

declare module 'virtual:fundlens-inputs' {
  /** Tables that come beside the summary tables: payments, acceptances, appropriations, progress. */
  const tables: import('$lib/policy/inputs/input-table').InputTable[];
  export default tables;
}

declare module 'virtual:fundlens-annexes' {
  /** Annexes of the guides, and how the items of two years correspond; import it dynamically. */
  const annexes: import('$lib/policy/annexes/annexes').Annexes;
  export default annexes;
}

declare module 'virtual:fundlens-centres' {
  /** Rules of the innovation centres; import it dynamically. */
  const centres: import('$lib/policy/centres/centres').CentreRules;
  export default centres;
}

declare module 'virtual:fundlens-platforms' {
  /** Rules of industrial internet platforms and benchmark factories; import it dynamically. */
  const platforms: import('$lib/policy/platforms/platforms').PlatformRules;
  export default platforms;
}

declare module 'virtual:fundlens-scoring' {
  /** How performance is scored; import it dynamically. */
  const scoring: import('$lib/policy/scoring/scoring').ScoringRules;
  export default scoring;
}

declare module 'virtual:fundlens-forecast' {
  /** How payments and results are carried forward; import it dynamically. */
  const forecast: import('$lib/policy/forecast/forecast').ForecastRules;
  export default forecast;
}

declare module 'virtual:fundlens-deadlines' {
  /** Calendars and lengths that deadlines are worked out by; import it dynamically. */
  const deadlines: import('$lib/policy/deadlines/deadline-rules').DeadlineRules;
  export default deadlines;
}
