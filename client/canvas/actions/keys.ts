import type { Action } from './action.ts';
import { ACTIONS } from './table.ts';

/**
 * Keys are written as `mod+shift+z`: modifiers in this order, then the key as `KeyboardEvent.key` has it (letters in lower
 * case). `mod` is ⌘ on Apple's keyboards and Ctrl on all others. Digits mean the key in the top row, whatever it bears.
 */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The action that a key press means, or null. */
export const actionForKey: (press: KeyPress) => Action | null = byKeys(ACTIONS);

/** Makes a function that finds which of these a key press means. */
export function byKeys<T extends { readonly keys: readonly string[] }>(
  entries: readonly T[],
): (press: KeyPress) => T | null {
  const byKey = new Map<string, T>(entries.flatMap((entry) => entry.keys.map((key) => [key, entry] as const)));
  return (press) => entryFor(byKey, press);
}

function entryFor<T>(byKey: ReadonlyMap<string, T>, press: KeyPress): T | null {
  if (press.altKey) return null;
  const digit = /^Digit(\d)$/.exec(press.code)?.[1];
  const mod = press.ctrlKey || press.metaKey ? 'mod+' : '';
  const key = keyOf(press);
  const shift = press.shiftKey ? 'shift+' : '';
  // Where + sits on a shifted key, shift is how it is typed and not a modifier of it.
  const bare = mod === '' && /^[^\p{L}\p{N}]$/u.test(key) ? byKey.get(key) : undefined;
  return (digit ? byKey.get(`${mod}${shift}${digit}`) : undefined) ?? byKey.get(`${mod}${shift}${key}`) ?? bare ?? null;
}

/** What input methods that write whole syllables call a key before anything is made of it. */
const UNTOLD = new Set(['Process', 'Unidentified']);

/**
 * The key as the table has it. Keyboards of Greek, Cyrillic, Hebrew, Arabic or Korean letters have no key that gives a
 * Latin one: there the place of the key counts, which is where Latin keyboards have that letter.
 */
function keyOf({ key, code }: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const isForeign = UNTOLD.has(key) || (/^\P{ASCII}/u.test(key) && !/^\p{Script=Latin}/u.test(key));
  if (letter && isForeign) return letter;
  return key.length === 1 ? key.toLowerCase() : key;
}
