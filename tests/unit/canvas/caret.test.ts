import { describe, expect, it } from 'vitest';
import { caretAfter, changeEnd } from '../../../client/canvas/text/caret.ts';

/** `|` is the caret. */
function after(before: string, text: string): string {
  const caret = caretAfter(before.indexOf('|'), before.replace('|', ''), text);
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

describe('the caret, when another writes in the same words', () => {
  it.each([
    ['lezen |is leuk', 'samen lezen is leuk', 'samen lezen |is leuk'],
    ['lezen |is leuk', 'lezen is heel leuk', 'lezen |is heel leuk'],
    ['samen lezen| is leuk', 'lezen is leuk', 'lezen| is leuk'],
    ['lezen is leuk|', 'lezen', 'lezen|'],
    ['|lezen', 'samen lezen', '|samen lezen'],
    ['lezen|', 'lezen!', 'lezen|!'],
    ['le|zen', '', '|'],
    ['een 👩‍🏫| en', 'een en 👩‍🏫 en', 'een en 👩‍🏫| en'],
  ])('%s becomes %s', (before, text, expected) => {
    expect(after(before, text)).toBe(expected);
  });
});

describe('where a change ends', () => {
  it.each([
    ['de pen', 'de pennenbak', 'de pennenbak|'],
    ['de pen!', 'de pennenbak!', 'de pennenbak|!'],
    ['lezen is leuk', 'is leuk', '|is leuk'],
    ['een 👍 of', 'een 🙍 of', 'een 🙍| of'],
    ['', 'lezen', 'lezen|'],
  ])('from %s to %s', (before, now, expected) => {
    const end = changeEnd(before, now);
    expect(`${now.slice(0, end)}|${now.slice(end)}`).toBe(expected);
  });
});
