import { nanoid } from 'nanoid';
import { type Change, transact } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import type { Preparation } from '../formats/preparation.ts';
import { initiativeShape } from '../layout/initiative-shape.ts';
import { itemSize } from '../layout/item-size.ts';
import { layTable } from '../layout/table.ts';
import { markerSet } from '../method/markers.ts';
import { type Point, STEP_NUMBERS } from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { setClothLanguage, setStepMinutes } from './cloth.ts';
import { addItems, type NewItem } from './items.ts';
import { addSeat, renameSeat } from './seats.ts';

/** Clear distance between the initiative's circle and the empty ones round it, and between two of those, mm. */
const AIR = { middle: 70, between: 24 } as const;
/** Tables are wider than high, and so is the ring. */
const WIDER = 1.5;

/**
 * Lays ready what was prepared, on a cloth that has only just been made: names at the seats, circles for connectors round
 * the middle, the time for each step and the language. `now` in ms since the epoch.
 */
export function layPreparation(
  cloth: ClothDoc,
  snapshot: ClothSnapshot,
  { seats, connectors, minutes, language }: Preparation,
  measure: TextMeasure,
  now: number,
): Change[] {
  const places = ringOfConnectors(snapshot, connectors, measure);
  const circles = places.map(
    (pos, nth): NewItem => ({
      id: nanoid(),
      kind: 'connector',
      text: '',
      pos,
      seat: null,
      colour: markerSet(nth)[0],
      by: '',
      createdAt: now + nth,
    }),
  );
  const lastOrder = snapshot.seats.at(-1)?.order ?? 0;
  return transact(cloth, () => [
    ...seats.flatMap((name, nth) => {
      const seat = snapshot.seats[nth];
      // Round the table as they are listed: nobody has written there yet.
      return seat ? renameSeat(cloth, seat.id, name) : addSeat(cloth, name, lastOrder + nth);
    }),
    ...addItems(cloth, circles),
    ...STEP_NUMBERS.flatMap((step) => setStepMinutes(cloth, step, minutes[step] ?? null)),
    ...setClothLanguage(cloth, language),
  ]);
}

/** Places for so many empty circles, evenly round the initiative from the top, clear of it and of each other. mm. */
export function ringOfConnectors(snapshot: ClothSnapshot, count: number, measure: TextMeasure): Point[] {
  const across = itemSize('connector', '', measure).w;
  const middle = initiativeShape(snapshot.initiative, layTable(snapshot).size.scale, measure).radius;
  const height = Math.max(middle + AIR.middle + across / 2, (count * (across + AIR.between)) / (2 * Math.PI));
  const width = height * WIDER;
  return evenlyOnEllipse(width, height, count);
}

/** Points at equal steps along an ellipse (half axes in mm), from its top, clockwise. */
function evenlyOnEllipse(width: number, height: number, count: number): Point[] {
  const STEPS = 720;
  const outline = Array.from({ length: STEPS + 1 }, (_, at): Point => {
    const angle = (2 * Math.PI * at) / STEPS - Math.PI / 2;
    return [width * Math.cos(angle), height * Math.sin(angle)];
  });
  const lengths = outline.map(([x, y], at) => {
    const [px, py] = outline[at - 1] ?? [x, y];
    return Math.hypot(x - px, y - py);
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const places: Point[] = [];
  let gone = 0;
  outline.forEach((point, at) => {
    gone += lengths[at] ?? 0;
    if (places.length < count && gone >= (whole * places.length) / count) places.push(point);
  });
  return places.map(([x, y]) => [Math.round(x), Math.round(y)]);
}
