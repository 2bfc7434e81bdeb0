import { HUGE_PASTE } from '../../../shared/formats/pasted-words.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { cleanText } from '../../../shared/text/clean-text.ts';

/** Why words cannot go on the cloth as they are. `by` and `room` in units and ingredients. */
export type Obstacle =
  | { readonly kind: 'too-long'; readonly by: number }
  | { readonly kind: 'no-room'; readonly room: number };

/** What stands in the way of laying these texts on a cloth that holds `onCloth` items, or null. */
export function obstacleTo(texts: readonly string[], onCloth: number): Obstacle | null {
  const longest = texts.reduce((most, text) => Math.max(most, cleanText(text, HUGE_PASTE).length), 0);
  if (longest > LIMITS.itemText) return { kind: 'too-long', by: longest - LIMITS.itemText };
  const room = Math.max(0, LIMITS.items - onCloth);
  return texts.length > room ? { kind: 'no-room', room } : null;
}
