import { readAnnexes } from '../annexes/read-annexes.ts';
import { rulesFolder, yamlReader } from '../read-yaml.ts';
import { RulesError } from '../rules-error.ts';
import type { z } from '../schemas/parts.ts';
import type { DeadlineRules, YearCalendar } from './deadline-rules.ts';
import { calendarsSchema, deadlinesSchema } from './schema.ts';
import { isWeekend } from './working-days.ts';

const calendarsFile = 'vocabulary/calendars.yaml';
const practiceFile = 'scoring/deadlines.yaml';

type YearText = z.infer<typeof calendarsSchema>['years'][number];

function calendarOf({ year, notice, days_off: daysOff, work_days: workDays }: YearText): YearCalendar {
  const stray = workDays.find((day) => !isWeekend(day));
  if (stray) throw new RulesError(calendarsFile, String(year), `${stray} is no Saturday or Sunday`);
  const document = notice.number;
  return {
    year,
    notice,
    daysOff: daysOff.map(({ section, words, ...span }) => ({
      ...span,
      source: { document, section, words },
    })),
    workDays,
  };
}

/**
 * Lengths by practice and the calendars of working days (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem, also where a duty is named that the agreement does not have.
 */
export function readDeadlineRules(folder: string = rulesFolder): DeadlineRules {
  const read = yamlReader(folder);
  const text = read(practiceFile, deadlinesSchema);
  const known = new Set(readAnnexes(folder).agreement.duties.map(({ id }) => id));
  const named = [...Object.values(text.duties), ...Object.values(text.accepted_by)];
  const stray = named.find((id) => !known.has(id));
  if (stray) throw new RulesError(practiceFile, 'duties', `the agreement has no duty “${stray}”`);
  return {
    basis: text.basis,
    dueSoonDays: text.due_soon_days,
    acceptanceMonths: text.acceptance_months,
    finalPaymentMonths: text.final_payment_months,
    aheadMonths: text.ahead_months,
    duties: text.duties,
    acceptedBy: text.accepted_by,
    readings: text.readings,
    calendars: read(calendarsFile, calendarsSchema).years.map(calendarOf),
  };
}
