import { quarterEnd, type IsoDate } from '$lib/domain/calendar';

const numbers = ['一', '二', '三', '四'];

/** The quarter that ends on a day, as tables name it: 2024年第一季度. A day that ends none is written as it is. */
export function quarterWords(day: IsoDate): string {
  if (quarterEnd(day) !== day) return day;
  return `${day.slice(0, 4)}年第${numbers[Number(day.slice(5, 7)) / 3 - 1] ?? ''}季度`;
}
