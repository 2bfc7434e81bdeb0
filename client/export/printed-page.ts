import type { Scene } from '../../shared/layout/shapes.ts';
import { layPage, type PageTexts } from '../../shared/scene/page.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { provenCanvas } from './canvas-limit.ts';
import { fittingScale, paintingsOf } from './paint-page.ts';

/** Width over height: a little flatter than A4 and A3 lying down are within their margins, so that it fits either. */
const ASPECT = 1.46;
/** 300 dpi on A4 and 200 on A3, px. */
const WIDTH = 3_300;

/**
 * The page that {@link exportPng} makes a file of, as a canvas, and at once: a browser that is about to print waits for
 * nothing. Null when it draws no canvas.
 */
export function printedPage(scene: Scene, texts: PageTexts): HTMLCanvasElement | null {
  const proven = provenCanvas(WIDTH, Math.ceil(WIDTH / ASPECT));
  if (!proven) return null;
  const page = layPage(scene, texts, fontMeasure, ASPECT);
  for (const paint of paintingsOf(proven, scene, page, fittingScale(page, proven.canvas))) paint();
  return proven.canvas;
}
