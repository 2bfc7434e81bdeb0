import { expect, test } from 'vitest';
import { isCharacter, lettersWork } from '../../../client/canvas/input/keyboard.ts';

/** An element that lies within what these selectors name. */
const within = (...inside: readonly string[]) =>
  ({
    closest: (selector: string) => (inside.some((each) => selector.includes(each)) ? {} : null),
  }) as unknown as Element;

test('a single letter is a key on the cloth and in the outline, and on a control only for who pressed it by hand', () => {
  expect(lettersWork(null, false, true)).toBe(true);
  expect(lettersWork(within('.cloth-canvas'), false, true)).toBe(true);
  expect(lettersWork(within('[role="treeitem"]', '[role="tree"]'), false, true)).toBe(true);
  expect(lettersWork(within('button'), false, true)).toBe(false);
  expect(lettersWork(within('button'), true, true)).toBe(true);
});

test('switched off, no single letter is a key anywhere; keys with Ctrl or a name go on', () => {
  for (const at of [null, within('.cloth-canvas'), within('button')]) expect(lettersWork(at, true, false)).toBe(false);
  const held = { ctrlKey: false, metaKey: false };
  expect(isCharacter({ key: 'g', ...held })).toBe(true);
  expect(isCharacter({ key: '?', ...held })).toBe(true);
  expect(isCharacter({ key: 'z', ...held, ctrlKey: true })).toBe(false);
  expect(isCharacter({ key: 'Delete', ...held })).toBe(false);
  expect(isCharacter({ key: ' ', ...held })).toBe(false);
});
