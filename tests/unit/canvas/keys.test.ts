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
    ['я', { ctrlKey: true, code: 'KeyZ' }, 'undo'],
    ['Я', { ctrlKey: true, shiftKey: true, code: 'KeyZ' }, 'redo'],
    ['з', { code: 'KeyP' }, 'position-p'],
    ['π', { code: 'KeyP' }, 'position-p'],
    ['פ', { code: 'KeyP' }, 'position-p'],
    ['ح', { code: 'KeyP' }, 'position-p'],
    ['ㅔ', { code: 'KeyP' }, 'position-p'],
    ['Process', { code: 'KeyP' }, 'position-p'],
    // Latin keyboards go by the letter, wherever it is: AZERTY, Dvorak, and one with a letter of its own.
    ['z', { ctrlKey: true, code: 'KeyW' }, 'undo'],
    ['w', { ctrlKey: true, code: 'KeyZ' }, null],
    ['l', { code: 'KeyP' }, 'position-l'],
    ['é', { code: 'KeyI' }, null],
    // AZERTY has its digits with Shift, and other signs without; Hebrew has a letter of its own where A and Z lie elsewhere.
    ['1', { shiftKey: true, code: 'Digit1' }, 'fit'],
    ['a', { ctrlKey: true, code: 'KeyQ' }, 'select-all'],
    ['ש', { ctrlKey: true, code: 'KeyA' }, 'select-all'],
    ['ז', { ctrlKey: true, code: 'KeyZ' }, 'undo'],
    ['ז', { ctrlKey: true, shiftKey: true, code: 'KeyZ' }, 'redo'],
    // Keyboards for one hand have letters on the keys of digits; the block of numbers has signs of its own.
    ['p', { code: 'Digit4' }, 'position-p'],
    ['l', { code: 'Digit7' }, 'position-l'],
    ['+', { code: 'NumpadAdd' }, 'zoom-in'],
    ['-', { code: 'NumpadSubtract' }, 'zoom-out'],
    ['q', {}, null],
  ])('%s with %o is %s', (key, held, action) => {
    expect(press(key, held)).toBe(action);
  });
});
