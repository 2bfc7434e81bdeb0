import type { Box } from '../../../shared/layout/box.ts';
import type { Scene } from '../../../shared/layout/shapes.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { CameraView, NextView } from '../camera/camera-view.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { type DrawnShapes, drawnShapes } from './drawn-shapes.ts';

/** What scripts and benchmarks find on the page. A public interface: it reads, looks and exports, and never edits. */
export interface Automation {
  /** The cloth as this page sees it. */
  snapshot(): ClothSnapshot;
  /** What is drawn of it at rest, as plain data in mm: where things stand, their lines of words, and the curves of ties. */
  shapes(): DrawnShapes;
  /** Where an item, a tie or `initiative` is shown, CSS px in the window; null when it is not there. */
  screenOf(id: string): Box | null;
  selection(): string[];
  readonly camera: {
    get(): CameraView;
    set(view: NextView): void;
    fit(): void;
  };
  /** The whole cloth as a PNG at 1, 2 or 4 px per mm: its size in px and the file's bytes. */
  exportPng(scale: number): Promise<{ width: number; height: number; bytes: Uint8Array }>;
}

/** Makes a picture of a scene; given by whoever knows the texts that stand on it. */
export type TakePicture = (
  scene: Scene,
  scale: 1 | 2 | 4,
) => Promise<{ readonly blob: Blob; readonly width: number; readonly height: number }>;

declare global {
  interface Window {
    tafelkleed?: Automation;
  }
}

/** Offers the handle when the address asks for it (`?automation`). Returns the way to take it away again. */
export function offerAutomation(
  { session, view, canvas }: ClothContext,
  host: HTMLElement,
  takePicture: TakePicture,
): () => void {
  if (!new URLSearchParams(window.location.search).has('automation')) return () => {};
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
      fit: () => camera.fit(),
    },
    async exportPng(scale) {
      if (scale !== 1 && scale !== 2 && scale !== 4) throw new RangeError('a picture has 1, 2 or 4 px per mm');
      const { buildScene } = await import('../../../shared/scene/build-scene.ts');
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
