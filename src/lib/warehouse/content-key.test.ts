import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tableRef, valueRef } from './content-key';

const portable = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const member = (at: number) => ({ project_id: `p${at}`, sub_quota_id: 's', state: 'in' });
const members = (count: number) => Array.from({ length: count }, (_, at) => member(at));

describe('a content key', () => {
  test.each([4_999, 5_000, 5_001])('of %i rows changes with the last of them', async (count) => {
    const rows = members(count);
    const before = await tableRef('sub_quota_member', rows, portable);
    const changed = [...rows.slice(0, -1), { ...member(count - 1), state: 'out' }];
    const after = await tableRef('sub_quota_member', changed, portable);
    expect([before.rows, before.key === after.key]).toEqual([count, false]);
  });

  test('counts the bytes of the JSON, in UTF-8', async () => {
    expect((await valueRef(['一'], portable)).bytes).toBe(7);
  });

  test('tells an empty list from an empty value', async () => {
    const keys = await Promise.all([valueRef([], portable), valueRef({}, portable)]);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2);
  });
});
