import { laidStrips } from '../../shared/paint/laid-page.ts';
import type { Page } from '../../shared/scene/page.ts';
import { type LaidPage, partOfPage } from '../../shared/scene/page-choice.ts';
import { keptPath } from '../canvas/stage/kept-path.ts';
import { layGrain } from '../canvas/stage/paper-grain.ts';

/** The sheet's paper grain is this many mm wide on a picture. */
const GRAIN_MM = 1.1;

/** px */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where on a picture the upper left corner of a canvas lies that shows a part of it, in whole px. */
export interface Piece {
  readonly of: Size;
  readonly left: number;
  readonly top: number;
}

/** px per mm at which a page is as large as it fits on a picture. */
export function fittingScale({ box }: Page, { width, height }: Size): number {
  return Math.min(width / box.w, height / box.h);
}

/**
 * Makes the canvas white, with the page in its middle at `pxPerMm`, and returns what is left to paint, strip by strip, for
 * who does it in one go and for who lets the page breathe between. With a piece: just that piece of it, and of the page only what is seen there.
 */
export function paintingsOf(
  { canvas, ctx }: { readonly canvas: HTMLCanvasElement; readonly ctx: CanvasRenderingContext2D },
  laid: LaidPage,
  pxPerMm: number,
  piece?: Piece,
): (() => void)[] {
  const { box } = laid.page;
  const { of, left, top } = piece ?? { of: canvas, left: 0, top: 0 };
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const spare = [of.width - box.w * pxPerMm, of.height - box.h * pxPerMm] as const;
  const [x, y] = [spare[0] / 2 - box.x * pxPerMm - left, spare[1] / 2 - box.y * pxPerMm - top];
  ctx.setTransform(pxPerMm, 0, 0, pxPerMm, x, y);
  const grain = Math.max(1, Math.round(pxPerMm * GRAIN_MM));
  const seen = { x: -x / pxPerMm, y: -y / pxPerMm, w: canvas.width / pxPerMm, h: canvas.height / pxPerMm };
  const shown = piece ? partOfPage(laid, seen) : laid;
  return laidStrips(ctx, shown, { pxPerMm, kept: keptPath, grain: (sheet) => layGrain(ctx, sheet, grain) });
}
