import type { Box } from '../../../shared/layout/box.ts';
import type { Point } from '../../../shared/model/schema.ts';
import type { Person } from '../../document/cloth-session.ts';

const NAME_FONT = '600 13px "Figtree Variable", system-ui, sans-serif';
const MOST_NAME = 24;
/** Room that a pointer with its name takes at most, and what stands round and below words being written. CSS px. */
export const CURSOR_ROOM = { w: 300, h: 46 } as const;
export const WRITING_ROOM = { side: 6, below: 34 } as const;

/** Another person's pointer with their name in their colour. `at` in CSS px. */
export function paintCursor(ctx: CanvasRenderingContext2D, [x, y]: Point, { name, colour }: Person): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.lineTo(4.6, 16.5);
  ctx.lineTo(8.2, 9.6);
  ctx.lineTo(15.6, 7.4);
  ctx.closePath();
  ctx.fillStyle = colour;
  ctx.strokeStyle = '#ffffff';
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.fill();
  if (name) paintName(ctx, 12, 14, name, colour);
  ctx.restore();
}

/** Who is writing here: a ring round the words and the name with three dots on its lower border. `box` in CSS px. */
export function paintWriting(ctx: CanvasRenderingContext2D, { x, y, w, h }: Box, { name, colour }: Person): void {
  ctx.beginPath();
  ctx.roundRect(x - 3, y - 3, w + 6, h + 6, 8);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  paintName(ctx, x, y + h + 6, name, colour, true);
}

function paintName(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  name: string,
  colour: string,
  dots = false,
): void {
  const label = name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1)}…` : name;
  ctx.font = NAME_FONT;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const words = widthOf(ctx, label);
  const width = words + 14 + (dots ? (words > 0 ? 24 : 18) : 0);
  ctx.beginPath();
  ctx.roundRect(x, y, width, 22, 11);
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.fillStyle = '#ffffff';
  ctx.fillText(label, x + 7, y + 11.5);
  if (!dots) return;
  ctx.beginPath();
  for (const nth of [0, 1, 2]) {
    const centre = x + width - 8 - (2 - nth) * 6;
    ctx.moveTo(centre + 2, y + 12);
    ctx.arc(centre, y + 12, 2, 0, 2 * Math.PI);
  }
  ctx.fill();
}

const widths = new Map<string, number>();

/** Names are few and measured often. */
function widthOf(ctx: CanvasRenderingContext2D, label: string): number {
  let width = widths.get(label);
  if (width === undefined) {
    if (widths.size > 200) widths.clear();
    width = ctx.measureText(label).width;
    widths.set(label, width);
  }
  return width;
}
