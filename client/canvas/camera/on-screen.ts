import { type Box, boxAround, centreOf } from '../../../shared/layout/box.ts';
import { turnedSize } from '../../../shared/layout/turn.ts';
import type { Camera } from './camera.ts';

/** A box of the cloth (mm) on the canvas (px); of a turned cloth the least upright box round it. */
export function onScreen(camera: Camera, box: Box): Box {
  const { zoom, turn } = camera.get();
  const { w, h } = turnedSize(box, turn);
  return boxAround(camera.toScreen(centreOf(box)), w * zoom, h * zoom);
}
