import { type Box, boxAround, contains, grow, overlaps } from '../../../shared/layout/box.ts';
import type { InitiativeShape, ItemShape, TieShape } from '../../../shared/layout/shapes.ts';
import { pointOn } from '../../../shared/layout/tie-path.ts';
import { turned, turnedBox } from '../../../shared/layout/turn.ts';
import type { Point } from '../../../shared/model/schema.ts';
import type { Device, Target } from '../../gesture/gesture.ts';
import type { SceneIndex } from '../stage/scene-index.ts';

/** How near is near enough, px: a finger covers more than it means. */
const SLACK: Readonly<Record<Device, { readonly item: number; readonly tie: number }>> = {
  mouse: { item: 2, tie: 6 },
  pen: { item: 4, tie: 9 },
  touch: { item: 8, tie: 14 },
};
/** Each curve of a tie is judged by this many straight pieces. */
const PIECES = 16;

/** What lies at a point of the cloth (mm): the topmost item, else the initiative, else the nearest tie. */
export function bodyAt(index: SceneIndex, at: Point, device: Device, pxPerMm: number): Target {
  const slack = { item: SLACK[device].item / pxPerMm, tie: SLACK[device].tie / pxPerMm };
  const items = index.itemsIn(boxAround(at, 2 * slack.item, 2 * slack.item)).reverse();
  const exact = items.find((shape) => within(shape, at, 0));
  const item = exact ?? items.find((shape) => within(shape, at, slack.item));
  if (item) return { on: 'item', id: item.id };
  const initiative = index.scene?.initiative;
  if (initiative && isOn(initiative, at)) return { on: 'initiative' };
  let nearest: TieShape | null = null;
  let least = slack.tie;
  for (const tie of index.tiesIn(boxAround(at, 2 * slack.tie, 2 * slack.tie))) {
    const distance = distanceTo(tie, at);
    if (distance > least) continue;
    nearest = tie;
    least = distance;
  }
  return nearest ? { on: 'tie', id: nearest.id } : { on: 'cloth' };
}

/** What a marquee (mm) takes: items it touches; where there are none, the ties that lie wholly in it. */
export function withinBox(index: SceneIndex, box: Box): ReadonlySet<string> {
  const items = index.itemsIn(box).filter((shape) => touches(shape, box));
  if (items.length > 0) return new Set(items.map((shape) => shape.id));
  const ties = index.tiesIn(box).filter(({ path }) => path.every(([p, , , s]) => contains(box, p) && contains(box, s)));
  return new Set(ties.map((tie) => tie.id));
}

/** Within the circle; a theme's name has none. */
function isOn({ centre, radius, box }: InitiativeShape, at: Point): boolean {
  return radius > 0 ? apart(centre, at) <= radius : contains(box, at);
}

function within(shape: ItemShape, at: Point, slack: number): boolean {
  if (shape.radius > 0) return apart(shape.centre, at) <= shape.radius + slack;
  const [x, y] = shape.centre;
  const [dx, dy] = turned([at[0] - x, at[1] - y], -shape.turn);
  return contains(grow(shape.box, slack), [x + dx, y + dy]);
}

function touches({ box, radius, centre, turn }: ItemShape, marquee: Box): boolean {
  if (radius === 0) return overlaps(turnedBox(box, turn), marquee);
  const x = Math.min(Math.max(centre[0], marquee.x), marquee.x + marquee.w);
  const y = Math.min(Math.max(centre[1], marquee.y), marquee.y + marquee.h);
  return apart(centre, [x, y]) <= radius;
}

function distanceTo({ path }: TieShape, at: Point): number {
  let least = Infinity;
  for (const curve of path) {
    let from = curve[0];
    for (let piece = 1; piece <= PIECES; piece++) {
      const to = pointOn(curve, piece / PIECES);
      least = Math.min(least, distanceToPiece(at, from, to));
      from = to;
    }
  }
  return least;
}

function distanceToPiece(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at[0] - from[0]) * dx + (at[1] - from[1]) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return apart(at, [from[0] + dx * part, from[1] + dy * part]);
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
