import { expect, test } from 'vitest';
import { asJson, snakeKeys } from './snake-keys';

test('keys become snake_case at every depth, values stay as they are', () => {
  expect(snakeKeys({ capFen: { sourceRef: ['KeepMe'] }, list: [{ subQuotas: null }] })).toEqual({
    cap_fen: { source_ref: ['KeepMe'] },
    list: [{ sub_quotas: null }],
  });
});

test('what is missing stays null and is not left out', () => {
  expect(asJson({ ceilingFen: null })).toContain('"ceiling_fen": null');
});
