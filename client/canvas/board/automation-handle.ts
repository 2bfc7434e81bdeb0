import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { ClothContext } from '../canvas-handle.ts';
import type { Automation, TakePicture } from './automation.ts';
import { drawnShapes } from './drawn-shapes.ts';

/** Lays the handle for scripts on the window. Returns the way to take it away again. */
export function layHandle(
  { session, view, canvas }: ClothContext,
  host: HTMLElement,
  takePicture: TakePicture,
): () => void {
  const { camera } = canvas;
  const handle: Automation = {
    snapshot: () => session.snapshot.getState(),
    shapes: () => drawnShapes(canvas.scene()),
    screenOf(id) {
      const box = canvas.screenOf(id);
      if (!box) return null;
      const { left, top } = host.getBoundingClientRect();
      return { ...box, x: box.x + left, y: box.y + top };
    },
    selection: () => [...view.getState().selection],
    camera: {
      get: () => camera.get(),
      set: ({ x, y, zoom, turn = camera.get().turn }) => {
        if ([x, y, zoom, turn].every(Number.isFinite)) camera.set({ x, y, zoom, turn });
      },
      fit: () => camera.fit(true),
    },
    async exportPng(scale) {
      if (scale !== 1 && scale !== 2 && scale !== 4) throw new RangeError('a picture has 1, 2 or 4 px per mm');
      const { blob, width, height } = await takePicture(buildScene(session.snapshot.getState(), fontMeasure), scale);
      return { width, height, bytes: new Uint8Array(await blob.arrayBuffer()) };
    },
  };
  // A cloth that is looked at on top of another gives the handle back to that one.
  const under = window.tafelkleed;
  window.tafelkleed = handle;
  return () => {
    if (window.tafelkleed !== handle) return;
    if (under) window.tafelkleed = under;
    else delete window.tafelkleed;
  };
}
