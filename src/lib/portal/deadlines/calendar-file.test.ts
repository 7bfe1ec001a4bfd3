import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarText, type CalendarEvent, type CalendarFile } from './calendar-file';

/** Reads a calendar file back by the letter of RFC 5545: unfold, split, unescape. */
function parsed(text: string): { head: Map<string, string>; events: Map<string, string>[] } {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const head = new Map<string, string>();
  const events: Map<string, string>[] = [];
  let inside: Map<string, string> | null = null;
  for (const line of lines.filter((one) => one !== '')) {
    const at = line.indexOf(':');
    const [name, value] = [line.slice(0, at), line.slice(at + 1)];
    if (line === 'BEGIN:VEVENT') events.push((inside = new Map()));
    else if (line === 'END:VEVENT') inside = null;
    else (inside ?? head).set(name, value);
  }
  return { head, events };
}
const plain = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'acceptance/D-1@fundlens',
  on: '2026-12-31',
  summary: '项目验收',
  description: '',
  categories: [],
  ...changes,
});
const file = (...events: CalendarEvent[]): CalendarFile => ({ name: '期限', asOf: '2026-09-30', events });

describe('a calendar file', () => {
  test('ends every line with CRLF and folds at 75 bytes without cutting a character', () => {
    const text = calendarText(
      file(event({ summary: '演示企业0844（无锡）特种合金带材产业基础再造项目验收'.repeat(3) })),
    );
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\uFFFD');
    }
  });
  test('holds all-day events that end on the following day, over the end of a year', () => {
    const [found] = parsed(calendarText(file(event()))).events;
    expect(found?.get('DTSTART;VALUE=DATE')).toBe('20261231');
    expect(found?.get('DTEND;VALUE=DATE')).toBe('20270101');
    expect(found?.get('UID')).toBe('acceptance/D-1@fundlens');
  });
  test('of the leap day ends on the first of March', () => {
    const [found] = parsed(calendarText(file(event({ on: '2028-02-29' })))).events;
    expect(found?.get('DTEND;VALUE=DATE')).toBe('20280301');
  });
  test('is a whole calendar without events too', () => {
    const { head, events } = parsed(calendarText(file()));
    expect([head.get('VERSION'), head.get('END'), events.length]).toEqual(['2.0', 'VCALENDAR', 0]);
  });
  test('gives every text back as it was, commas, semicolons, backslashes and line ends too', () => {
    const words = fc
      .array(fc.constantFrom('项目', 'a', ',', ';', '\\', '\n', ' ', '“', ':', '😀', '1'), { maxLength: 80 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (texts) => {
        const events = texts.map((text, at) => event({ uid: `u${at}`, summary: `s${text}e` }));
        const read = parsed(calendarText(file(...events)));
        expect(read.events.map((one) => plain(one.get('SUMMARY') ?? ''))).toEqual(
          texts.map((text) => `s${text}e`),
        );
      }),
    );
  });
  test('is the same for the same data', () => {
    expect(calendarText(file(event()))).toBe(calendarText(file(event())));
  });
});
