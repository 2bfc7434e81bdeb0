import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const architecture = readFileSync('docs/architecture.md', 'utf8');

/** Every `path/to/file.ts` `name` of the document: a file, and something in it that a reader should look at. */
const owners = [...architecture.matchAll(/`([\w-]+(?:\/[\w-]+)*\.tsx?)`(?: `(\w+)`)?/g)].map(([, path = '', name]) => ({
  path,
  name,
}));

test('the map of the house and the way of a write name files and functions that are there', () => {
  expect(owners.length).toBeGreaterThan(30);
  const wrong = owners.filter(({ path, name }) => {
    if (!existsSync(path)) return true;
    return name !== undefined && !new RegExp(`\\b${name}\\b[^;]*[({]`).test(readFileSync(path, 'utf8'));
  });
  expect(wrong).toEqual([]);
});

test('the map of the house has every folder, and none that is not there', () => {
  const mapped = [...architecture.matchAll(/^\| `((?:client|server|shared)\/[\w-]+)\/` \|/gm)].map(([, name]) => name);
  const there = ['client', 'server', 'shared'].flatMap((house) =>
    readdirSync(house, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'public')
      .map(({ name }) => `${house}/${name}`),
  );
  expect(mapped.toSorted()).toEqual(there.toSorted());
});
