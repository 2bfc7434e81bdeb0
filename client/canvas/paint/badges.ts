import type { BadgeShape } from '../../../shared/layout/shapes.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { PALETTE, POSITION_COLOURS } from '../../../shared/scene/palette.ts';
import { type Ctx, LEAST_LETTERS_PX, type PaintOptions } from './ctx.ts';
import { clothFont } from './words.ts';

/** Letter size and rim, as parts of the badge's radius; how far the baseline lies under its centre, in em. */
const LETTER = 1.35;
const RIM = 0.17;
const BASELINE = 0.29;

/** The letters of the positions somebody holds, each in its own colour. Call `prepareWords` before. */
export function paintBadges(ctx: Ctx, badges: readonly BadgeShape[], { pxPerMm }: PaintOptions): void {
  for (const { letter, centre, radius } of badges) {
    const [x, y] = centre;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = PALETTE.white;
    ctx.fill();
    ctx.beginPath();
    ctx.arc(x, y, radius * (1 - RIM), 0, 2 * Math.PI);
    ctx.fillStyle = POSITION_COLOURS[letter];
    ctx.fill();
    const size = radius * LETTER;
    if (size * pxPerMm < LEAST_LETTERS_PX) continue;
    ctx.font = clothFont(size, 700);
    ctx.fillStyle = '#ffffff';
    ctx.fillText(letter, x, y + size * BASELINE);
  }
}

/** Somebody asked what is meant: a question mark, open where the letters are filled. Call `prepareWords` before. */
export function paintQuestion(
  ctx: Ctx,
  { centre: [x, y], radius }: { readonly centre: Point; readonly radius: number },
  { pxPerMm }: PaintOptions,
): void {
  ctx.beginPath();
  ctx.arc(x, y, radius * (1 - RIM), 0, 2 * Math.PI);
  ctx.fillStyle = PALETTE.core;
  ctx.fill();
  ctx.strokeStyle = PALETTE.ink;
  ctx.lineWidth = radius * RIM;
  ctx.stroke();
  const size = radius * LETTER;
  if (size * pxPerMm < LEAST_LETTERS_PX) return;
  ctx.font = clothFont(size, 700);
  ctx.fillStyle = PALETTE.ink;
  ctx.fillText('?', x, y + size * BASELINE);
}
