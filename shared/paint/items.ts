import type { Box } from '../layout/box.ts';
import type { ItemShape } from '../layout/shapes.ts';
import { faded, PALETTE } from '../scene/palette.ts';
import { paintBadges, paintContact, paintQuestion } from './badges.ts';
import { handCircle, seedOf } from './hand.ts';
import { type Path, strokePath } from './path.ts';
import { type PaintOptions, type Pen, showsDetail } from './pen.ts';
import { paintBlock, prepareWords } from './words.ts';

/** The slip under an ingredient: just enough of an edge to see that it can be picked up. mm, and opacities. */
const SLIP = { corner: 9, rim: 0.2, rimWidth: 1.2, tail: 0.6 } as const;
/** The writer's edge: its width, and how much shorter it is at each end, mm. */
const WRITER = { width: 4.4, short: 8 } as const;
/** A connector's circle: its marker, and a thin second round. mm. */
const CIRCLE = { width: 4.6, second: { inside: 3.6, width: 1.5, opacity: 0.4 } } as const;

/** Ingredients and connectors with their letters, in this order from below to above. */
export function paintItems(pen: Pen, items: readonly ItemShape[], options: PaintOptions): void {
  pen.save();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  prepareWords(pen);
  for (const item of items) {
    const still = item.turn === 0;
    if (!still) {
      pen.save();
      pen.translate(item.centre[0], item.centre[1]);
      pen.rotate(item.turn);
      pen.translate(-item.centre[0], -item.centre[1]);
    }
    if (item.radius > 0) paintCircle(pen, item, options);
    else paintSlip(pen, item, options);
    pen.fillStyle = item.colour;
    paintBlock(pen, item.text, item.centre, options);
    if (item.tail && showsDetail(options)) paintTail(pen, item, item.tail);
    if (item.contact) paintContact(pen, item.contact);
    if (item.question) paintQuestion(pen, item.question, options);
    if (item.badges.length > 0) paintBadges(pen, item.badges, options);
    if (!still) pen.restore();
  }
  pen.restore();
}

function paintSlip(pen: Pen, { box, colour, writer }: ItemShape, options: PaintOptions): void {
  pen.fillStyle = PALETTE.slip;
  if (!showsDetail(options)) {
    pen.fillRect(box.x, box.y, box.w, box.h);
    return;
  }
  pen.beginPath();
  pen.roundRect(box.x, box.y, box.w, box.h, SLIP.corner);
  pen.fill();
  pen.strokeStyle = faded(colour, SLIP.rim);
  pen.lineWidth = SLIP.rimWidth;
  pen.stroke();
  if (writer !== undefined) paintWriter(pen, box, writer);
}

/** The edge of a slip at its left, in the colour of who wrote on it. */
export function paintWriter(pen: Pen, { x, y, h }: Pick<Box, 'x' | 'y' | 'h'>, colour: string): void {
  const [at, short] = [x + WRITER.width / 2, Math.min(WRITER.short, h / 4)];
  pen.beginPath();
  pen.moveTo(at, y + short);
  pen.lineTo(at, y + h - short);
  pen.strokeStyle = colour;
  pen.lineWidth = WRITER.width;
  pen.stroke();
}

const circles = new WeakMap<ItemShape, readonly [Path, Path]>();

function paintCircle(pen: Pen, item: ItemShape, options: PaintOptions): void {
  const { centre, radius, colour } = item;
  pen.beginPath();
  pen.arc(centre[0], centre[1], radius - CIRCLE.width / 2, 0, 2 * Math.PI);
  pen.fillStyle = PALETTE.white;
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = CIRCLE.width;
  if (!showsDetail(options)) {
    pen.stroke();
    return;
  }
  let strokes = circles.get(item);
  if (!strokes) {
    const seed = seedOf(item.id);
    const drawn = radius - CIRCLE.width / 2;
    strokes = [handCircle(centre, drawn, seed), handCircle(centre, drawn - CIRCLE.second.inside, seed + 1)];
    circles.set(item, strokes);
  }
  strokePath(pen, strokes[0], options);
  pen.strokeStyle = faded(colour, CIRCLE.second.opacity);
  pen.lineWidth = CIRCLE.second.width;
  strokePath(pen, strokes[1], options);
}

/** Somebody said what is meant: the slip or circle gets the tail of a speech balloon, in its own line. */
function paintTail(pen: Pen, { radius, colour }: ItemShape, [a, tip, b]: NonNullable<ItemShape['tail']>): void {
  pen.beginPath();
  pen.moveTo(a[0], a[1]);
  pen.lineTo(tip[0], tip[1]);
  pen.lineTo(b[0], b[1]);
  pen.fillStyle = radius > 0 ? PALETTE.white : PALETTE.slip;
  pen.fill();
  pen.strokeStyle = radius > 0 ? colour : faded(colour, SLIP.tail);
  pen.lineWidth = radius > 0 ? CIRCLE.width * 0.8 : SLIP.rimWidth * 1.4;
  pen.stroke();
}
