/** Numbers as pages write them, made from whole numbers and read back again. */

const grouped = (value: bigint): string =>
  `${value < 0n ? '−' : ''}${String(value < 0n ? -value : value).replace(/\B(?=(\d{3})+$)/g, ',')}`;

/** 分 in whole 万元, half rounded up: “26,899”. */
export const inWan = (fen: bigint): string => grouped((fen + 500_000n) / 1_000_000n);

/** A share in whole percent, half rounded up: “61”. */
export const inPercent = (part: bigint, whole: bigint): string =>
  String((part * 200n + whole) / (whole * 2n));

export const inCount = (count: number): string => grouped(BigInt(count));

/** “−1,234” or “61%” as a whole number. */
export function wholeNumber(text: string): bigint {
  const digits = text.replaceAll(',', '').replace('−', '-').replace(/\s*%$/, '').trim();
  if (!/^-?\d+$/.test(digits)) throw new Error(`no whole number: “${text}”`);
  return BigInt(digits);
}

/** “1,234.56” 万元 in 分. */
export function fenOfWan(text: string): bigint {
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.');
  if (!/^\d+$/.test(whole) || !/^\d{0,6}$/.test(fraction)) throw new Error(`no amount in 万元: “${text}”`);
  return BigInt(whole + fraction.padEnd(6, '0'));
}
