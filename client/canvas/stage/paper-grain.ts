import type { SheetShape } from '../../../shared/layout/shapes.ts';
import { seededRandom } from '../../../shared/paint/hand.ts';
import { PALETTE } from '../../../shared/scene/palette.ts';

/** Side of the repeating piece of paper, px, and of one embossed diamond in it. */
const TILE = 96;
const DIAMOND = 12;
/** How far light and shade go from the paper's own colour, of 255: felt rather than seen. */
const RELIEF = { emboss: 3.4, fibre: 2.2 } as const;

/** A round sheet's grain is laid in this many bands. */
const ROUND_BANDS = 64;
/** Canvases denser than this draw the paper's grain twice as large, or it would be too fine to see. */
const DENSE = 1.6;

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

let paperTile: OffscreenCanvas | HTMLCanvasElement | null = null;

/**
 * The paper's grain in plain rectangles on whole pixels, not in the sheet's own outline: a pattern with a soft edge is
 * drawn pixel by pixel, ten times as slowly. What this leaves out at a round edge is too little to see. `grain` is the size
 * of its pixels in px of the canvas; by default that of the screen's density.
 */
export function layGrain(ctx: Canvas2D, { shape, box, corner }: SheetShape, grain?: number): void {
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

/**
 * Paper that repeats without a seam: fine fibres and the small embossed diamonds of a paper tablecloth. It is laid in
 * whole pixels of the canvas, never scaled, which is cheap and stays crisp at any zoom; it starts where the cloth does, so
 * it moves with it. `grain` is the size of its pixels: 2 on a screen of that density.
 */
function paperPattern(ctx: Canvas2D, grain: number): CanvasPattern | string {
  paperTile ??= makePaper();
  const pattern = paperTile && ctx.createPattern(paperTile, 'repeat');
  if (!pattern) return PALETTE.paper;
  const now = ctx.getTransform();
  const inPixels = now.inverse().translateSelf(Math.round(now.e), Math.round(now.f)).scaleSelf(grain, grain);
  pattern.setTransform(inPixels);
  return pattern;
}

function makePaper(): OffscreenCanvas | HTMLCanvasElement | null {
  const canvas = typeof OffscreenCanvas === 'undefined' ? htmlCanvas() : new OffscreenCanvas(TILE, TILE);
  const ctx = canvas.getContext('2d') as Canvas2D | null;
  if (!ctx) return null;
  const picture = ctx.createImageData(TILE, TILE);
  const random = seededRandom(7);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(PALETTE.paper.slice(at, at + 2), 16));
  for (let y = 0; y < TILE; y++) {
    for (let x = 0; x < TILE; x++) {
      const light = emboss(x, y) * RELIEF.emboss + (random() - 0.5) * 2 * RELIEF.fibre;
      picture.data.set([(red ?? 0) + light, (green ?? 0) + light, (blue ?? 0) + light * 1.15, 255], (y * TILE + x) * 4);
    }
  }
  ctx.putImageData(picture, 0, 0);
  return canvas;
}

function htmlCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  return canvas;
}

/** Relief of a diamond grid lit from the top left: -1 (shade) to 1 (light). */
function emboss(x: number, y: number): number {
  const along = (Math.PI / DIAMOND) * (x + y);
  const across = (Math.PI / DIAMOND) * (x - y);
  const ridge = (phase: number) => Math.cos(phase) ** 8 * Math.sin(phase) * 3.2;
  return ridge(along) + ridge(across) * 0.35;
}
