import type { Scene } from '../../shared/layout/shapes.ts';
import type { Page } from '../../shared/scene/page.ts';
import type { PaintOptions } from '../canvas/paint/ctx.ts';
import { paintInitiative } from '../canvas/paint/initiative.ts';
import { paintItems } from '../canvas/paint/items.ts';
import { paintPage } from '../canvas/paint/page.ts';
import { paintSeats } from '../canvas/paint/seats.ts';
import { paintSheet } from '../canvas/paint/sheet.ts';
import { paintLifted, paintTies } from '../canvas/paint/ties.ts';

/** Shapes painted in one go, after which a page may want a moment for its own work. */
const STRIP = 150;
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
  scene: Scene,
  page: Page,
  pxPerMm: number,
): (() => void)[] {
  const { box } = page;
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const spare = [canvas.width - box.w * pxPerMm, canvas.height - box.h * pxPerMm] as const;
  ctx.setTransform(pxPerMm, 0, 0, pxPerMm, spare[0] / 2 - box.x * pxPerMm, spare[1] / 2 - box.y * pxPerMm);
  const paint: PaintOptions = { pxPerMm };
  return [
    () => paintPage(ctx, page, paint),
    () =>
      paintSheet(ctx, scene.sheet, {
        ...paint,
        grain: Math.max(1, Math.round(pxPerMm * GRAIN_MM)),
        shadow: SHADOW_ON_PAGE,
      }),
    () => paintSeats(ctx, scene.seats, paint),
    ...stripsOf(scene.ties).map((ties) => () => paintTies(ctx, ties, paint)),
    () => paintInitiative(ctx, scene.initiative, paint),
    ...stripsOf(scene.items).map((items) => () => paintItems(ctx, items, paint)),
    () => paintLifted(ctx, scene.ties, paint),
  ];
}

function stripsOf<T>(shapes: readonly T[]): T[][] {
  const strips: T[][] = [];
  for (let at = 0; at < shapes.length; at += STRIP) strips.push(shapes.slice(at, at + STRIP));
  return strips;
}
