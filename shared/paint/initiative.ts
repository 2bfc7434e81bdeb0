import type { InitiativeShape } from '../layout/shapes.ts';
import { faded, PALETTE } from '../scene/palette.ts';
import { handCircle, handLine } from './hand.ts';
import { type Path, strokePath } from './path.ts';
import { type PaintOptions, type Pen, showsDetail } from './pen.ts';
import { paintBlock, prepareWords } from './words.ts';

/** The marker's width as a part of the radius, and how much nearer the middle its second round runs. */
const STROKE = 0.04;
const SECOND = { inside: 0.035, width: 0.55, opacity: 0.5 } as const;
const SEEDS = [11, 29] as const;

const circles = new WeakMap<InitiativeShape, readonly [Path, Path]>();

/** The circle in the middle, drawn twice round with a marker as one does to say that this is what it is about. */
export function paintInitiative(pen: Pen, shape: InitiativeShape, options: PaintOptions): void {
  const { centre, radius, text } = shape;
  if (radius === 0) {
    paintName(pen, shape, options);
    return;
  }
  let strokes = circles.get(shape);
  if (!strokes) {
    strokes = [handCircle(centre, radius, SEEDS[0]), handCircle(centre, radius * (1 - SECOND.inside), SEEDS[1])];
    circles.set(shape, strokes);
  }
  pen.save();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.arc(centre[0], centre[1], radius, 0, 2 * Math.PI);
  pen.fillStyle = PALETTE.core;
  pen.fill();
  if (showsDetail(options)) {
    pen.strokeStyle = faded(PALETTE.ink, SECOND.opacity);
    pen.lineWidth = radius * STROKE * SECOND.width;
    strokePath(pen, strokes[1], options);
  }
  pen.strokeStyle = PALETTE.ink;
  pen.lineWidth = radius * STROKE;
  strokePath(pen, strokes[0], options);
  prepareWords(pen);
  pen.fillStyle = PALETTE.ink;
  paintBlock(pen, text, centre, options);
  pen.restore();
}

/** The name that was chosen for a theme, underlined twice by hand; only the line for it while there is none. */
function paintName(pen: Pen, { centre, text, box }: InitiativeShape, options: PaintOptions): void {
  const foot = box.y + box.h;
  const named = text.lines.length > 0;
  pen.save();
  pen.lineCap = 'round';
  pen.strokeStyle = faded(PALETTE.ink, named ? 0.85 : 0.3);
  const half = named ? Math.max(90, text.width / 2 + 14) : box.w / 2 - 20;
  for (const [nth, below] of named ? [-8, 3].entries() : [-8].entries()) {
    pen.lineWidth = nth === 0 ? 5 : 2.6;
    const from = centre[0] - half + nth * 12;
    strokePath(
      pen,
      handLine([from, foot + below], [centre[0] + half - nth * 18, foot + below - 2], SEEDS[nth] ?? 0, 1.6),
      options,
    );
  }
  prepareWords(pen);
  pen.fillStyle = PALETTE.ink;
  paintBlock(pen, text, [centre[0], centre[1] - 6], options);
  pen.restore();
}
