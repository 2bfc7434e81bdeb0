import type { ItemShape } from '../../../shared/layout/shapes.ts';
import { faded, PALETTE } from '../../../shared/scene/palette.ts';
import { paintBadges, paintQuestion } from './badges.ts';
import { type Ctx, type PaintOptions, showsDetail } from './ctx.ts';
import { handCircle, seedOf } from './hand.ts';
import { paintBlock, prepareWords } from './words.ts';

/** The slip under an ingredient: just enough of an edge to see that it can be picked up. mm, and opacities. */
const SLIP = { corner: 9, rim: 0.2, rimWidth: 1.2, tail: 0.6 } as const;
/** A connector's circle: its marker, and a thin second round. mm. */
const CIRCLE = { width: 4.6, second: { inside: 3.6, width: 1.5, opacity: 0.4 } } as const;

/** Ingredients and connectors with their letters, in this order from below to above. */
export function paintItems(ctx: Ctx, items: readonly ItemShape[], options: PaintOptions): void {
  ctx.save();
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  prepareWords(ctx);
  for (const item of items) {
    const still = item.turn === 0;
    if (!still) {
      ctx.save();
      ctx.translate(item.centre[0], item.centre[1]);
      ctx.rotate(item.turn);
      ctx.translate(-item.centre[0], -item.centre[1]);
    }
    if (item.radius > 0) paintCircle(ctx, item, options);
    else paintSlip(ctx, item, options);
    ctx.fillStyle = item.colour;
    paintBlock(ctx, item.text, item.centre, options);
    if (item.tail && showsDetail(options)) paintTail(ctx, item, item.tail);
    if (item.question) paintQuestion(ctx, item.question, options);
    if (item.badges.length > 0) paintBadges(ctx, item.badges, options);
    if (!still) ctx.restore();
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

/** Somebody said what is meant: the slip or circle gets the tail of a speech balloon, in its own line. */
function paintTail(ctx: Ctx, { radius, colour }: ItemShape, [a, tip, b]: NonNullable<ItemShape['tail']>): void {
  ctx.beginPath();
  ctx.moveTo(a[0], a[1]);
  ctx.lineTo(tip[0], tip[1]);
  ctx.lineTo(b[0], b[1]);
  ctx.fillStyle = radius > 0 ? PALETTE.white : PALETTE.slip;
  ctx.fill();
  ctx.strokeStyle = radius > 0 ? colour : faded(colour, SLIP.tail);
  ctx.lineWidth = radius > 0 ? CIRCLE.width * 0.8 : SLIP.rimWidth * 1.4;
  ctx.stroke();
}
