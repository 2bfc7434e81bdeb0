import * as z from 'zod/mini';
import { entriesOf, HUGE_PASTE } from '../../../shared/formats/pasted-words.ts';
import { boxAround, centreOf, unionOf } from '../../../shared/layout/box.ts';
import { ITEM_KINDS, LIMITS, POSITION_LETTERS, type Point } from '../../../shared/model/schema.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { addIngredients } from '../edit/compose.ts';
import { COPY_APART, layCopies, type Original, type OriginalTie } from '../edit/copies.ts';
import { refuse } from '../view-store.ts';

/** What the clipboard brought. */
export interface Brought {
  /** As a tablecloth put it there; empty when it was another program. */
  readonly piece: string;
  readonly text: string;
  readonly files: number;
}

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

/** Lays on the cloth what the clipboard brought, or says why that cannot be. */
export function layBrought(context: ClothContext, { piece, text, files }: Brought): void {
  if (layPiece(context, piece)) return;
  if (text.trim() === '') refuse(context.view, files > 0 ? 'picture' : 'nothing');
  else layWords(context, text);
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
