import { PALETTE } from '../../../shared/scene/palette.ts';
import type { Ctx } from './ctx.ts';
import { seededRandom } from './hand.ts';

/** Side of the repeating piece of paper, px, and of one embossed diamond in it. */
const TILE = 96;
const DIAMOND = 12;
/** How far light and shade go from the paper's own colour, of 255: felt rather than seen. */
const RELIEF = { emboss: 3.4, fibre: 2.2 } as const;

let paperTile: OffscreenCanvas | HTMLCanvasElement | null = null;

/**
 * Paper that repeats without a seam: fine fibres and the small embossed diamonds of a paper tablecloth. It is laid in
 * whole pixels of the canvas, never scaled, which is cheap and stays crisp at any zoom; it starts where the cloth does, so
 * it moves with it. `grain` is the size of its pixels: 2 on a screen of that density.
 */
export function paperPattern(ctx: Ctx, grain: number): CanvasPattern | string {
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
  const ctx = canvas.getContext('2d') as Ctx | null;
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
