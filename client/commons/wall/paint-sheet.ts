import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { clothStrips } from '../../../shared/paint/cloth.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { keptPath } from '../../canvas/stage/kept-path.ts';

/** Round the sheet so much is left for its shadow, as a part of the picture. */
const MARGIN = 0.035;
/** Denser than this nobody sees it on a picture of this size. */
const MOST_DENSITY = 2;

/** Paints a sheet as it is, as large as it fits on a canvas of a size in CSS px. */
export function paintSheet(
  canvas: HTMLCanvasElement,
  snapshot: ClothSnapshot,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const ctx = canvas.getContext('2d');
  if (!ctx || width === 0 || height === 0) return;
  const density = Math.min(MOST_DENSITY, devicePixelRatio || 1);
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const scene = buildScene(snapshot, fontMeasure);
  const { x, y, w, h } = scene.bounds;
  const pxPerMm = Math.min(canvas.width / w, canvas.height / h) * (1 - 2 * MARGIN);
  ctx.setTransform(
    pxPerMm,
    0,
    0,
    pxPerMm,
    (canvas.width - w * pxPerMm) / 2 - x * pxPerMm,
    (canvas.height - h * pxPerMm) / 2 - y * pxPerMm,
  );
  for (const strip of clothStrips(ctx, scene, { pxPerMm, kept: keptPath })) strip();
}
