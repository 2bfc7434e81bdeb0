/**
 * The markers on the table. Everyone has a few colours and alternates them, which makes a brainstorm easier to read; all
 * of them keep a contrast of at least 4.5 : 1 on the paper.
 */

/** Twelve markers; those four apart lie far apart in hue, so any `k, k + 4, k + 8` read apart. */
const MARKERS = [
  '#1d4ed8', // blue
  '#b91c1c', // red
  '#15803d', // green
  '#7e22ce', // purple
  '#a94a06', // ochre
  '#0f766e', // teal
  '#be185d', // pink
  '#4a7510', // olive
  '#9f1239', // wine
  '#3730a3', // indigo
  '#7c3a0d', // brown
  '#0b6a86', // petrol
] as const;

/** The second round of the table: the same markers, darker. */
const DARK_MARKERS = [
  '#1e3a8a',
  '#7f1d1d',
  '#14532d',
  '#581c87',
  '#7a3503',
  '#134e4a',
  '#831843',
  '#365314',
  '#700d27',
  '#241f6e',
  '#52250a',
  '#0a4a5e',
] as const;

const ROUNDS: readonly (readonly string[])[] = [MARKERS, DARK_MARKERS];

/**
 * Which marker is whose, by the order at the table: warm and cool ones in turn, so that who cannot tell red from green tells
 * neighbours apart, also across the end of the ring. Places in the two rounds above, the darker ones from 12 on.
 */
const SEAT_ORDER = [5, 1, 0, 4, 6, 10, 3, 2, 9, 8, 12, 7, 18, 16, 15, 13, 21, 14, 23, 22, 11, 20, 17, 19] as const;

/** The twelve markers on the table that anything may be written with, in the order in which they lie. */
export const ALL_MARKERS: readonly string[] = MARKERS;

export type MarkerSet = readonly [main: string, second: string, third: string];

/** The three markers that lie before a seat, by its order at the table; the first is the seat's own colour. */
export function markerSet(seatOrder: number): MarkerSet {
  const { length } = SEAT_ORDER;
  return setAt(SEAT_ORDER[((Math.trunc(seatOrder) % length) + length) % length] ?? 0);
}

function setAt(place: number): MarkerSet {
  const box = place < MARKERS.length ? MARKERS : DARK_MARKERS;
  const at = (offset: number) => box[(place + offset) % box.length] ?? box[0];
  return [at(0), at(4), at(8)];
}

/** The three markers of a seat by its own colour, whichever order it has; of another colour there is only that one. */
export function markersOf(colour: string): MarkerSet {
  for (const [round, box] of ROUNDS.entries()) {
    const place = box.indexOf(colour);
    if (place >= 0) return setAt(round * MARKERS.length + place);
  }
  return [colour, colour, colour];
}

/** The marker for somebody's next ingredient: their three in turn. */
export function nextMarker(set: MarkerSet, written: number): string {
  return set[Math.abs(Math.trunc(written)) % set.length] ?? set[0];
}
