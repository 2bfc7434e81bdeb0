import type { Scene } from '../layout/shapes.ts';
import { paintBoxes } from './boxes.ts';
import { paintInitiative } from './initiative.ts';
import { paintItems } from './items.ts';
import type { Pen } from './pen.ts';
import { paintSeats } from './seats.ts';
import { paintSheet, type SheetOptions } from './sheet.ts';
import { paintLifted, paintTies } from './ties.ts';

/** Shapes painted in one go, after which a page may want a moment for its own work. */
const STRIP = 150;

/**
 * A whole cloth as every picture of it is painted, from below to above: strip by strip, for who does it in one go and for
 * who lets a page breathe between.
 */
export function clothStrips(pen: Pen, scene: Scene, options: SheetOptions): (() => void)[] {
  return [
    () => paintSheet(pen, scene.sheet, { print: paintBoxes, ...options }),
    () => paintSeats(pen, scene.seats, options),
    ...stripsOf(scene.ties).map((ties) => () => paintTies(pen, ties, options)),
    () => paintInitiative(pen, scene.initiative, options),
    ...stripsOf(scene.items).map((items) => () => paintItems(pen, items, options)),
    () => paintLifted(pen, scene.ties, options),
  ];
}

function stripsOf<T>(shapes: readonly T[]): T[][] {
  const strips: T[][] = [];
  for (let at = 0; at < shapes.length; at += STRIP) strips.push(shapes.slice(at, at + STRIP));
  return strips;
}
