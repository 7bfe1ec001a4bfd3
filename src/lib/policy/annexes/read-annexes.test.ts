import { expect, test } from 'vitest';
import { readAnnexes } from './read-annexes';
test('x', () => { expect(readAnnexes().directions.directions).toHaveLength(94); });
