import type { Page } from '../../../shared/scene/page.ts';
import { paintBadges } from './badges.ts';
import type { Ctx, PaintOptions } from './ctx.ts';
import { paintTies } from './ties.ts';
import { clothFont, prepareWords } from './words.ts';

/** The paper round the cloth, and on it title, day, names, the legend of letters and lines and whose method it is. */
export function paintPage(ctx: Ctx, { box, labels, badges, ties }: Page, options: PaintOptions): void {
  ctx.save();
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(box.x, box.y, box.w, box.h);
  prepareWords(ctx);
  paintBadges(ctx, badges, options);
  paintTies(ctx, ties, options);
  for (const { text, at, align, size, weight, colour, width } of labels) {
    ctx.textAlign = align;
    ctx.font = clothFont(size, weight);
    ctx.fillStyle = colour;
    ctx.fillText(text, at[0], at[1], width);
  }
  ctx.restore();
}
