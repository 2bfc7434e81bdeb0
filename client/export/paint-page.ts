import type { SheetShape } from '../../shared/layout/shapes.ts';
import { clothStrips } from '../../shared/paint/cloth.ts';
import { inColours } from '../../shared/paint/colours.ts';
import { paintGround, paintPage } from '../../shared/paint/page.ts';
import type { SheetOptions } from '../../shared/paint/sheet.ts';
import type { Page } from '../../shared/scene/page.ts';
import type { LaidPage } from '../../shared/scene/page-choice.ts';
import { keptPath } from '../canvas/stage/kept-path.ts';
import { layGrain } from '../canvas/stage/paper-grain.ts';

/** The sheet's paper grain is this many mm wide on a picture. */
const GRAIN_MM = 1.1;
/** On a white page the cloth's shadow is fainter than on the dark table. */
const SHADOW_ON_PAGE = 0.45;

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
  { scene, page, colours }: LaidPage,
  pxPerMm: number,
): (() => void)[] {
  const { box } = page;
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const spare = [canvas.width - box.w * pxPerMm, canvas.height - box.h * pxPerMm] as const;
  ctx.setTransform(pxPerMm, 0, 0, pxPerMm, spare[0] / 2 - box.x * pxPerMm, spare[1] / 2 - box.y * pxPerMm);
  const pen = inColours(ctx, colours);
  const grain = Math.max(1, Math.round(pxPerMm * GRAIN_MM));
  const cloth: SheetOptions = {
    pxPerMm,
    kept: keptPath,
    shadow: scene.sheet.box === box ? 0 : SHADOW_ON_PAGE,
    plain: colours === 'black',
    ...(colours === 'paper' && { grain: (sheet: SheetShape) => layGrain(ctx, sheet, grain) }),
  };
  return [
    () => paintGround(pen, page),
    ...clothStrips(pen, scene, cloth),
    () => paintPage(pen, page, { pxPerMm, kept: keptPath }),
  ];
}
