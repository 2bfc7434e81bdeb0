import type { SeatShape } from '../layout/shapes.ts';
import { faded, PALETTE } from '../scene/palette.ts';
import { handLine, seedOf } from './hand.ts';
import { type Path, PathMaker, smoothThrough, strokePath } from './path.ts';
import { LEAST_LETTERS_PX, type PaintOptions, type Pen, showsDetail } from './pen.ts';
import { clothFont, prepareWords } from './words.ts';

/** The coloured line along a seat's stretch of the edge: its width and how far it strays, mm; fainter at a free seat. */
const HEM = { width: 5, stray: 1.2, opacity: 0.75, free: 0.22 } as const;
const BASELINE = 0.34;
/** The line on which a name will stand, where nobody sits yet, mm. */
const NAME_LINE = { half: 90, below: -1 } as const;

/** The names round the edge, each with its stretch of it marked in its colour. */
export function paintSeats(pen: Pen, seats: readonly SeatShape[], options: PaintOptions): void {
  pen.save();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  prepareWords(pen);
  for (const seat of seats) {
    paintHem(pen, seat, options);
    if (seat.free) paintFree(pen, seat, options);
    else paintName(pen, seat, options);
  }
  pen.restore();
}

function paintName(
  pen: Pen,
  { at, angle, label, labelWidth, fontSize, colour }: SeatShape,
  { pxPerMm }: PaintOptions,
): void {
  if (fontSize * pxPerMm < LEAST_LETTERS_PX) return;
  pen.save();
  pen.translate(at[0], at[1]);
  pen.rotate(angle);
  pen.fillStyle = colour;
  pen.font = clothFont(fontSize, 700);
  pen.fillText(label, 0, fontSize * BASELINE, labelWidth);
  pen.restore();
}

function paintFree(pen: Pen, { at, angle, fontSize }: SeatShape, options: PaintOptions): void {
  if (!showsDetail(options)) return;
  // On the side of the name that looks to the middle: under it at the top, above it at the bottom, clear of the hem.
  const outward = -Math.sin(angle) * at[0] + Math.cos(angle) * at[1] > 0;
  const down = (outward ? -1 : 1) * (fontSize * BASELINE + NAME_LINE.below);
  pen.save();
  pen.translate(at[0], at[1]);
  pen.rotate(angle);
  pen.strokeStyle = faded(PALETTE.pencil, 0.4);
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.moveTo(-NAME_LINE.half, down);
  pen.lineTo(NAME_LINE.half, down);
  pen.stroke();
  pen.restore();
}

const hems = new WeakMap<SeatShape, Path>();

function paintHem(pen: Pen, seat: SeatShape, options: PaintOptions): void {
  let path = hems.get(seat);
  if (!path) {
    path = hemPath(seat);
    hems.set(seat, path);
  }
  pen.strokeStyle = faded(seat.colour, seat.free ? HEM.free : HEM.opacity);
  pen.lineWidth = HEM.width;
  strokePath(pen, path, options);
}

function hemPath({ id, hem }: SeatShape): Path {
  const [first, last] = hem;
  if (first && last && hem.length === 2) return handLine(first, last, seedOf(id), HEM.stray);
  const maker = new PathMaker();
  smoothThrough(maker, hem);
  return maker.path;
}
