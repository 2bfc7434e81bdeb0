import type { SheetShape } from '../layout/shapes.ts';
import { PALETTE } from '../scene/palette.ts';
import { type PaintOptions, type Pen, type PenGradient, showsDetail } from './pen.ts';

/** The shadow under the sheet: how soft and how far down, mm. */
const SHADOW = { soft: 34, down: 9, dark: 0.42 } as const;
/** Shadow from dark to nothing: opacity at each part of its width, falling off as light does. */
const FALL_OFF = [1, 0.72, 0.46, 0.26, 0.12, 0.04, 0] as const;
/** Where the cloth was folded when it was bought, as parts of its size. */
const FOLDS = { across: [1 / 3, 2 / 3], down: [1 / 2] } as const;
export interface SheetOptions extends PaintOptions {
  /** Lays the paper's grain over the sheet, where what is painted on has pixels; left out, it is plain paper. */
  readonly grain?: (sheet: SheetShape) => void;
  /** Paints what is printed on a sheet with boxes. */
  readonly print?: (pen: Pen, sheet: SheetShape, options: PaintOptions) => void;
  /** How dark the table is that the shadow falls on, 0 to 1 of the usual; less on a white page. */
  readonly shadow?: number;
  /** Paper without folds and rim. */
  readonly plain?: boolean;
}

/** The sheet of paper, with its soft shadow on the table round it. */
export function paintSheet(pen: Pen, sheet: SheetShape, options: SheetOptions): void {
  pen.save();
  const shadow = options.shadow ?? 1;
  if (shadow > 0) paintShadow(pen, sheet, shadow);
  sheetPath(pen, sheet);
  pen.fillStyle = PALETTE.paper;
  pen.fill();
  options.grain?.(sheet);
  const isNear = showsDetail(options);
  // Its boxes are what a sheet is known by, however small it is seen.
  if (!options.plain && (isNear || sheet.boxes)) {
    pen.clip();
    if (sheet.boxes) options.print?.(pen, sheet, options);
    else paintFolds(pen, sheet);
    if (isNear) paintRim(pen, sheet);
  }
  pen.restore();
}

/** The outline of the sheet. */
export function sheetPath(pen: Pen, { shape, box, corner }: SheetShape): void {
  pen.beginPath();
  if (shape === 'round') pen.ellipse(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2, 0, 0, 2 * Math.PI);
  else pen.roundRect(box.x, box.y, box.w, box.h, corner);
}

/** Strips and corners of gradient round the sheet: a canvas's own blur costs a hundred times as much. */
function paintShadow(pen: Pen, { shape, box, corner }: SheetShape, strength: number): void {
  const { x, y, w, h } = { ...box, y: box.y + SHADOW.down };
  const stops = (gradient: PenGradient, from: number) => {
    FALL_OFF.forEach((part, at) => {
      const where = from + ((1 - from) * at) / (FALL_OFF.length - 1);
      gradient.addColorStop(where, `rgba(12, 6, 2, ${(part * SHADOW.dark * strength).toFixed(3)})`);
    });
    return gradient;
  };
  const inner = shape === 'round' ? w / 2 - SHADOW.soft : corner;
  const outer = inner + (shape === 'round' ? 2 : 1) * SHADOW.soft;
  const rounded = (cx: number, cy: number, left: number, top: number, width: number, height: number) => {
    pen.fillStyle = stops(pen.createRadialGradient(cx, cy, 0, cx, cy, outer), shape === 'round' ? inner / outer : 0.3);
    pen.fillRect(left, top, width, height);
  };
  if (shape === 'round') {
    rounded(x + w / 2, y + h / 2, x - SHADOW.soft, y - SHADOW.soft, w + 2 * SHADOW.soft, h + 2 * SHADOW.soft);
    return;
  }
  const [right, bottom] = [x + w - corner, y + h - corner];
  for (const [cx, left] of [
    [x + corner, x + corner - outer],
    [right, right],
  ] as const) {
    for (const [cy, top] of [
      [y + corner, y + corner - outer],
      [bottom, bottom],
    ] as const) {
      rounded(cx, cy, left, top, outer, outer);
    }
  }
  const strip = (left: number, top: number, width: number, height: number, from: number[], to: number[]) => {
    const [fx = 0, fy = 0] = from;
    const [tx = 0, ty = 0] = to;
    pen.fillStyle = stops(pen.createLinearGradient(fx, fy, tx, ty), 0.3);
    pen.fillRect(left, top, width, height);
  };
  const [long, high] = [w - 2 * corner, h - 2 * corner];
  strip(x + corner, y + corner - outer, long, outer, [0, y + corner], [0, y + corner - outer]);
  strip(x + corner, bottom, long, outer, [0, bottom], [0, bottom + outer]);
  strip(x + corner - outer, y + corner, outer, high, [x + corner, 0], [x + corner - outer, 0]);
  strip(right, y + corner, outer, high, [right, 0], [right + outer, 0]);
}

/** The faint creases of a cloth that came folded: a line of light beside a line of shade. */
function paintFolds(pen: Pen, { box: { x, y, w, h } }: SheetShape): void {
  for (const part of FOLDS.across) crease(pen, x + w * part, y, x + w * part, y + h);
  for (const part of FOLDS.down) crease(pen, x, y + h * part, x + w, y + h * part);
}

function crease(pen: Pen, x0: number, y0: number, x1: number, y1: number): void {
  for (const [off, colour] of [
    [-1.2, 'rgba(120, 98, 66, 0.10)'],
    [1.2, 'rgba(255, 255, 255, 0.75)'],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = 2.2;
    pen.beginPath();
    pen.moveTo(x0 + off, y0 + off);
    pen.lineTo(x1 + off, y1 + off);
    pen.stroke();
  }
}

/** The cut edge catches the light. */
function paintRim(pen: Pen, sheet: SheetShape): void {
  sheetPath(pen, sheet);
  pen.lineWidth = 3;
  pen.strokeStyle = 'rgba(255, 255, 255, 0.9)';
  pen.stroke();
  pen.lineWidth = 1.2;
  pen.strokeStyle = 'rgba(90, 70, 45, 0.25)';
  pen.stroke();
}
