import { compareWords } from '$lib/ui/sort-rows';

/** The first character of each initial in pinyin order; nothing begins with i, u or v. */
const firsts: readonly [character: string, initial: string][] = [
  ['八', 'b'],
  ['嚓', 'c'],
  ['咑', 'd'],
  ['妸', 'e'],
  ['发', 'f'],
  ['旮', 'g'],
  ['哈', 'h'],
  ['丌', 'j'],
  ['咔', 'k'],
  ['垃', 'l'],
  ['呣', 'm'],
  ['拏', 'n'],
  ['喔', 'o'],
  ['妑', 'p'],
  ['七', 'q'],
  ['呥', 'r'],
  ['仨', 's'],
  ['他', 't'],
  ['屲', 'w'],
  ['夕', 'x'],
  ['丫', 'y'],
  ['帀', 'z'],
];
const han = /\p{Script=Han}/u;
const known = new Map<string, string>();

/** The letters of what is no Chinese: a digit or Latin letter is its own, a sign has none. */
const plainLetter = (character: string): string =>
  /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase() : '';

function initialOf(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const initial = han.test(character)
    ? (firsts.findLast(([first]) => compareWords(first, character) <= 0)?.[1] ?? 'a')
    : plainLetter(character);
  known.set(character, initial);
  return initial;
}

/**
 * The initials by which people look Chinese names up: “南京光电2号” is `njgd2h`. Told from the browser's own pinyin
 * order, so a character with several readings has the one that it is sorted by.
 */
export const pinyinInitials = (text: string): string => [...text].map(initialOf).join('');
