import { faded, PALETTE } from '../../../shared/scene/palette.ts';
import type { ItemShape } from '../../../shared/scene/scene.ts';
import { paintBadges } from './badges.ts';
import { type Ctx, type PaintOptions, showsDetail } from './ctx.ts';
import { handCircle, seedOf } from './hand.ts';
import { paintBlock, prepareWords } from './words.ts';

/** The slip under an ingredient: just enough of an edge to see that it can be picked up. mm, and the rim's opacity. */
const SLIP = { corner: 9, rim: 0.2, rimWidth: 1.2 } as const;
/** A connector's circle: its marker, and a thin second round. mm. */
const CIRCLE = { width: 4.6, second: { inside: 3.6, width: 1.5, opacity: 0.4 } } as const;
/** The mark of a clarification: a small speech tail at the lower left, mm. */
const CLARIFIED = { size: 9, width: 2 } as const;

/** Ingredients and connectors with their letters, in this order from below to above. */
export function paintItems(ctx: Ctx, items: readonly ItemShape[], options: PaintOptions): void {
  ctx.save();
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  prepareWords(ctx);
  for (const item of items) {
    if (item.radius > 0) paintCircle(ctx, item, options);
    else paintSlip(ctx, item, options);
    ctx.fillStyle = item.colour;
    paintBlock(ctx, item.text, item.centre, options);
    if (item.clarified && showsDetail(options)) paintClarified(ctx, item);
    if (item.badges.length > 0) paintBadges(ctx, item.badges, options);
  }
  ctx.restore();
}

function paintSlip(ctx: Ctx, { box, colour }: ItemShape, options: PaintOptions): void {
  ctx.fillStyle = PALETTE.slip;
  if (!showsDetail(options)) {
    ctx.fillRect(box.x, box.y, box.w, box.h);
    return;
  }
  ctx.beginPath();
  ctx.roundRect(box.x, box.y, box.w, box.h, SLIP.corner);
  ctx.fill();
  ctx.strokeStyle = faded(colour, SLIP.rim);
  ctx.lineWidth = SLIP.rimWidth;
  ctx.stroke();
}

const circles = new WeakMap<ItemShape, readonly [Path2D, Path2D]>();

function paintCircle(ctx: Ctx, item: ItemShape, options: PaintOptions): void {
  const { centre, radius, colour } = item;
  ctx.beginPath();
  ctx.arc(centre[0], centre[1], radius - CIRCLE.width / 2, 0, 2 * Math.PI);
  ctx.fillStyle = PALETTE.white;
  ctx.fill();
  ctx.strokeStyle = colour;
  ctx.lineWidth = CIRCLE.width;
  if (!showsDetail(options)) {
    ctx.stroke();
    return;
  }
  let strokes = circles.get(item);
  if (!strokes) {
    const seed = seedOf(item.id);
    const drawn = radius - CIRCLE.width / 2;
    strokes = [handCircle(centre, drawn, seed), handCircle(centre, drawn - CIRCLE.second.inside, seed + 1)];
    circles.set(item, strokes);
  }
  ctx.stroke(strokes[0]);
  ctx.strokeStyle = faded(colour, CIRCLE.second.opacity);
  ctx.lineWidth = CIRCLE.second.width;
  ctx.stroke(strokes[1]);
}

/** A tail as of a speech balloon: somebody said what is meant by it. */
function paintClarified(ctx: Ctx, { box, centre, radius, colour }: ItemShape): void {
  const { size } = CLARIFIED;
  const x = radius > 0 ? centre[0] - radius * Math.SQRT1_2 : box.x + size * 1.6;
  const y = radius > 0 ? centre[1] + radius * Math.SQRT1_2 : box.y + box.h;
  ctx.beginPath();
  ctx.moveTo(x - size * 0.7, y - 0.5);
  ctx.lineTo(x - size, y + size);
  ctx.lineTo(x + size * 0.7, y - 0.5);
  ctx.fillStyle = PALETTE.white;
  ctx.fill();
  ctx.strokeStyle = colour;
  ctx.lineWidth = CLARIFIED.width;
  ctx.stroke();
}
