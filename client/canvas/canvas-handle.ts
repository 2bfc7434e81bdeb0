import type { Box } from '../../shared/layout/box.ts';
import type { ItemShape, Scene, SheetShape } from '../../shared/layout/shapes.ts';
import type { ClothSession } from '../document/cloth-session.ts';
import type { Camera } from './camera/camera.ts';
import type { ViewStore } from './view-store.ts';

/** Paints something on the sheet, under all that lies there. mm. */
export type PaintUnder = (ctx: CanvasRenderingContext2D, sheet: SheetShape) => void;

/** What the panels round the cloth may ask of the canvas. Given by `<ClothCanvas onHandle>` while it is mounted. */
export interface CanvasHandle {
  readonly camera: Camera;
  /** What hands touch. */
  readonly element: HTMLElement;
  /** The scene as it is drawn now. */
  scene(): Scene;
  /** An item as it is shown now (shifted while somebody drags it), or null. */
  itemOf(id: string): ItemShape | null;
  /** Box of an item, a tie or `initiative` as it is shown now, mm; null when it is not there. */
  boxOf(id: string): Box | null;
  /** The same in CSS px from the canvas's top left corner. */
  screenOf(id: string): Box | null;
  /** Boxes of the items in view and the initiative, CSS px: what a panel would rather not cover. */
  shownBoxes(): Box[];
  /** Brings an item, a tie or `initiative` into view with the least movement; `toRead` near enough to read its words. */
  reveal(id: string, toRead?: boolean): void;
  /** Lays something under all that lies on the sheet, in the place of what lay there; null for nothing. */
  lay(under: PaintUnder | null): void;
  /** Puts the keyboard on the cloth. */
  focus(): void;
}

/** All that an action, a key or a button needs to do something to the cloth. */
export interface ClothContext {
  readonly session: ClothSession;
  readonly view: ViewStore;
  readonly canvas: CanvasHandle;
}
