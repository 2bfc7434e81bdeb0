import { useEffect, useRef } from 'react';
import { limitOf, type Words } from '../../../shared/commands/words.ts';
import { byId, type ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { visitKey } from '../../canvas/edit/compose.ts';
import { heedPaste, SharedField } from '../../canvas/text/shared-field.ts';
import { refuse } from '../../canvas/view-store.ts';
import { growWith } from '../../look/growing-field.ts';
import { useCloth } from '../cloth-context.tsx';
import styles from './SharedWords.module.css';

interface FieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly rows?: number;
}

/** Whose words: an item's, a mark's on the line of a theme, or a note's on the path. */
type Whose =
  | { readonly item: string; readonly of: 'text' | 'story' | 'clarification' }
  | { readonly mark: string; readonly of: 'words' | 'preparation' }
  | { readonly note: string; readonly of: 'words' };

/** A field for words that several people may write in at once. */
export function SharedWords({ label, placeholder, rows = 3, ...whose }: FieldProps & Whose) {
  const { of } = whose;
  const item = 'item' in whose ? whose.item : null;
  const mark = 'mark' in whose ? whose.mark : null;
  const id = item ?? mark ?? ('note' in whose ? whose.note : '');
  const { session, view } = useCloth();
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const words = wordsOf(item, mark, id, of);
    element.value = textIn(session.snapshot.getState(), words) ?? '';
    const shared = new SharedField(element, words, session, of === 'text' ? visitKey(id) : `${of} ${id}`);
    let composing = false;
    const moved = () => shared.caretMoved();
    const typed = () => {
      shared.write();
      growWith(element);
    };
    const takeIn = () => {
      if (composing) return;
      shared.show(textIn(session.snapshot.getState(), words) ?? '');
      growWith(element);
    };
    growWith(element);
    const composition = ({ type }: Event) => {
      composing = type === 'compositionstart';
      takeIn();
    };
    let inside = false;
    const entered = () => {
      inside = true;
      if (of === 'text') session.showEditing(id);
      if (of === 'story' || of === 'clarification') session.showEditing(id, of);
    };
    const left = () => {
      inside = false;
      session.seal();
      session.showEditing(null);
      if (textIn(session.snapshot.getState(), words) === null) refuse(view, 'gone');
    };
    const heard: readonly [string, (event: Event) => void][] = [
      ['input', typed],
      ['beforeinput', moved],
      ['compositionstart', composition],
      ['compositionend', composition],
      ['focus', entered],
      ['blur', left],
      ['paste', heedPaste(element, () => refuse(view, 'long'))],
    ];
    for (const [type, listener] of heard) element.addEventListener(type, listener);
    const stop = session.snapshot.subscribe(takeIn);
    return () => {
      stop();
      for (const [type, listener] of heard) element.removeEventListener(type, listener);
      // Not every browser tells of the focus that goes with a field.
      if (inside) left();
    };
  }, [session, view, item, mark, id, of]);

  return (
    <textarea
      ref={field}
      className={styles.words}
      aria-label={label}
      placeholder={placeholder}
      maxLength={limitOf(wordsOf(item, mark, id, of))}
      readOnly={!session.mayWrite}
      rows={of === 'text' ? 1 : rows}
    />
  );
}

function wordsOf(
  item: string | null,
  mark: string | null,
  id: string,
  of: Whose['of'],
): Exclude<Words, { of: 'initiative' }> {
  if (of === 'text' || of === 'story' || of === 'clarification') return { of, item: item ?? id };
  return of === 'preparation' || mark !== null ? { of, mark: mark ?? id } : { of, note: id };
}

/** The words as they stand, or null where what they were of is gone. */
function textIn({ items, programme, path }: ClothSnapshot, words: Exclude<Words, { of: 'initiative' }>): string | null {
  if ('item' in words) return byId(items).get(words.item)?.[words.of] ?? null;
  if ('mark' in words) return programme?.marks.find(({ id }) => id === words.mark)?.[words.of] ?? null;
  return path?.notes.find(({ id }) => id === words.note)?.words ?? null;
}
