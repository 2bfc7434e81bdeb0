import type { Action } from './action.ts';
import { ACTIONS } from './table.ts';

/**
 * Keys are written as `mod+shift+z`: modifiers in this order, then the key as `KeyboardEvent.key` has it (letters in lower
 * case). `mod` is ⌘ on Apple's keyboards and Ctrl on all others. Digits mean the key in the top row, whatever it bears.
 */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const byKey = new Map<string, Action>(ACTIONS.flatMap((action) => action.keys.map((key) => [key, action] as const)));

/** The action that a key press means, or null. */
export function actionForKey(press: KeyPress): Action | null {
  if (press.altKey) return null;
  const digit = /^Digit(\d)$/.exec(press.code)?.[1];
  const mod = press.ctrlKey || press.metaKey ? 'mod+' : '';
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const shift = press.shiftKey ? 'shift+' : '';
  // Where + sits on a shifted key, shift is how it is typed and not a modifier of it.
  const bare = mod === '' && /^[^\p{L}\p{N}]$/u.test(key) ? byKey.get(key) : undefined;
  return (digit ? byKey.get(`${mod}${shift}${digit}`) : undefined) ?? byKey.get(`${mod}${shift}${key}`) ?? bare ?? null;
}
