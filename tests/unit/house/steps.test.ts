import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STEP_PARTS } from '../../../client/steps/all-steps.ts';
import { stepsEn } from '../../../client/steps/en.ts';
import { tipsEn } from '../../../client/steps/en-tips.ts';
import { stepsNl } from '../../../client/steps/nl.ts';
import { tipsNl } from '../../../client/steps/nl-tips.ts';
import { STEP_IDS, STEPS } from '../../../shared/method/steps.ts';

/** What a step consists of, each in its own folder. */
const PARTS = ['rules.ts', 'Screen.tsx', 'nl.ts', 'en.ts', 'nl-tips.ts', 'en-tips.ts'];
/** Folders of client/steps that belong to all steps together. */
const COMMON = ['alone', 'bar', 'lead', 'prepare', 'side', 'theme', 'timer'];

describe.each(STEP_IDS)('the step %s', (id) => {
  test('has rules, a screen, Dutch, English and a test', () => {
    expect(PARTS.filter((part) => !existsSync(join('client/steps', id, part)))).toEqual([]);
    expect(existsSync(join('tests/unit/steps', `${id}.test.ts`))).toBe(true);
  });

  test('says the same number of things in both languages', () => {
    const [nl, en] = [stepsNl[id], stepsEn[id]];
    expect(Object.keys(nl.now)).toEqual(Object.keys(en.now));
    expect(tipsNl[id].tips.length).toBe(tipsEn[id].tips.length);
    for (const tip of [...tipsNl[id].tips, ...tipsEn[id].tips]) expect(tip.trim()).not.toBe('');
    for (const { name, now } of [nl, en]) {
      for (const words of [name, ...Object.values(now)]) expect(words.trim()).not.toBe('');
      // One sentence or two that everyone reads at a glance, from the other side of the room.
      for (const sentence of Object.values(now)) expect(sentence.length).toBeLessThanOrEqual(105);
    }
  });

  test('is told by its own folder', () => {
    expect(STEP_PARTS[id].rules.step).toBe(STEPS.find((step) => step.id === id));
  });
});

test('there is no half step: every folder is a step or common to all', () => {
  const folders = readdirSync('client/steps', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const known = new Set<string>([...STEP_IDS, ...COMMON]);
  expect(folders.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});
