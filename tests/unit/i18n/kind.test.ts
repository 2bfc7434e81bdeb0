import { describe, expect, test } from 'vitest';
import { themeEn } from '../../../client/i18n/en/first/theme.ts';
import { en } from '../../../client/i18n/en.ts';
import { textsOfKind } from '../../../client/i18n/kind.ts';
import { themeNl } from '../../../client/i18n/nl/first/theme.ts';
import { nl } from '../../../client/i18n/nl.ts';
import { stepsEn } from '../../../client/steps/en.ts';
import { tipsEn } from '../../../client/steps/en-tips.ts';
import { stepsNl } from '../../../client/steps/nl.ts';
import { tipsNl } from '../../../client/steps/nl-tips.ts';
import { ofKind, tipsOfKind } from '../../../client/steps/step-parts.ts';
import { STEP_IDS } from '../../../shared/method/steps.ts';

/** What is said on a cloth itself; elsewhere, and where the two are told apart, an initiative is an initiative. */
const ON_THE_CLOTH = [
  'top',
  'legend',
  'empty',
  'action',
  'question',
  'insights',
  'contacts',
  'canvas',
  'alone',
] as const;
const LANGUAGES = {
  nl: { texts: nl, theme: themeNl, steps: stepsNl, advice: tipsNl },
  en: { texts: en, theme: themeEn, steps: stepsEn, advice: tipsEn },
};

function wordsIn(texts: object): string[] {
  return Object.values(texts).flatMap((text) => {
    if (typeof text === 'string') return [text];
    return typeof text === 'function' ? [spoken(text)] : wordsIn(text);
  });
}

/** A text as it reads for some numbers; one that sums things up refuses those and gets lists. */
function spoken(text: (...about: unknown[]) => unknown): string {
  try {
    return String(text(2, 3));
  } catch {
    return String(text(['p'], ['i']));
  }
}

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  const { texts, theme, steps, advice } = LANGUAGES[language];

  test('no text on a cloth with a theme speaks of its initiative', () => {
    const themed = textsOfKind(texts, theme, 'theme');
    const spoken = ON_THE_CLOTH.flatMap((section) => wordsIn(themed[section]));
    expect(spoken.filter((words) => /\b(the|het) initiati(ve|ef)\b/i.test(words))).toEqual([]);
    expect(themed.top.menu).toBe(texts.top.menu);
    expect(textsOfKind(texts, theme, 'theme')).toBe(themed);
    expect(textsOfKind(texts, theme, 'initiative')).toBe(texts);
  });

  test('nor does any step, which says as much as on a cloth with an initiative', () => {
    for (const id of STEP_IDS) {
      const step = steps[id];
      const { name, now } = ofKind(step, 'theme');
      const tips = tipsOfKind(advice[id], 'theme');
      expect(
        [name, ...Object.values(now), ...tips].filter((words) => /\b(the|het) initiati(ve|ef)\b/i.test(words)),
      ).toEqual([]);
      expect(Object.keys(now)).toEqual(Object.keys(step.now));
      expect(tips.length).toBe(advice[id].tips.length);
      expect(tipsOfKind(advice[id], 'initiative')).toBe(advice[id].tips);
    }
  });
});
