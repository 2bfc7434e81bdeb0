import { cleanText, isBlank } from '../../../shared/cloth/clean-text.ts';
import { LIMITS } from '../../../shared/cloth/schema.ts';

/** More than a full cloth holds: not even worth showing in a field. UTF-16 units. */
const HUGE = LIMITS.items * LIMITS.itemText;

/** Why words cannot go on the cloth as they are. `by` and `room` in units and ingredients. */
export type Obstacle =
  | { readonly kind: 'too-long'; readonly by: number }
  | { readonly kind: 'no-room'; readonly room: number };

/** What a pasted text is: `plain` goes into the field as ever, `lines` asks first, `huge` is refused. */
export type Pasted =
  | { readonly kind: 'plain' }
  | { readonly kind: 'huge' }
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly text: string };

/** Reads what the clipboard brought. Lines without words do not count. */
export function readPaste(pasted: string): Pasted {
  if (pasted.length > HUGE) return { kind: 'huge' };
  const text = cleanText(pasted, HUGE);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !isBlank(line));
  return lines.length > 1 ? { kind: 'lines', lines, text: text.trim() } : { kind: 'plain' };
}

/** What stands in the way of laying these texts on a cloth that holds `onCloth` items, or null. */
export function obstacleTo(texts: readonly string[], onCloth: number): Obstacle | null {
  const longest = texts.reduce((most, text) => Math.max(most, cleanText(text, HUGE).length), 0);
  if (longest > LIMITS.itemText) return { kind: 'too-long', by: longest - LIMITS.itemText };
  const room = Math.max(0, LIMITS.items - onCloth);
  return texts.length > room ? { kind: 'no-room', room } : null;
}
