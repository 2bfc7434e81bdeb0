import type { Item, Tie } from '../../../shared/model/snapshot.ts';
import { selectedItems } from '../actions/selected.ts';
import type { ClothContext } from '../canvas-handle.ts';
import type { Original, OriginalTie } from '../edit/copies.ts';
import { refuse } from '../view-store.ts';
import { OWN_KEYS } from './keyboard.ts';

/** What is copied here lies on the clipboard as words for other programs, and as this for a tablecloth. */
export const CLIPBOARD_TYPE = 'application/x-tafelkleed+json';

/** What a copy of the selection is, for other programs and for a tablecloth; null when there are no words to copy. */
export function copied(context: ClothContext): { readonly text: string; readonly piece: string } | null {
  const items = selectedItems(context).filter(({ masked }) => !masked);
  if (items.length === 0) return null;
  const ids = new Set(items.map(({ id }) => id));
  const ties = context.session.snapshot.getState().ties.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return {
    text: items.map((item) => item.text).join('\n'),
    piece: JSON.stringify({ items: items.map(originalOf), ties: ties.map(tieOf) }),
  };
}

const originalOf = ({ id, kind, text, pos, colour, positions, clarification, story }: Item): Original => {
  return { id, kind, text, pos, colour, positions, clarification, story };
};
const tieOf = ({ from, to, expected }: Tie): OriginalTie => ({ from, to, expected });

/** What lays on the cloth what was pasted. It waits for that: a clipboard's words are read at once, what to do with them after. */
export const bringPaste = () => import('./paste.ts');

/** Copies what is selected, and lays what is pasted, wherever on the page the keyboard is but in a field or a dialog. */
export function listenToClipboard(context: () => ClothContext, signal: AbortSignal): void {
  const isElsewhere = ({ target, defaultPrevented }: ClipboardEvent) =>
    defaultPrevented ||
    (target instanceof Element && target.closest(OWN_KEYS) !== null) ||
    context().view.getState().elsewhere;
  const copy = (event: ClipboardEvent) => {
    // Words of the page that somebody marked are what they want to copy.
    if (isElsewhere(event) || document.getSelection()?.isCollapsed === false) return;
    const made = copied(context());
    if (!made) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', made.text);
    event.clipboardData?.setData(CLIPBOARD_TYPE, made.piece);
  };
  const paste = (event: ClipboardEvent) => {
    const { session, view } = context();
    const data = event.clipboardData;
    if (isElsewhere(event) || !data || !session.mayWrite) return;
    event.preventDefault();
    const brought = {
      piece: data.getData(CLIPBOARD_TYPE),
      text: data.getData('text/plain'),
      files: data.files.length,
    };
    bringPaste().then(
      ({ layBrought }) => layBrought(context(), brought),
      () => refuse(view, 'missing'),
    );
  };
  addEventListener('copy', copy, { signal });
  addEventListener('paste', paste, { signal });
}
