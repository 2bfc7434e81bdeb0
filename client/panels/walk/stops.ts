import { type Box, centreOf, polygonBox, unionOf } from '../../../shared/layout/box.ts';
import type { Scene, SeatShape } from '../../../shared/layout/shapes.ts';
import { turned, turnedSize } from '../../../shared/layout/turn.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { Sight } from '../../canvas/camera/camera-view.ts';

/** An edge that one reads on a walk round the table. */
export interface Stop {
  readonly seat: string;
  /** Empty where nobody has sat down under a name. */
  readonly name: string;
  readonly colour: string;
  /** Which place at the table it is, counted from 1. */
  readonly number: number;
  /** How many ingredients stand there, and when the last of them was written (ms; 0 for none). */
  readonly count: number;
  readonly newest: number;
}

/** Air round the words of an edge, mm. */
const AIR = 30;
/** Words as far from their seat's edge as this part of the cloth's height are no longer read there. */
const NEAR_EDGE = 0.55;

/** The edges there is something to read at, clockwise, as they lie round the table; free places without words are passed by. */
export function stopsOf({ seats, items }: ClothSnapshot): Stop[] {
  return seats.flatMap(({ id, name, colour }, at): Stop[] => {
    const own = items.filter(({ kind, seat }) => kind === 'ingredient' && seat === id);
    if (own.length === 0 && name === '') return [];
    const newest = own.reduce((latest, { createdAt }) => Math.max(latest, createdAt), 0);
    return [{ seat: id, name, colour, number: at + 1, count: own.length, newest }];
  });
}

/** Where one begins: at the left-hand neighbour, so that one's own edge comes last; without a seat at the first edge. */
export function firstStop(stops: readonly Stop[], own: string | null): Stop | null {
  return neighbourOf(stops, own, 1);
}

/** The next edge clockwise (`by` 1) or back (-1); round and round. Null where there are none. */
export function neighbourOf(stops: readonly Stop[], at: string | null, by: 1 | -1): Stop | null {
  const here = stops.findIndex(({ seat }) => seat === at);
  if (here === -1) return (by === 1 ? stops[0] : stops.at(-1)) ?? null;
  return stops[(here + by + stops.length) % stops.length] ?? null;
}

/** How much of a canvas no bar covers, px. */
export interface FreeRoom {
  readonly w: number;
  readonly h: number;
}

/**
 * What one looks at in front of a seat: its words at their edge, as large as the room (and `closest`, px per mm) allows, and
 * behind them as much of the cloth as there is room for. On a `turning` table words face their own edge, and the cloth
 * is turned to have them upright. Null when the seat is not there.
 */
export function sightOf(
  scene: Scene,
  cloth: ClothSnapshot,
  seat: string,
  { turning, room, closest }: { readonly turning: boolean; readonly room: FreeRoom; readonly closest: number },
): Sight | null {
  const shape = scene.seats.find(({ id }) => id === seat);
  if (!shape) return null;
  const box = wordsBefore(shape, scene, cloth);
  const turn = turning ? -shape.facing : 0;
  const size = turnedSize(box, turn);
  const [w, h] = [size.w + 2 * AIR, size.h + 2 * AIR];
  const zoom = Math.min(room.w / w, room.h / h, closest);
  const spare = [Math.max(0, room.w / zoom - w), Math.max(0, room.h / zoom - h)] as const;
  const inwards = turned(inwardsFrom(shape), turn);
  const shift = turned([(inwards[0] * spare[0]) / 2, (inwards[1] * spare[1]) / 2], -turn);
  const [x, y] = centreOf(box);
  return { at: [x + shift[0], y + shift[1]], w: w + spare[0], h: h + spare[1], turn };
}

/** From the seat to the middle of the cloth, square to the edge: of length 1. */
function inwardsFrom({ facing }: SeatShape): Point {
  return turned([0, -1], facing);
}

/** The seat's name with the words that stand near it, mm; of an empty edge the whole stretch. */
function wordsBefore(shape: SeatShape, { items, sheet }: Scene, cloth: ClothSnapshot): Box {
  const known = byId(cloth.items);
  const edge = polygonBox(shape.zone);
  const far = NEAR_EDGE * sheet.box.h;
  const near = (box: Box) => {
    const [x, y] = centreOf(box);
    const [dx, dy] = [Math.abs(x - shape.at[0]), Math.abs(y - shape.at[1])];
    return dx < Math.max(far, edge.w / 2) && dy < Math.max(far, edge.h / 2);
  };
  const words = items
    .filter(({ id, kind, extent }) => kind === 'ingredient' && known.get(id)?.seat === shape.id && near(extent))
    .map(({ extent }) => extent);
  return (words.length > 0 ? unionOf([shape.box, ...words]) : null) ?? edge;
}
