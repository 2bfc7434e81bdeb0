import * as z from 'zod/mini';
import { entriesOf, HUGE_PASTE } from '../../../shared/formats/pasted-words.ts';
import { boxAround, centreOf, unionOf } from '../../../shared/layout/box.ts';
import { ITEM_KINDS, LIMITS, POSITION_LETTERS, type Point } from '../../../shared/model/schema.ts';
import { selectedItems } from '../actions/selected.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { addIngredients } from '../edit/compose.ts';
import { COPY_APART, layCopies, type Original, type OriginalTie } from '../edit/copies.ts';
import { refuse } from '../view-store.ts';
import { OWN_KEYS } from './keyboard.ts';

/** What is copied here lies on the clipboard as words for other programs, and as this for a tablecloth. */
export const CLIPBOARD_TYPE = 'application/x-tafelkleed+json';

const place = z.number().check(z.minimum(-LIMITS.coordinate), z.maximum(LIMITS.coordinate));
const text = (most: number) => z.string().check(z.maxLength(most));
/** Whatever lies there may come from anywhere: it is read as strictly as a file. */
const piece = z.object({
  items: z
    .array(
      z.object({
        id: text(100),
        kind: z.enum(ITEM_KINDS),
        text: text(LIMITS.itemText),
        pos: z.tuple([place, place]),
        colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
        positions: z.array(z.enum(POSITION_LETTERS)),
        clarification: text(LIMITS.longText),
        story: text(LIMITS.longText),
      }),
    )
    .check(z.minLength(1), z.maxLength(LIMITS.items)),
  ties: z.array(z.object({ from: z.string(), to: z.string(), expected: z.boolean() })).check(z.maxLength(LIMITS.ties)),
});
type Piece = { readonly items: readonly Original[]; readonly ties: readonly OriginalTie[] };

/** What a copy of the selection is, for other programs and for a tablecloth; null when there are no words to copy. */
export function copied(context: ClothContext): { readonly text: string; readonly piece: string } | null {
  const items = selectedItems(context).filter(({ masked }) => !masked);
  if (items.length === 0) return null;
  const ids = new Set(items.map(({ id }) => id));
  const ties = context.session.snapshot.getState().ties.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return {
    text: items.map((item) => item.text).join('\n'),
    piece: JSON.stringify(piece.parse({ items, ties })),
  };
}

/** Lays what was copied on a tablecloth: beside what it was made of, or where this page looks. Says whether it was that. */
export function layPiece(context: ClothContext, json: string): boolean {
  const read = readPiece(json);
  if (!read) return false;
  layCopies(context, read.items, read.ties, shiftOf(read, context));
  return true;
}

function readPiece(json: string): Piece | null {
  try {
    return piece.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** Copies lie beside their originals where these are seen; elsewhere, and on other cloths, in the middle of the view. */
function shiftOf({ items }: Piece, { session, canvas }: ClothContext): Point {
  const box = unionOf(items.map(({ pos }) => boxAround(pos, 0, 0)));
  if (!box) return [0, 0];
  const [x, y] = centreOf(box);
  const seen = canvas.camera.seen();
  const here = new Set(session.snapshot.getState().items.map(({ id }) => id));
  const isSeen = x > seen.x && x < seen.x + seen.w && y > seen.y && y < seen.y + seen.h;
  if (isSeen && items.some(({ id }) => here.has(id))) return [COPY_APART, COPY_APART];
  const [atX, atY] = canvas.camera.sight().at;
  return [atX - x, atY - y];
}

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
    if (layPiece(context(), data.getData(CLIPBOARD_TYPE))) return;
    const text = data.getData('text/plain');
    if (text.trim() === '') refuse(view, data.files.length > 0 ? 'picture' : 'nothing');
    else layWords(context(), text);
  };
  addEventListener('copy', copy, { signal });
  addEventListener('paste', paste, { signal });
}

/** Pasted words lie at this person's own edge, as if they had been written in the bar. */
function layWords({ session, view, canvas }: ClothContext, text: string): void {
  const words = text.length > HUGE_PASTE ? [] : entriesOf(text);
  const isTooMuch = words.length === 0 || words.length > LIMITS.items - session.snapshot.getState().items.length;
  if (isTooMuch || words.some((each) => each.length > LIMITS.itemText)) {
    refuse(view, words.length === 0 ? 'nothing' : isTooMuch ? 'full' : 'long');
    return;
  }
  const { ids, outcome } = addIngredients({ session }, words);
  if (outcome.kind === 'too-large') refuse(view, 'much');
  const [first] = ids;
  if (first === undefined) return;
  view.setState({ selection: new Set(ids) });
  canvas.reveal(first);
}
