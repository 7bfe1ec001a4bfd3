/** How hard a passphrase is to guess, in four steps; `short` is refused, the others are the user's choice. */
export type PassphraseStrength = 'short' | 'weak' | 'fair' | 'strong';

/** As `sealPackage` asks; a test holds the two together. */
export const shortestPassphrase = 12;
const strongLength = 16;
const fewestDistinct = 6;
const strongDistinct = 10;

/** Characters that go on where the one before stopped, or say it again: 1234, abcd, aaaa. */
function runShare(letters: readonly string[]): number {
  const steps = letters.slice(1).map((letter, index) => {
    const before = letters[index]?.codePointAt(0) ?? 0;
    return Math.abs((letter.codePointAt(0) ?? 0) - before);
  });
  return steps.filter((step) => step <= 1).length / Math.max(1, steps.length);
}

/**
 * A rough word of advice, no measure of entropy: it warns of repeated and counted-up characters. Letters are
 * normalised as the seal does it.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const letters = [...passphrase.normalize('NFKC').trim()];
  const distinct = new Set(letters.map((letter) => letter.toLowerCase())).size;
  if (letters.length < shortestPassphrase) return 'short';
  if (distinct < fewestDistinct || runShare(letters) > 0.5) return 'weak';
  return letters.length >= strongLength && distinct >= strongDistinct ? 'strong' : 'fair';
}
