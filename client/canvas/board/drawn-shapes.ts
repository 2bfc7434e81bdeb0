import type { Box } from '../../../shared/layout/box.ts';
import { pointsOf } from '../../../shared/layout/routing/course.ts';
import type { Scene } from '../../../shared/layout/shapes.ts';
import type { ItemKind, Point } from '../../../shared/model/schema.ts';

/** A scene as plain data, for scripts that look at what is drawn. All lengths in mm, the origin in the middle, y down. */
export interface DrawnShapes {
  readonly initiative: { readonly centre: Point; readonly radius: number };
  readonly items: readonly DrawnItem[];
  readonly ties: readonly DrawnTie[];
  /** Who sits where: the box round the name as it is turned. */
  readonly seats: readonly { readonly id: string; readonly name: string; readonly box: Box }[];
  readonly sheet: Box;
}

export interface DrawnItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** A slip, or the box round a connector's circle; before it is turned by `turn` radians about its middle. */
  readonly box: Box;
  /** Of a connector's circle; 0 for a slip. */
  readonly radius: number;
  readonly turn: number;
  /** The words, line by line as they stand there. */
  readonly lines: readonly string[];
}

export interface DrawnTie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Places along the curve from end to end, {@link LEAST_POINTS} at least. */
  readonly points: readonly Point[];
  /** Whether it passes over something it does not join, for there was no way round. */
  readonly lifted: boolean;
}

const LEAST_POINTS = 24;

export function drawnShapes({ initiative, items, ties, seats, sheet }: Scene): DrawnShapes {
  return {
    initiative: { centre: initiative.centre, radius: initiative.radius },
    items: items.map(({ id, kind, box, radius, turn, text }) => ({ id, kind, box, radius, turn, lines: text.lines })),
    ties: ties.map(({ id, from, to, path, lifted }) => {
      const each = Math.ceil(LEAST_POINTS / Math.max(1, path.length));
      return { id, from, to, points: pointsOf(path, each), lifted: lifted.length > 0 };
    }),
    seats: seats.map(({ id, name, box }) => ({ id, name, box })),
    sheet: sheet.box,
  };
}
