import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** Every intent: what of `shared/commands/` takes a cloth, or a room, and gives back what it changed. */
const INTENT =
  /^export function (\w+)\(\s*(?:cloth: ClothDoc|commons: CommonsDoc)[\s\S]*?\): (Change\[\]|Seating|Kept|\{)/gm;

test('every intent there is takes part in the convergence test', () => {
  const convergence = ['convergence', 'commons']
    .map((name) => readFileSync(`tests/property/${name}.test.ts`, 'utf8'))
    .join('\n');
  const intents = sourceFiles(/\.ts$/, 'shared/commands').flatMap(({ text }) =>
    [...text.matchAll(INTENT)].map(([, name = '']) => name),
  );
  expect(intents.length).toBeGreaterThan(25);
  expect(intents.filter((name) => !new RegExp(`\\b${name}\\(`).test(convergence))).toEqual([]);
});
