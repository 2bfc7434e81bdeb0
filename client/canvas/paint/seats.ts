import type { SeatShape } from '../../../shared/layout/shapes.ts';
import { faded, PALETTE } from '../../../shared/scene/palette.ts';
import { type Ctx, LEAST_LETTERS_PX, type PaintOptions, showsDetail } from './ctx.ts';
import { handLine, seedOf, smoothThrough } from './hand.ts';
import { clothFont, prepareWords } from './words.ts';

/** The coloured line along a seat's stretch of the edge: its width and how far it strays, mm; fainter at a free seat. */
const HEM = { width: 5, stray: 1.2, opacity: 0.75, free: 0.22 } as const;
const BASELINE = 0.34;
/** The line on which a name will stand, where nobody sits yet, mm. */
const NAME_LINE = { half: 90, below: -1 } as const;

/** The names round the edge, each with its stretch of it marked in its colour. */
export function paintSeats(ctx: Ctx, seats: readonly SeatShape[], options: PaintOptions): void {
  ctx.save();
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  prepareWords(ctx);
  for (const seat of seats) {
    paintHem(ctx, seat);
    if (seat.free) paintFree(ctx, seat, options);
    else paintName(ctx, seat, options);
  }
  ctx.restore();
}

function paintName(
  ctx: Ctx,
  { at, angle, label, labelWidth, fontSize, colour }: SeatShape,
  { pxPerMm }: PaintOptions,
): void {
  if (fontSize * pxPerMm < LEAST_LETTERS_PX) return;
  ctx.save();
  ctx.translate(at[0], at[1]);
  ctx.rotate(angle);
  ctx.fillStyle = colour;
  ctx.font = clothFont(fontSize, 700);
  ctx.fillText(label, 0, fontSize * BASELINE, labelWidth);
  ctx.restore();
}

function paintFree(ctx: Ctx, { at, angle, fontSize }: SeatShape, options: PaintOptions): void {
  if (!showsDetail(options)) return;
  // On the side of the name that looks to the middle: under it at the top, above it at the bottom, clear of the hem.
  const outward = -Math.sin(angle) * at[0] + Math.cos(angle) * at[1] > 0;
  const down = (outward ? -1 : 1) * (fontSize * BASELINE + NAME_LINE.below);
  ctx.save();
  ctx.translate(at[0], at[1]);
  ctx.rotate(angle);
  ctx.strokeStyle = faded(PALETTE.pencil, 0.4);
  ctx.lineWidth = 1.6;
  ctx.setLineDash([7, 7]);
  ctx.beginPath();
  ctx.moveTo(-NAME_LINE.half, down);
  ctx.lineTo(NAME_LINE.half, down);
  ctx.stroke();
  ctx.restore();
}

const hems = new WeakMap<SeatShape, Path2D>();

function paintHem(ctx: Ctx, seat: SeatShape): void {
  let path = hems.get(seat);
  if (!path) {
    path = hemPath(seat);
    hems.set(seat, path);
  }
  ctx.strokeStyle = faded(seat.colour, seat.free ? HEM.free : HEM.opacity);
  ctx.lineWidth = HEM.width;
  ctx.stroke(path);
}

function hemPath({ id, hem }: SeatShape): Path2D {
  const path = new Path2D();
  const [first] = hem;
  const last = hem[hem.length - 1];
  if (!first || !last) return path;
  if (hem.length === 2) handLine(path, first, last, seedOf(id), HEM.stray);
  else smoothThrough(path, hem);
  return path;
}
