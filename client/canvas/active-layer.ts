import { INITIATIVE } from '../../shared/cloth/schema.ts';
import { type Box, overlaps } from '../../shared/geometry/box.ts';
import { tieShape } from '../../shared/scene/build-scene.ts';
import { shiftItem } from '../../shared/scene/item-shape.ts';
import type { InitiativeShape, ItemShape, TieShape } from '../../shared/scene/scene.ts';
import type { Liveness } from './liveness.ts';
import { paintInitiative } from './paint/initiative.ts';
import { paintItems } from './paint/items.ts';
import { paintTies } from './paint/ties.ts';
import type { SceneIndex } from './scene-index.ts';

/** An item as it is shown now: shifted while somebody drags it. */
export function shownItem(index: SceneIndex, liveness: Liveness, id: string): ItemShape | null {
  const shape = index.item(id);
  const by = shape && liveness.offsetOf(id);
  return shape && by ? shiftItem(shape, by[0], by[1]) : shape;
}

/** A tie as it is shown now, between its ends as they are shown. */
export function shownTie(index: SceneIndex, liveness: Liveness, tie: TieShape): TieShape {
  if (!liveness.offsetOf(tie.from) && !liveness.offsetOf(tie.to)) return tie;
  const from = shownEnd(index, liveness, tie.from);
  const to = shownEnd(index, liveness, tie.to);
  return from && to ? tieShape(tie, from, to, tie.direct) : tie;
}

export function shownEnd(index: SceneIndex, liveness: Liveness, id: string): ItemShape | InitiativeShape | null {
  return id === INITIATIVE ? (index.scene?.initiative ?? null) : shownItem(index, liveness, id);
}

/**
 * Paints what moves or is being written, with its ties, as far as it is seen. The words of `wordless` (an item or the
 * initiative) are left out: they stand in the editor above it.
 */
export function paintActive(
  ctx: CanvasRenderingContext2D,
  { index, liveness }: { readonly index: SceneIndex; readonly liveness: Liveness },
  { seen, pxPerMm, wordless }: { readonly seen: Box; readonly pxPerMm: number; readonly wordless: string | null },
): void {
  const items: ItemShape[] = [];
  const ties = new Set<TieShape>();
  for (const id of liveness.ids()) {
    for (const tie of index.tiesOf(id)) ties.add(tie);
    const shape = shownItem(index, liveness, id);
    if (shape && overlaps(shape.extent, seen))
      items.push(id === wordless ? { ...shape, text: { ...shape.text, lines: [] } } : shape);
  }
  const shownTies = [...ties].map((tie) => shownTie(index, liveness, tie)).filter((tie) => overlaps(tie.box, seen));
  const options = { pxPerMm };
  paintTies(ctx, shownTies, options);
  const initiative = index.scene?.initiative;
  if (initiative && liveness.has(INITIATIVE)) {
    const { text } = initiative;
    paintInitiative(
      ctx,
      wordless === INITIATIVE ? { ...initiative, text: { ...text, lines: [] } } : initiative,
      options,
    );
  }
  paintItems(ctx, items, options);
}
