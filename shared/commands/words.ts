import { type Change, type TextPath, textAt, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { LIMITS } from '../model/schema.ts';
import { cleanText } from '../text/clean-text.ts';

/** Words that people write together on the cloth. */
export type Words =
  | { readonly of: 'initiative' }
  | { readonly of: 'text' | 'clarification' | 'story'; readonly item: string }
  | { readonly of: 'words' | 'preparation'; readonly mark: string }
  | { readonly of: 'words'; readonly note: string };

/**
 * Makes words read as this person now sees them. Only what differs is written, near `cursor` (UTF-16 units) when given,
 * so two people in the same words both keep theirs. Past the limit of these words the rest is cut off: ask first.
 */
export function editWords(cloth: ClothDoc, words: Words, next: string, cursor?: number): Change[] {
  const clean = cleanText(next, limitOf(words));
  return write(cloth, (writer) => writer.setText(pathOf(words), clean, cursor));
}

/** The words as they stand in the document now, or null when their item is not there. */
export function wordsNow(cloth: ClothDoc, words: Words): string | null {
  return textAt(cloth, pathOf(words))?.toString() ?? null;
}

/** The most UTF-16 units that these words may have. */
export function limitOf(words: Words): number {
  if (words.of === 'initiative') return LIMITS.name;
  return words.of === 'text' || words.of === 'words' ? LIMITS.itemText : LIMITS.longText;
}

function pathOf(words: Words): TextPath {
  if (words.of === 'initiative') return ['initiative'];
  if ('mark' in words) return ['programme', words.mark, words.of];
  return 'note' in words ? ['path', words.note, words.of] : ['items', words.item, words.of];
}
