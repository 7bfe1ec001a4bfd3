/**
 * SHA-256 (FIPS 180-4) without crypto.subtle, which browsers give to secure contexts only: a portal on a
 * closed network is often served over plain http.
 */

const isPrime = (value: number): boolean => {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return true;
};

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let value = 2; primes.length < count; value++) if (isPrime(value)) primes.push(value);
  return primes;
}

/** The first 32 bits of the fraction of a root, as the standard derives its constants. */
const fractionBits = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;

const roundConstants = Int32Array.from(firstPrimes(64), (prime) => fractionBits(Math.cbrt(prime)));
const startState = Int32Array.from(firstPrimes(8), (prime) => fractionBits(Math.sqrt(prime)));

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const at = (words: Int32Array, index: number): number => words[index] ?? 0;

function fillSchedule(schedule: Int32Array, block: DataView, offset: number): void {
  for (let index = 0; index < 16; index++) schedule[index] = block.getInt32(offset + index * 4);
  for (let index = 16; index < 64; index++) {
    const early = at(schedule, index - 15);
    const late = at(schedule, index - 2);
    const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[index] = (at(schedule, index - 16) + small0 + at(schedule, index - 7) + small1) | 0;
  }
}

// Written out: an array for each block would cost more than the mixing.
function mixBlock(state: Int32Array, schedule: Int32Array): void {
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let round = 0; round < 64; round++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + at(roundConstants, round) + at(schedule, round)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (at(state, 0) + a) | 0;
  state[1] = (at(state, 1) + b) | 0;
  state[2] = (at(state, 2) + c) | 0;
  state[3] = (at(state, 3) + d) | 0;
  state[4] = (at(state, 4) + e) | 0;
  state[5] = (at(state, 5) + f) | 0;
  state[6] = (at(state, 6) + g) | 0;
  state[7] = (at(state, 7) + h) | 0;
}

/** The message with its closing bit and its length, as whole blocks of 64 bytes. */
function paddedTail(bytes: Uint8Array): DataView {
  const rest = bytes.length % 64;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(bytes.length - rest));
  tail[rest] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(tail.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

const hexBytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hexByte = (byte: number): string => hexBytes[byte & 0xff] ?? '';
const hexWord = (word: number): string =>
  hexByte(word >>> 24) + hexByte(word >>> 16) + hexByte(word >>> 8) + hexByte(word);

const schedule = new Int32Array(64);

function mixBlocks(state: Int32Array, blocks: DataView, length: number): void {
  for (let offset = 0; offset < length; offset += 64) {
    fillSchedule(schedule, blocks, offset);
    mixBlock(state, schedule);
  }
}

/** SHA-256 of the bytes as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const state = startState.slice();
  const whole = bytes.length - (bytes.length % 64);
  if (whole > 0) mixBlocks(state, new DataView(bytes.buffer, bytes.byteOffset, whole), whole);
  const tail = paddedTail(bytes);
  mixBlocks(state, tail, tail.byteLength);
  let digits = '';
  for (let index = 0; index < state.length; index++) digits += hexWord(at(state, index));
  return digits;
}

const encoder = new TextEncoder();

/** SHA-256 of a text in UTF-8. */
export const sha256OfText = (text: string): string => sha256(encoder.encode(text));
