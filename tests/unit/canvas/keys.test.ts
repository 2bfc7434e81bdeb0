import { describe, expect, it } from 'vitest';
import { ACTION_IDS } from '../../../client/canvas/actions/action.ts';
import { actionForKey, type KeyPress } from '../../../client/canvas/actions/keys.ts';
import { ACTIONS } from '../../../client/canvas/actions/table.ts';

function press(key: string, held: Partial<KeyPress> = {}): string | null {
  const code = /^\d$/.test(key) ? `Digit${key}` : '';
  return (
    actionForKey({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })?.id ?? null
  );
}

describe('the table of actions', () => {
  it('has every action once, and no key twice', () => {
    expect(ACTIONS.map((action) => action.id)).toEqual([...ACTION_IDS]);
    const keys = ACTIONS.flatMap((action) => action.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['z', { ctrlKey: true }, 'undo'],
    ['z', { metaKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['a', { ctrlKey: true }, 'select-all'],
    ['d', { ctrlKey: true }, 'duplicate'],
    ['Delete', {}, 'delete'],
    ['Backspace', {}, 'delete'],
    ['p', {}, 'position-p'],
    ['P', {}, 'position-p'],
    ['p', { ctrlKey: true }, null],
    ['p', { altKey: true }, null],
    ['!', { shiftKey: true, code: 'Digit1' }, 'fit'],
    ['&', { shiftKey: true, code: 'Digit1' }, 'fit'],
    ['@', { shiftKey: true, code: 'Digit2' }, 'fit-selection'],
    ['+', { shiftKey: true, code: 'Equal' }, 'zoom-in'],
    ['=', { code: 'Equal' }, 'zoom-in'],
    ['-', { code: 'Minus' }, 'zoom-out'],
    ['+', { ctrlKey: true }, null],
    ['ArrowLeft', {}, 'nudge-left'],
    ['ArrowLeft', { shiftKey: true }, 'nudge-far-left'],
    ['Enter', {}, 'edit'],
    ['Escape', {}, 'escape'],
    ['T', { shiftKey: true }, 'tie-to-initiative'],
    ['q', {}, null],
  ])('%s with %o is %s', (key, held, action) => {
    expect(press(key, held)).toBe(action);
  });
});
