import { type Box, grow, overlaps, unionOf } from '../../../shared/layout/box.ts';
import { shiftItem } from '../../../shared/layout/item-shape.ts';
import type { InitiativeShape, ItemShape, TieShape } from '../../../shared/layout/shapes.ts';
import { tiePath } from '../../../shared/layout/tie-path.ts';
import { INITIATIVE, type Point } from '../../../shared/model/schema.ts';
import { paintInitiative } from '../../../shared/paint/initiative.ts';
import { paintItems } from '../../../shared/paint/items.ts';
import { paintLifted, paintTies } from '../../../shared/paint/ties.ts';
import { tieShape } from '../../../shared/scene/tie-shape.ts';
import type { Camera } from '../camera/camera.ts';
import { onScreen } from '../camera/on-screen.ts';
import { keptPath } from '../stage/kept-path.ts';
import type { LivePicture } from '../stage/live-layer.ts';
import { pixelRatio } from '../stage/pixel-ratio.ts';
import type { SceneIndex } from '../stage/scene-index.ts';
import type { LiveTies } from './live-ties.ts';
import type { Liveness } from './liveness.ts';

/** The scene with what is live in it. */
export interface Shown {
  readonly index: SceneIndex;
  readonly liveness: Liveness;
  readonly live: LiveTies;
}

/** An item as it is shown now: shifted while somebody drags it. */
export function shownItem({ index, liveness }: Shown, id: string): ItemShape | null {
  const shape = index.item(id);
  const by = shape && liveness.offsetOf(id);
  return shape && by ? shiftItem(shape, by[0], by[1]) : shape;
}

/** A tie as it is shown now, between its ends as they are shown and round what is shown. */
export function shownTie(shown: Shown, tie: TieShape): TieShape {
  const { liveness, live } = shown;
  if (live.routed || (!liveness.offsetOf(tie.from) && !liveness.offsetOf(tie.to))) return live.shown(tie);
  const from = shownEnd(shown, tie.from);
  const to = shownEnd(shown, tie.to);
  return from && to ? tieShape(tie, [tiePath(from, to)], tie.direct) : tie;
}

export function shownEnd(shown: Shown, id: string): ItemShape | InitiativeShape | null {
  return id === INITIATIVE ? (shown.index.scene?.initiative ?? null) : shownItem(shown, id);
}

/** Shapes of the scene that are all shown equally far from their places, so that they are painted where they lie. */
interface Shifted {
  readonly by: Point;
  readonly items: ItemShape[];
  readonly ties: TieShape[];
}

/** What is live and seen, ready to be painted. */
export interface ActivePicture {
  /** All of it, mm. */
  readonly box: Box;
  paint(ctx: CanvasRenderingContext2D, pxPerMm: number): void;
}

const STILL: Point = [0, 0];
/** What is painted outside a shape's box: wobbly strokes and the marker's width, mm. */
const BLEED = 8;

/** The picture in the place where the camera shows it. */
export function onCanvas({ box, paint }: ActivePicture, camera: Camera): LivePicture {
  return {
    box: onScreen(camera, grow(box, BLEED)),
    paint(ctx) {
      const { x, y, zoom, turn } = camera.get();
      const { width, height } = camera.size();
      ctx.save();
      ctx.translate(width / 2, height / 2);
      ctx.scale(zoom, zoom);
      ctx.rotate(turn);
      ctx.translate(-x, -y);
      paint(ctx, zoom * pixelRatio());
      ctx.restore();
    },
  };
}

/**
 * What moves or is being written, with its ties, as far as it is seen; null for nothing. The words of `wordless` (an item
 * or the initiative) are left out: they stand in the editor above it.
 */
export function activePicture(shown: Shown, seen: Box, wordless: string | null): ActivePicture | null {
  const { index, liveness, live } = shown;
  const groups = new Map<string, Shifted>();
  const boxes: Box[] = [];
  const groupOf = (by: Point): Shifted => {
    const key = by.join(' ');
    const group = groups.get(key) ?? { by, items: [], ties: [] };
    groups.set(key, group);
    return group;
  };
  const add = <T>(list: T[], shape: T, box: Box, by: Point) => {
    const there = { ...box, x: box.x + by[0], y: box.y + by[1] };
    if (!overlaps(there, seen)) return;
    list.push(shape);
    boxes.push(there);
  };
  const ties = new Set<TieShape>(live.all());
  for (const id of liveness.ids()) {
    for (const tie of index.tiesOf(id)) ties.add(tie);
    const shape = index.item(id);
    if (!shape) continue;
    const by = liveness.offsetOf(id) ?? STILL;
    add(groupOf(by).items, id === wordless ? withoutWords(shape) : shape, shape.extent, by);
  }
  for (const tie of ties) {
    const [from, to] = [liveness.offsetOf(tie.from) ?? STILL, liveness.offsetOf(tie.to) ?? STILL];
    // What moves as one is painted as it rests, elsewhere: the most things are held when all of them are.
    const together = !live.routed && live.rests(tie) && from[0] === to[0] && from[1] === to[1];
    const shape = together ? tie : shownTie(shown, tie);
    const by = together ? from : STILL;
    add(groupOf(by).ties, shape, shape.box, by);
  }
  const initiative = liveness.has(INITIATIVE) ? index.scene?.initiative : undefined;
  if (initiative) boxes.push(initiative.box);
  const box = unionOf(boxes);
  return box && { box, paint: (ctx, pxPerMm) => paintGroups(ctx, [...groups.values()], initiative, wordless, pxPerMm) };
}

function paintGroups(
  ctx: CanvasRenderingContext2D,
  groups: readonly Shifted[],
  initiative: InitiativeShape | undefined,
  wordless: string | null,
  pxPerMm: number,
): void {
  const options = { pxPerMm, kept: keptPath };
  const each = (paint: (group: Shifted) => void) => {
    for (const group of groups) {
      ctx.save();
      ctx.translate(...group.by);
      paint(group);
      ctx.restore();
    }
  };
  each((group) => paintTies(ctx, group.ties, options));
  if (initiative) paintInitiative(ctx, wordless === INITIATIVE ? withoutWords(initiative) : initiative, options);
  each((group) => paintItems(ctx, group.items, options));
  each((group) => paintLifted(ctx, group.ties, options));
}

function withoutWords<T extends ItemShape | InitiativeShape>(shape: T): T {
  return { ...shape, text: { ...shape.text, lines: [] } };
}
