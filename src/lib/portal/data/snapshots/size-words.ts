import { showNumber } from '$lib/domain/ratio';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
const step = 1024;

/** Bytes as people read them: 512 B, 3 KB, 1.2 MB; from MB on with one decimal. */
export function sizeWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (Math.round(size) >= step && unit < units.length - 1) {
    size /= step;
    unit += 1;
  }
  return `${showNumber(size, unit < 2 ? 0 : 1)} ${units[unit] ?? ''}`;
}
