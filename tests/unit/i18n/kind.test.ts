import { describe, expect, test } from 'vitest';
import { en } from '../../../client/i18n/en.ts';
import { textsOfKind } from '../../../client/i18n/kind.ts';
import { nl } from '../../../client/i18n/nl.ts';
import { STEP_PARTS } from '../../../client/steps/all-steps.ts';
import { ofKind } from '../../../client/steps/step-parts.ts';

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
const LANGUAGES = { nl, en };

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
  const texts = LANGUAGES[language];

  test('no text on a cloth with a theme speaks of its initiative', () => {
    const themed = textsOfKind(texts, language, 'theme');
    const spoken = ON_THE_CLOTH.flatMap((section) => wordsIn(themed[section]));
    expect(spoken.filter((words) => /\b(the|het) initiati(ve|ef)\b/i.test(words))).toEqual([]);
    expect(themed.top.menu).toBe(texts.top.menu);
    expect(textsOfKind(texts, language, 'theme')).toBe(themed);
    expect(textsOfKind(texts, language, 'initiative')).toBe(texts);
  });

  test('nor does any step, which says as much as on a cloth with an initiative', () => {
    for (const { texts: step } of Object.values(STEP_PARTS)) {
      const { name, now, tips } = ofKind(step[language], 'theme');
      expect(
        [name, ...Object.values(now), ...tips].filter((words) => /\b(the|het) initiati(ve|ef)\b/i.test(words)),
      ).toEqual([]);
      expect(Object.keys(now)).toEqual(Object.keys(step[language].now));
      expect(tips.length).toBe(step[language].tips.length);
    }
  });
});
