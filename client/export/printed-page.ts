import type { LaidPage } from '../../shared/scene/page-choice.ts';
import { provenCanvas } from './canvas-limit.ts';
import { fittingScale, paintingsOf } from './paint-page.ts';

/** The longer side: 300 dpi on A4 and 200 on A3, px. */
const LONG = 3_300;

/**
 * The page that {@link exportPng} makes a file of, as a canvas, and at once: a browser that is about to print waits for
 * nothing. Null when it draws no canvas.
 */
export function printedPage(laid: LaidPage): HTMLCanvasElement | null {
  const { w, h } = laid.page.box;
  const scale = LONG / Math.max(w, h);
  const proven = provenCanvas(Math.ceil(w * scale), Math.ceil(h * scale));
  if (!proven) return null;
  for (const paint of paintingsOf(proven, laid, fittingScale(laid.page, proven.canvas))) paint();
  return proven.canvas;
}
