import type { LaidPage } from '../../shared/scene/page-choice.ts';
import { loadClothFont } from '../fonts/cloth-font.ts';
import { breath } from './breath.ts';
import { wordsOf } from './export-png.ts';
import { fittingScale, paintingsOf } from './paint-page.ts';

/**
 * Draws a page as small as it is shown, in a box of at most `width` × `height` CSS px, strip by strip. The canvas keeps
 * its last picture until this one is whole. Stops when told to.
 */
export async function previewPage(
  canvas: HTMLCanvasElement,
  laid: LaidPage,
  { width, height }: { readonly width: number; readonly height: number },
  signal: AbortSignal,
): Promise<void> {
  await loadClothFont(wordsOf(laid));
  const { w, h } = laid.page.box;
  const scale = Math.min(width / w, height / h) * Math.max(1, devicePixelRatio);
  const drawn = document.createElement('canvas');
  drawn.width = Math.max(1, Math.round(w * scale));
  drawn.height = Math.max(1, Math.round(h * scale));
  const ctx = drawn.getContext('2d');
  if (!ctx) return;
  for (const strip of paintingsOf({ canvas: drawn, ctx }, laid, fittingScale(laid.page, drawn))) {
    if (signal.aborted) return;
    strip();
    await breath();
  }
  if (signal.aborted) return;
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('2d')?.drawImage(drawn, 0, 0);
}
