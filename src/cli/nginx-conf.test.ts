import { expect, test } from 'vitest';
import { nginxConf } from './nginx-conf';

const conf = nginxConf("default-src 'self'");

/** The pattern of the location that answers any project, as nginx reads it. */
function projectPattern(): RegExp {
  const found = /location ~ (\^\S+projects\S+) \{ try_files ([^}]+);/.exec(conf);
  if (!found?.[1]) throw new Error('no location for projects');
  expect(found[2]).toBe('$uri $uri.html $1/projects/any.html =404');
  return new RegExp(found[1]);
}

test('every project is answered by the page for all, in its language', () => {
  const pattern = projectPattern();
  expect(pattern.exec('/projects/D2023-0001')?.[1]).toBeUndefined();
  expect(pattern.exec('/en/projects/D2023-0001')?.[1]).toBe('/en');
});

test.each(['/projects', '/en/projects', '/projects/', '/projects/a/b', '/fr/projects/a'])(
  '%s is left to the other locations',
  (address) => {
    expect(projectPattern().test(address)).toBe(false);
  },
);

test('hidden files and slashes at the end are dealt with before projects', () => {
  const places = ['location ~ /\\.', 'return 308', 'projects/any.html'].map((words) => conf.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
