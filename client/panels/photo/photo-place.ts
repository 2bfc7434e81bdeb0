import type { PhotoPlace } from '../../../shared/commands/photo.ts';
import type { Box } from '../../../shared/layout/box.ts';
import { centreOf } from '../../../shared/layout/box.ts';
import { turned } from '../../../shared/layout/turn.ts';
import type { Point } from '../../../shared/model/schema.ts';

/** One press of a button or key: so much larger, and so far, mm; with Shift farther. */
export const LARGER = 1.02;
const STEP = { fine: 5, far: 50 } as const;
/** The same of turning, degrees. */
export const TURN = { fine: 1, far: 15 } as const;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** As large as it can be within the sheet. */
export function placedOn(sheet: Box, ratio: number): PhotoPlace {
  return { pos: centreOf(sheet), width: Math.min(sheet.w, sheet.h / ratio), turn: 0 };
}

/** Where a key brings it; null for one that is for something else. */
export function byKey(place: PhotoPlace, key: string, far: boolean): PhotoPlace | null {
  const { pos, width, turn } = place;
  const arrow = ARROWS[key];
  if (arrow) {
    const step = far ? STEP.far : STEP.fine;
    return { ...place, pos: [pos[0] + arrow[0] * step, pos[1] + arrow[1] * step] };
  }
  switch (key) {
    case '+':
    case '=':
      return { ...place, width: width * LARGER };
    case '-':
    case '_':
      return { ...place, width: width / LARGER };
    case '[':
    case '{':
      return { ...place, turn: turn - (key === '{' ? TURN.far : TURN.fine) };
    case ']':
    case '}':
      return { ...place, turn: turn + (key === '}' ? TURN.far : TURN.fine) };
    default:
      return null;
  }
}

/** Where fingers bring it that took hold of it at some places of the cloth (mm) and are at others now: one moves it, two turn and size it too. */
export function byFingers(place: PhotoPlace, from: readonly Point[], to: readonly Point[]): PhotoPlace {
  const [from1, from2] = from;
  const [to1, to2] = to;
  if (!from1 || !to1) return place;
  if (!from2 || !to2) return { ...place, pos: [place.pos[0] + to1[0] - from1[0], place.pos[1] + to1[1] - from1[1]] };
  const [ax, ay] = [from2[0] - from1[0], from2[1] - from1[1]];
  const [bx, by] = [to2[0] - to1[0], to2[1] - to1[1]];
  const was = Math.hypot(ax, ay);
  if (was === 0) return place;
  const scale = Math.hypot(bx, by) / was;
  const turn = Math.atan2(by, bx) - Math.atan2(ay, ax);
  // What lay under the first finger lies under it still.
  const [x, y] = turned([(place.pos[0] - from1[0]) * scale, (place.pos[1] - from1[1]) * scale], turn);
  return { pos: [to1[0] + x, to1[1] + y], width: place.width * scale, turn: place.turn + (turn * 180) / Math.PI };
}
