import type { Box } from '../../shared/geometry/box.ts';
import type { Camera } from './camera.ts';

/** A box of the cloth (mm) on the canvas (px). */
export function onScreen(camera: Camera, { x, y, w, h }: Box): Box {
  const [left, top] = camera.toScreen([x, y]);
  const { zoom } = camera.get();
  return { x: left, y: top, w: w * zoom, h: h * zoom };
}
