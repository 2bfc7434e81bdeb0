import type { InitiativeShape } from '../../../shared/layout/shapes.ts';
import { faded, PALETTE } from '../../../shared/scene/palette.ts';
import { type Ctx, type PaintOptions, showsDetail } from './ctx.ts';
import { handCircle } from './hand.ts';
import { paintBlock, prepareWords } from './words.ts';

/** The marker's width as a part of the radius, and how much nearer the middle its second round runs. */
const STROKE = 0.04;
const SECOND = { inside: 0.035, width: 0.55, opacity: 0.5 } as const;
const SEEDS = [11, 29] as const;

const circles = new WeakMap<InitiativeShape, readonly [Path2D, Path2D]>();

/** The circle in the middle, drawn twice round with a marker as one does to say that this is what it is about. */
export function paintInitiative(ctx: Ctx, shape: InitiativeShape, options: PaintOptions): void {
  const { centre, radius, text } = shape;
  let strokes = circles.get(shape);
  if (!strokes) {
    strokes = [handCircle(centre, radius, SEEDS[0]), handCircle(centre, radius * (1 - SECOND.inside), SEEDS[1])];
    circles.set(shape, strokes);
  }
  ctx.save();
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.arc(centre[0], centre[1], radius, 0, 2 * Math.PI);
  ctx.fillStyle = PALETTE.core;
  ctx.fill();
  if (showsDetail(options)) {
    ctx.strokeStyle = faded(PALETTE.ink, SECOND.opacity);
    ctx.lineWidth = radius * STROKE * SECOND.width;
    ctx.stroke(strokes[1]);
  }
  ctx.strokeStyle = PALETTE.ink;
  ctx.lineWidth = radius * STROKE;
  ctx.stroke(strokes[0]);
  prepareWords(ctx);
  ctx.fillStyle = PALETTE.ink;
  paintBlock(ctx, text, centre, options);
  ctx.restore();
}
