import { useEffect, useRef } from 'react';
import { limitOf, type Words } from '../../../shared/commands/words.ts';
import { byId, type ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { visitKey } from '../../canvas/edit/compose.ts';
import { heedPaste, SharedField } from '../../canvas/text/shared-field.ts';
import { refuse } from '../../canvas/view-store.ts';
import { growWith } from '../../look/growing-field.ts';
import { useCloth } from '../cloth-context.tsx';
import styles from './SharedWords.module.css';

interface SharedWordsProps {
  readonly item: string;
  readonly of: 'text' | 'story' | 'clarification';
  readonly label: string;
  readonly placeholder: string;
}

/** A field for words of an item that several people may write in at once. */
export function SharedWords({ item, of, label, placeholder }: SharedWordsProps) {
  const { session, view } = useCloth();
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.value = textOf(session.snapshot.getState(), item, of);
    const shared = new SharedField(element, { of, item }, session, of === 'text' ? visitKey(item) : `${of} ${item}`);
    let composing = false;
    const moved = () => shared.caretMoved();
    const typed = () => {
      shared.write();
      growWith(element);
    };
    const takeIn = () => {
      if (composing) return;
      shared.show(textOf(session.snapshot.getState(), item, of));
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
      session.showEditing(item, of === 'text' ? undefined : of);
    };
    const left = () => {
      inside = false;
      session.seal();
      session.showEditing(null);
      if (!byId(session.snapshot.getState().items).has(item)) refuse(view, 'gone');
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
  }, [session, view, item, of]);

  const words: Words = { of, item };
  return (
    <textarea
      ref={field}
      className={styles.words}
      aria-label={label}
      placeholder={placeholder}
      maxLength={limitOf(words)}
      readOnly={!session.mayWrite}
      rows={of === 'text' ? 1 : 3}
    />
  );
}

function textOf({ items }: ClothSnapshot, id: string, of: SharedWordsProps['of']): string {
  return byId(items).get(id)?.[of] ?? '';
}
