import { nanoid } from 'nanoid';
import { addItems, type NewItem } from '../../../shared/commands/items.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { transact } from '../../../shared/document/change.ts';
import type { ItemKind, Point, PositionLetter } from '../../../shared/model/schema.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { refuse } from '../view-store.ts';
import { hasRoomFor } from './compose.ts';

/** A copy lies this far from what it was made of, mm, down and to the right. */
export const COPY_APART = 28;

/** What of an item goes along into a copy of it. */
export interface Original {
  readonly id: string;
  readonly kind: ItemKind;
  readonly text: string;
  readonly pos: Point;
  readonly colour: string;
  readonly positions: readonly PositionLetter[];
  readonly clarification: string;
  readonly story: string;
}

/** A tie; of a copy those count that have both their ends among what is copied. */
export interface OriginalTie {
  readonly from: string;
  readonly to: string;
  readonly expected: boolean;
}

/**
 * Lays copies of items, shifted (mm), with the ties among them, as one action; they are selected then. Says why when that
 * cannot be. Copies are of this person's seat and hand, whoever wrote the originals.
 */
export function layCopies(
  { session, view }: ClothContext,
  originals: readonly Original[],
  ties: readonly OriginalTie[],
  [dx, dy]: Point,
): void {
  if (!hasRoomFor(originals.length, session)) {
    refuse(view, 'full');
    return;
  }
  const copyOf = new Map(originals.map(({ id }) => [id, nanoid()]));
  const createdAt = session.now();
  const { name, seat } = session.me.getState();
  const items = originals.map((original, nth): NewItem => {
    const { kind, text, colour, positions, clarification, story } = original;
    const pos: Point = [original.pos[0] + dx, original.pos[1] + dy];
    const id = copyOf.get(original.id) ?? nanoid();
    return { id, kind, text, pos, seat, colour, by: name, createdAt: createdAt + nth, positions, clarification, story };
  });
  const copied = ties.flatMap((tie) => {
    const [from, to] = [copyOf.get(tie.from), copyOf.get(tie.to)];
    return from && to ? [{ id: nanoid(), from, to, createdAt, expected: tie.expected || undefined }] : [];
  });
  const { kind } = session.tryPerform((cloth) =>
    transact(cloth, () => [...addItems(cloth, items), ...addTies(cloth, copied)]),
  );
  if (kind === 'too-large') refuse(view, 'much');
  if (kind === 'done') view.setState({ selection: new Set(items.map((item) => item.id)) });
}
