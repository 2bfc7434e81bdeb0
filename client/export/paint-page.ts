import { laidStrips } from '../../shared/paint/laid-page.ts';
import type { Page } from '../../shared/scene/page.ts';
import type { LaidPage } from '../../shared/scene/page-choice.ts';
import { keptPath } from '../canvas/stage/kept-path.ts';
import { layGrain } from '../canvas/stage/paper-grain.ts';

/** The sheet's paper grain is this many mm wide on a picture. */
const GRAIN_MM = 1.1;

/** px per mm at which a page is as large as it fits on a canvas. */
export function fittingScale({ box }: Page, { width, height }: HTMLCanvasElement): number {
  return Math.min(width / box.w, height / box.h);
}

/**
 * Makes the canvas white, with the page in its middle at `pxPerMm`, and returns what is left to paint, strip by strip, for
 * who does it in one go and for who lets the page breathe between.
 */
export function paintingsOf(
  { canvas, ctx }: { readonly canvas: HTMLCanvasElement; readonly ctx: CanvasRenderingContext2D },
  laid: LaidPage,
  pxPerMm: number,
): (() => void)[] {
  const { box } = laid.page;
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const spare = [canvas.width - box.w * pxPerMm, canvas.height - box.h * pxPerMm] as const;
  ctx.setTransform(pxPerMm, 0, 0, pxPerMm, spare[0] / 2 - box.x * pxPerMm, spare[1] / 2 - box.y * pxPerMm);
  const grain = Math.max(1, Math.round(pxPerMm * GRAIN_MM));
  return laidStrips(ctx, laid, { pxPerMm, kept: keptPath, grain: (sheet) => layGrain(ctx, sheet, grain) });
}
