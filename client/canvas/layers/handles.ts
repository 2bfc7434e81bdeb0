import type { Box } from '../../../shared/layout/box.ts';
import { INITIATIVE, type Point } from '../../../shared/model/schema.ts';
import type { Device } from '../../gesture/gesture.ts';

/** A dot from which a tie is drawn: where (px on the canvas) and from which item (or the initiative). */
export interface Handle {
  readonly of: string;
  readonly at: Point;
}

/** Radius of a dot as drawn, and of where it can be taken hold of (44 px across for a finger). CSS px. */
export const HANDLE = { dot: 5, reach: { mouse: 11, pen: 16, touch: 22 } } as const;
/** How far outside its thing a dot stands, px: for a finger the area to touch begins at the border. */
const OUTSIDE: Readonly<Record<Device, number>> = { mouse: 12, pen: 16, touch: 22 };
/** A thing smaller than this on the screen shows no dots on hover: they would hide it. px. */
export const LEAST_FOR_HANDLES = 26;

/** Four dots round a box on the screen; the initiative has them on its rim. */
export function handlesRound(of: string, { x, y, w, h }: Box, device: Device): Handle[] {
  const out = of === INITIATIVE ? 0 : OUTSIDE[device];
  const [middle, centre] = [x + w / 2, y + h / 2];
  const places: Point[] = [
    [middle, y - out],
    [x + w + out, centre],
    [middle, y + h + out],
    [x - out, centre],
  ];
  return places.map((at) => ({ of, at }));
}

/** The handle within reach of a point, nearest first, or null. */
export function handleAt(handles: readonly Handle[], [x, y]: Point, device: Device): Handle | null {
  let nearest: Handle | null = null;
  let least: number = HANDLE.reach[device];
  for (const handle of handles) {
    const apart = Math.hypot(handle.at[0] - x, handle.at[1] - y);
    if (apart <= least) {
      nearest = handle;
      least = apart;
    }
  }
  return nearest;
}
