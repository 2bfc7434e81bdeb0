import type { Label, LineShape, SheetShape } from '../layout/shapes.ts';
import type { Point } from '../model/schema.ts';
import { faded, PALETTE } from '../scene/palette.ts';
import type { FontWeight } from '../text/text-measure.ts';
import { handLine } from './hand.ts';
import { type Path, strokePath } from './path.ts';
import { LEAST_LETTERS_PX, type PaintOptions, type Pen } from './pen.ts';
import { clothFont, prepareWords } from './words.ts';

/** The lines between the boxes: their width, how far they stray and stop short of the edge, mm; their least width, px; and how dark. */
const RULE = { width: 3.4, least: 1, stray: 1.8, short: 22, opacity: 0.5 } as const;
/** The line of the programme, its meetings and the stretches between them, mm. */
const LINE = { width: 5, meeting: 12, end: 17, tick: 9, activity: 4.5, stretch: 11 } as const;

const rules = new WeakMap<SheetShape, readonly Path[]>();

/** What is printed on a theme sheet: the lines between its boxes as a hand draws them, titles, help, and its line in time. */
export function paintBoxes(pen: Pen, sheet: SheetShape, options: PaintOptions): void {
  const { boxes = [], line } = sheet;
  pen.save();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = faded(PALETTE.graphite, RULE.opacity);
  // On a small picture the boxes are all that tells one what it is.
  pen.lineWidth = Math.max(RULE.width, RULE.least / options.pxPerMm);
  let paths = rules.get(sheet);
  if (!paths) {
    paths = rulesOf(sheet);
    rules.set(sheet, paths);
  }
  for (const path of paths) strokePath(pen, path, options);
  prepareWords(pen);
  pen.fillStyle = PALETTE.ink;
  for (const { title } of boxes) paintLabel(pen, title, 700, options);
  pen.fillStyle = PALETTE.pencil;
  for (const { help } of boxes) for (const label of help) paintLabel(pen, label, 500, options);
  if (line) paintLine(pen, line, options);
  pen.restore();
}

/** Under every box that does not lie at the foot, and at the right of every one that does not lie at the side. */
function rulesOf({ box, boxes = [] }: SheetShape): Path[] {
  const [right, foot] = [box.x + box.w, box.y + box.h];
  const across = new Set(boxes.map((each) => each.box.y + each.box.h).filter((y) => y < foot));
  const paths = [...across].map((y, nth) =>
    handLine([box.x + RULE.short, y], [right - RULE.short, y], 41 + nth, RULE.stray),
  );
  for (const [nth, each] of boxes.entries()) {
    const x = each.box.x + each.box.w;
    if (x >= right) continue;
    const [top, bottom] = [each.box.y + RULE.short, each.box.y + each.box.h - RULE.short];
    paths.push(handLine([x, top], [x, bottom], 71 + nth, RULE.stray));
  }
  return paths;
}

function paintLabel(pen: Pen, { text, at, size, align }: Label, weight: FontWeight, { pxPerMm }: PaintOptions): void {
  if (size * pxPerMm < LEAST_LETTERS_PX) return;
  pen.font = clothFont(size, weight);
  pen.textAlign = align;
  pen.fillText(text, at[0], at[1]);
}

const lines = new WeakMap<LineShape, Path>();

function paintLine(pen: Pen, line: LineShape, options: PaintOptions): void {
  let path = lines.get(line);
  if (!path) {
    path = handLine(line.from, line.to, 97, 1.4);
    lines.set(line, path);
  }
  const [, y] = line.from;
  pen.strokeStyle = faded(PALETTE.ink, line.laid ? 0.85 : 0.16);
  pen.lineWidth = LINE.width;
  strokePath(pen, path, options);
  if (!line.laid) return;
  for (const { from, to, told } of line.stretches) {
    pen.fillStyle = told ? '#ecd9a8' : '#f1e8d4';
    pen.beginPath();
    pen.roundRect(from + LINE.meeting + 6, y + 8, Math.max(0, to - from - 2 * LINE.meeting - 12), LINE.stretch, 5);
    pen.fill();
  }
  pen.strokeStyle = faded(PALETTE.graphite, 0.7);
  pen.lineWidth = 1.8;
  for (const x of line.months) stroke(pen, [x, y + 20], [x, y + 20 + LINE.tick]);
  for (const { kind, at } of line.marks) {
    const radius = kind === 'meeting' ? LINE.meeting : LINE.activity;
    paintDot(pen, at, radius, kind === 'meeting' ? PALETTE.white : PALETTE.graphite);
  }
  paintDot(pen, line.from, LINE.meeting * 0.7, PALETTE.ink);
  paintDot(pen, line.to, LINE.end, PALETTE.core);
  paintDot(pen, line.to, LINE.end * 0.45, PALETTE.ink);
  pen.fillStyle = PALETTE.ink;
  for (const label of line.said) paintLabel(pen, label, 700, options);
  pen.fillStyle = PALETTE.pencil;
  for (const label of line.noted) paintLabel(pen, label, 500, options);
}

function stroke(pen: Pen, a: Point, b: Point): void {
  pen.beginPath();
  pen.moveTo(a[0], a[1]);
  pen.lineTo(b[0], b[1]);
  pen.stroke();
}

function paintDot(pen: Pen, [x, y]: Point, radius: number, fill: string): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
  pen.strokeStyle = faded(PALETTE.ink, 0.85);
  pen.lineWidth = 3;
  if (radius > LINE.activity) pen.stroke();
}
