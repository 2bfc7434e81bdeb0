import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const LONGEST = 300;
const OURS = /\.(tsx?|mjs|css|html|json|md|yml|yaml|sh|svg)$|^(run|Dockerfile|Caddyfile)$/;

const files = sourceFiles(OURS).filter(({ path }) => path !== 'package-lock.json');

/** Files that are longer, each with why it is one subject all the same. Cutting a subject in two to save lines helps no reader. */
const LONGER: Readonly<Record<string, string>> = {
  'client/panels/positions/Fields.module.css': 'the look of one view, the five fields round the initiative',
  'server/sync/room/room.ts': 'one cloth in memory: its document, its people and its session',
  'tests/property/convergence.test.ts': 'every intent there is, and what holds whoever carries them out',
  'tests/support/participant.ts': 'one person at a browser, and all that they do there',
  'server/sync/connection/connection.ts': 'one socket in its room, and all that may come in by it',
};

test(`a file of code that is longer than ${LONGEST} lines says why`, () => {
  const long = files
    .filter(({ path }) => /\.(tsx?|mjs|css)$/.test(path) && !/\.generated\.ts$/.test(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST);
  expect(long.filter(({ path }) => !(path in LONGER))).toEqual([]);
  expect(Object.keys(LONGER).filter((path) => !long.some((file) => file.path === path))).toEqual([]);
});

test('no file names a place on the machine it was made on', () => {
  const place = /(?<![\w.:/])\/(?:work|home\/\w+|Users\/\w+)\/|[A-Z]:\\Users\\/;
  expect(place.test('see /home/gemma/cloth')).toBe(true);
  expect(place.test('https://example.org/home/gemma/plan')).toBe(false);
  expect(linesWith(place)).toEqual([]);
});

test('nothing is left to do, and no rule is switched off without a word', () => {
  const open = /\b(?:TO[D]O|FIX[M]E|X{3})\b|@ts-(?:ignore|nocheck)|@ts-expect-error\s*$|eslint-disable/;
  expect(linesWith(open)).toEqual([]);
});

test('continuous integration runs the test command that the README gives, and only that', () => {
  const command = 'npm ci && npm test';
  const commands = readFileSync('.ci/run', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !/^(#|set |cd )/.test(line));
  expect(commands).toEqual([command]);
  expect(readFileSync('README.md', 'utf8')).toContain(command);
});

test('every link in the documents leads to a file that is there', () => {
  const dead = files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)]
        .map(([, link = '']) => posix.join(posix.dirname(path), link))
        .filter((target) => !existsSync(target))
        .map((target) => `${path} leads to ${target}`),
    );
  expect(dead).toEqual([]);
});

function linesWith(pattern: RegExp): string[] {
  return files
    .filter(({ path }) => path !== 'tests/unit/house/files.test.ts')
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
    );
}
