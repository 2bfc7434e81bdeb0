import type { SheetShape } from '../../../shared/layout/shapes.ts';
import { PALETTE } from '../../../shared/scene/palette.ts';
import { type Ctx, type PaintOptions, showsDetail } from './ctx.ts';
import { paperPattern } from './texture.ts';

/** The shadow under the sheet: how soft and how far down, mm. */
const SHADOW = { soft: 34, down: 9, dark: 0.42 } as const;
/** Shadow from dark to nothing: opacity at each part of its width, falling off as light does. */
const FALL_OFF = [1, 0.72, 0.46, 0.26, 0.12, 0.04, 0] as const;
/** Where the cloth was folded when it was bought, as parts of its size. */
const FOLDS = { across: [1 / 3, 2 / 3], down: [1 / 2] } as const;
/** A round sheet's grain is laid in this many bands. */
const ROUND_BANDS = 64;
/** Canvases denser than this draw the paper's grain twice as large, or it would be too fine to see. */
const DENSE = 1.6;

export interface SheetOptions extends PaintOptions {
  /** Size of the paper's grain in px of the canvas; by default that of the screen's density. */
  readonly grain?: number;
  /** How dark the table is that the shadow falls on, 0 to 1 of the usual; less on a white page. */
  readonly shadow?: number;
}

/** The sheet of paper, with its soft shadow on the table round it. */
export function paintSheet(ctx: Ctx, sheet: SheetShape, options: SheetOptions): void {
  ctx.save();
  paintShadow(ctx, sheet, options.shadow ?? 1);
  sheetPath(ctx, sheet);
  ctx.fillStyle = PALETTE.paper;
  ctx.fill();
  layGrain(ctx, sheet, options);
  if (showsDetail(options)) {
    ctx.clip();
    paintFolds(ctx, sheet);
    paintRim(ctx, sheet);
  }
  ctx.restore();
}

/**
 * The paper's grain in plain rectangles on whole pixels, not in the sheet's own outline: a pattern with a soft edge is
 * drawn pixel by pixel, ten times as slowly. What this leaves out at a round edge is too little to see.
 */
function layGrain(ctx: Ctx, { shape, box, corner }: SheetShape, { grain }: SheetOptions): void {
  const density = typeof devicePixelRatio === 'number' ? devicePixelRatio : 1;
  // Grain of more than a pixel stays in clean squares, which also keeps pictures of it small.
  ctx.imageSmoothingEnabled = false;
  ctx.fillStyle = paperPattern(ctx, grain ?? (density > DENSE ? 2 : 1));
  const { a, b, d, e, f } = ctx.getTransform();
  const fill = (left: number, top: number, right: number, bottom: number) => {
    // On a turned cloth whole pixels of its own are none of the canvas's.
    if (b !== 0 || a < 0) return ctx.fillRect(left, top, right - left, bottom - top);
    const [x0, y0] = [Math.ceil(left * a + e), Math.ceil(top * d + f)];
    const [x1, y1] = [Math.floor(right * a + e), Math.floor(bottom * d + f)];
    if (x1 > x0 && y1 > y0) ctx.fillRect((x0 - e) / a, (y0 - f) / d, (x1 - x0) / a, (y1 - y0) / d);
  };
  const [right, bottom] = [box.x + box.w, box.y + box.h];
  if (shape === 'rectangle') {
    fill(box.x + corner, box.y, right - corner, bottom);
    fill(box.x, box.y + corner, box.x + corner, bottom - corner);
    fill(right - corner, box.y + corner, right, bottom - corner);
    return;
  }
  const [cx, cy, radius] = [box.x + box.w / 2, box.y + box.h / 2, box.w / 2];
  for (let band = 0; band < ROUND_BANDS; band++) {
    const [top, foot] = [band, band + 1].map((at) => box.y + (box.h * at) / ROUND_BANDS);
    if (top === undefined || foot === undefined) continue;
    const off = Math.max(Math.abs(top - cy), Math.abs(foot - cy));
    const half = Math.sqrt(Math.max(0, radius * radius - off * off));
    // Bands meet on the same whole pixel, so that no line shows between them.
    const [y0, y1] = [Math.round(top * d + f), Math.round(foot * d + f)];
    fill(cx - half, (y0 - f) / d, cx + half, (y1 - f) / d);
  }
}

function sheetPath(ctx: Ctx, { shape, box, corner }: SheetShape): void {
  ctx.beginPath();
  if (shape === 'round') ctx.ellipse(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2, 0, 0, 2 * Math.PI);
  else ctx.roundRect(box.x, box.y, box.w, box.h, corner);
}

/** Strips and corners of gradient round the sheet: a canvas's own blur costs a hundred times as much. */
function paintShadow(ctx: Ctx, { shape, box, corner }: SheetShape, strength: number): void {
  const { x, y, w, h } = { ...box, y: box.y + SHADOW.down };
  const stops = (gradient: CanvasGradient, from: number) => {
    FALL_OFF.forEach((part, at) => {
      const where = from + ((1 - from) * at) / (FALL_OFF.length - 1);
      gradient.addColorStop(where, `rgba(12, 6, 2, ${(part * SHADOW.dark * strength).toFixed(3)})`);
    });
    return gradient;
  };
  const inner = shape === 'round' ? w / 2 - SHADOW.soft : corner;
  const outer = inner + (shape === 'round' ? 2 : 1) * SHADOW.soft;
  const rounded = (cx: number, cy: number, left: number, top: number, width: number, height: number) => {
    ctx.fillStyle = stops(ctx.createRadialGradient(cx, cy, 0, cx, cy, outer), shape === 'round' ? inner / outer : 0.3);
    ctx.fillRect(left, top, width, height);
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
    ctx.fillStyle = stops(ctx.createLinearGradient(fx, fy, tx, ty), 0.3);
    ctx.fillRect(left, top, width, height);
  };
  const [long, high] = [w - 2 * corner, h - 2 * corner];
  strip(x + corner, y + corner - outer, long, outer, [0, y + corner], [0, y + corner - outer]);
  strip(x + corner, bottom, long, outer, [0, bottom], [0, bottom + outer]);
  strip(x + corner - outer, y + corner, outer, high, [x + corner, 0], [x + corner - outer, 0]);
  strip(right, y + corner, outer, high, [right, 0], [right + outer, 0]);
}

/** The faint creases of a cloth that came folded: a line of light beside a line of shade. */
function paintFolds(ctx: Ctx, { box: { x, y, w, h } }: SheetShape): void {
  for (const part of FOLDS.across) crease(ctx, x + w * part, y, x + w * part, y + h);
  for (const part of FOLDS.down) crease(ctx, x, y + h * part, x + w, y + h * part);
}

function crease(ctx: Ctx, x0: number, y0: number, x1: number, y1: number): void {
  for (const [off, colour] of [
    [-1.2, 'rgba(120, 98, 66, 0.10)'],
    [1.2, 'rgba(255, 255, 255, 0.75)'],
  ] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2.2;
    ctx.beginPath();
    ctx.moveTo(x0 + off, y0 + off);
    ctx.lineTo(x1 + off, y1 + off);
    ctx.stroke();
  }
}

/** The cut edge catches the light. */
function paintRim(ctx: Ctx, sheet: SheetShape): void {
  sheetPath(ctx, sheet);
  ctx.lineWidth = 3;
  ctx.strokeStyle = 'rgba(255, 255, 255, 0.9)';
  ctx.stroke();
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = 'rgba(90, 70, 45, 0.25)';
  ctx.stroke();
}
