import { describe, expect, test } from 'vitest';
import { packageFaults } from './package-faults';

describe('each kind of fault of a package is named with its file and cell', () => {
  test.each(packageFaults.map((fault) => [fault.kind, fault] as const))(
    '%s',
    async (_, { open, finding }) => {
      expect(await open()).toContainEqual(expect.objectContaining({ ...finding, severity: 'error' }));
    },
  );
});
