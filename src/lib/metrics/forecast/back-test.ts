import type { ForecastRules, MethodId } from '$lib/policy/forecast/forecast';
import type { Quarter } from './quarters';

/** One forecast that could have been made at the end of a past quarter, and how far it was from what came. */
export interface Trial {
  series: string;
  /** The quarter whose end it stood at. */
  origin: Quarter;
  /** Quarters ahead. */
  steps: number;
  method: MethodId;
  /** Forecast less what came, as a share of the series' own size (award or target). */
  error: number;
}

/** How forecasts so many quarters ahead did. */
export interface StepTest {
  steps: number;
  trials: number;
  /** Different quarter ends among them. */
  origins: number;
  /**
   * Half the band, as a share of the series' size: the stated quantile of the errors without their sign, and never less
   * than a step nearer, for what lies further ahead is not surer.
   */
  width: number;
  /** Medians of the errors without their sign. */
  medianError: number;
  naiveError: number;
  /**
   * Share of the trials that fell within a band drawn only from errors known at their own origin, and of how many; null
   * where no trial had enough behind it.
   */
  coverage: { share: number; of: number } | null;
}

export interface BackTest {
  /** The one whose errors are smallest. */
  method: MethodId;
  /** All that were tried, on the same origins. */
  tried: { method: MethodId; trials: number; medianError: number }[];
  origins: number;
  /** Only those with enough origins; nothing is forecast further ahead. */
  steps: StepTest[];
}

/** The smallest of the values that at least this share of them does not exceed; null without values. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? null;
}

const sizes = (trials: readonly Trial[]): number[] => trials.map(({ error }) => Math.abs(error));
const medianOf = (trials: readonly Trial[]): number => quantile(sizes(trials), 0.5) ?? 0;
const originsOf = (trials: readonly Trial[]): number => new Set(trials.map(({ origin }) => origin)).size;

/** Trials within the band that could have been drawn when they were made. */
function coverageOf(trials: readonly Trial[], { band, leastOrigins }: ForecastRules): StepTest['coverage'] {
  const widths = new Map<Quarter, number | null>();
  const widthAt = (origin: Quarter, steps: number): number | null => {
    const known = widths.get(origin);
    if (known !== undefined) return known;
    const answered = trials.filter((trial) => trial.origin + steps <= origin);
    const width = originsOf(answered) < leastOrigins ? null : quantile(sizes(answered), band);
    widths.set(origin, width);
    return width;
  };
  let [of, held] = [0, 0];
  for (const { origin, steps, error } of trials) {
    const width = widthAt(origin, steps);
    if (width === null) continue;
    of += 1;
    if (Math.abs(error) <= width) held += 1;
  }
  return of === 0 ? null : { share: held / of, of };
}

function stepTest(
  steps: number,
  own: readonly Trial[],
  naive: readonly Trial[],
  rules: ForecastRules,
): StepTest {
  return {
    steps,
    trials: own.length,
    origins: originsOf(own),
    width: quantile(sizes(own), rules.band) ?? 0,
    medianError: medianOf(own),
    naiveError: medianOf(naive),
    coverage: coverageOf(own, rules),
  };
}

/** Of methods that do equally well the one that stands first in the rules is taken. */
function best(tried: BackTest['tried']): MethodId | null {
  const [first] = [...tried].filter(({ trials }) => trials > 0).sort((a, b) => a.medianError - b.medianError);
  return first?.method ?? null;
}

/** Chooses the method whose past forecasts came nearest, and measures them; null where there were too few. */
export function backTest(
  trials: readonly Trial[],
  methods: readonly { id: MethodId }[],
  rules: ForecastRules,
): BackTest | null {
  const of = (id: MethodId) => trials.filter(({ method }) => method === id);
  const tried = methods.map(({ id }) => {
    const own = of(id);
    return { method: id, trials: own.length, medianError: medianOf(own) };
  });
  const method = best(tried);
  if (method === null) return null;
  const [own, naive] = [of(method), of(rules.naive)];
  const steps: StepTest[] = [];
  let width = 0;
  for (let ahead = 1; ahead <= rules.mostSteps; ahead += 1) {
    const at = (list: readonly Trial[]) => list.filter((trial) => trial.steps === ahead);
    const test = stepTest(ahead, at(own), at(naive), rules);
    if (test.origins < rules.leastOrigins) break;
    width = Math.max(width, test.width);
    steps.push({ ...test, width });
  }
  return steps.length === 0 ? null : { method, tried, origins: originsOf(own), steps };
}
