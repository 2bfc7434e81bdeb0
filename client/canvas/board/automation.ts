import type { Box } from '../../../shared/layout/box.ts';
import type { Scene } from '../../../shared/layout/shapes.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { CameraView, NextView } from '../camera/camera-view.ts';
import type { ClothContext } from '../canvas-handle.ts';
import type { DrawnShapes } from './drawn-shapes.ts';

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

/** Offers the handle when the address asks for it (`?automation`), and fetches it then. Returns the way to take it away again. */
export function offerAutomation(context: ClothContext, host: HTMLElement, takePicture: TakePicture): () => void {
  let withdraw = () => {};
  if (!new URLSearchParams(window.location.search).has('automation')) return withdraw;
  let gone = false;
  void import('./automation-handle.ts').then(({ layHandle }) => {
    if (!gone) withdraw = layHandle(context, host, takePicture);
  });
  return () => {
    gone = true;
    withdraw();
  };
}
