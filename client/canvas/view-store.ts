import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '../../shared/cloth/schema.ts';

/** What the pointer does on the cloth. `select` also pans on empty cloth and moves items; the others are for one move. */
export type Tool = 'select' | 'connector' | 'tie';

/**
 * What only this page's person sees: lives in memory, never leaves it. The camera is not here: it changes sixty times a
 * second and is set on the stage directly.
 */
export interface ViewState {
  readonly tool: Tool;
  /** Ids of selected items and ties. */
  readonly selection: ReadonlySet<string>;
  /** For touch: a tap adds to or takes from the selection, and a drag on empty cloth draws a marquee. */
  readonly multiSelect: boolean;
  /** The item whose words are open for writing, `initiative`, or null. */
  readonly editing: string | null;
  /** From which item (or the initiative) a tap–tap tie is being drawn. */
  readonly tieFrom: string | null;
  /** A tie that was just let go on empty cloth, or drawn straight to the initiative: a small question is open there. */
  readonly question: TieQuestion | null;
  /** Zoom in CSS px per mm, for the toolbar only; updated when the camera rests. */
  readonly zoom: number;
}

export type TieQuestion =
  | { readonly ask: 'new-connector'; readonly from: string; readonly at: Point }
  | { readonly ask: 'through-whom'; readonly tie: string; readonly from: string; readonly at: Point };

export type ViewStore = StoreApi<ViewState>;

export function createViewStore(): ViewStore {
  return createStore<ViewState>(() => ({
    tool: 'select',
    selection: new Set(),
    multiSelect: false,
    editing: null,
    tieFrom: null,
    question: null,
    zoom: 1,
  }));
}
