import { expect, test } from 'vitest';
import { projectsTitle } from './explorer';

const path = [{ areaId: 'a', categoryId: 'c', label: { zh: '演示类别', en: 'Demo' } }];

test('the title of a category’s projects counts all of them, not only those that are listed', () => {
  const title = projectsTitle({ path }, { lines: [], count: 1250, red: 230 });
  expect(title).toContain('1,250');
  expect(title).toContain('230');
});

test('without a red project the title names none', () => {
  expect(projectsTitle({ path }, { lines: [], count: 3, red: 0 })).not.toMatch(/0 个/);
});
