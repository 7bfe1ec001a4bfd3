import { addDays, type IsoDate } from '$lib/domain/calendar';

/** An all-day event of a calendar file. */
export interface CalendarEvent {
  /** The same for the same duty in every export, so that a second import replaces it. */
  uid: string;
  on: IsoDate;
  summary: string;
  description: string;
  categories: readonly string[];
}

export interface CalendarFile {
  name: string;
  /** The day whose data it shows; stands for the moment of writing, so that the same data give the same file. */
  asOf: IsoDate;
  events: readonly CalendarEvent[];
}

const longestLine = 75;
const lineEnd = '\r\n';
const encoder = new TextEncoder();

/** Text as RFC 5545, 3.3.11 asks: backslash, semicolon, comma and line ends escaped, control signs dropped. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** A line folded to at most 75 bytes; characters are never cut. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (bytes + size > longestLine) {
      parts.push(part);
      // The space at the beginning of a continued line counts too.
      part = ' ';
      bytes = 1;
    }
    part += sign;
    bytes += size;
  }
  return [...parts, part].join(lineEnd);
}

const compact = (day: IsoDate): string => day.replaceAll('-', '');

function eventLines({ uid, on, summary, description, categories }: CalendarEvent, asOf: IsoDate): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${compact(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    // The end of an all-day event is the day after it.
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(',')}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A calendar as RFC 5545 text: all-day events, folded lines, CRLF. */
export const calendarText = ({ name, asOf, events }: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fundlens//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, asOf)),
    'END:VCALENDAR',
  ]
    .map((line) => folded(line) + lineEnd)
    .join('');
