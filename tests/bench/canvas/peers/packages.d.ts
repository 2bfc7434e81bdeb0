/**
 * What the pages of other programs use of these: they are installed by the benchmark alone, so that whoever checks the types of
 * this project need not have them.
 */

declare module '@excalidraw/excalidraw' {
  import type { FunctionComponent } from 'react';

  export interface Laid {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly version: number;
    readonly versionNonce: number;
    readonly containerId?: string | null;
  }

  export interface ExcalidrawApi {
    getSceneElements(): readonly Laid[];
    getAppState(): {
      readonly zoom: { readonly value: number };
      readonly scrollX: number;
      readonly scrollY: number;
      readonly width: number;
      readonly height: number;
      readonly offsetLeft: number;
      readonly offsetTop: number;
    };
    updateScene(news: {
      readonly elements?: readonly Laid[];
      readonly appState?: object;
      readonly captureUpdate: unknown;
    }): void;
  }

  export const CaptureUpdateAction: { readonly NEVER: unknown };
  export function convertToExcalidrawElements(
    shapes: readonly object[],
    options: { readonly regenerateIds: boolean },
  ): readonly Laid[];
  export function exportToBlob(order: {
    readonly elements: readonly Laid[];
    readonly appState: object;
    readonly files: null;
    readonly mimeType: string;
    readonly getDimensions: (
      width: number,
      height: number,
    ) => { readonly width: number; readonly height: number; readonly scale: number };
  }): Promise<Blob>;
  export const Excalidraw: FunctionComponent<{
    readonly initialData: { readonly elements: readonly Laid[]; readonly appState: object };
    readonly excalidrawAPI: (api: ExcalidrawApi) => void;
  }>;
}

declare module 'tldraw' {
  import type { FunctionComponent } from 'react';

  export interface Shape {
    readonly x: number;
    readonly y: number;
  }

  /** What it keeps of a page; nobody here looks into it. */
  export interface Kept {
    readonly document: object;
  }

  interface Spot {
    readonly x: number;
    readonly y: number;
  }

  export interface Editor {
    readonly store: { put(shapes: readonly Shape[]): void; mergeRemoteChanges(change: () => void): void };
    readonly user: { updateUserPreferences(wishes: { readonly animationSpeed: number }): void };
    getSnapshot(): Kept;
    getShape(id: string): Shape | undefined;
    getShapePageBounds(id: string): { readonly center: Spot } | undefined;
    getViewportScreenBounds(): { readonly w: number; readonly h: number };
    pageToScreen(point: Spot): Spot;
    setCamera(camera: Spot & { readonly z: number }, how: { readonly immediate: boolean }): void;
    createShapes(shapes: readonly object[]): void;
    createBindings(bindings: readonly object[]): void;
  }

  export function createShapeId(id: string): string;
  export function toRichText(words: string): object;
  export const Tldraw: FunctionComponent<{
    readonly snapshot?: Kept;
    readonly assetUrls: { readonly fonts: Readonly<Record<string, string>> };
    readonly onMount: (editor: Editor) => void;
  }>;
}

declare module '@excalidraw/excalidraw/index.css' {}
declare module 'tldraw/tldraw.css' {}
