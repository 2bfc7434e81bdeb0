import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '../../shared/model/schema.ts';
import type { CompareMarks } from '../../shared/scene/compare-marks.ts';

/**
 * What the pointer does on the cloth. `select` also pans on empty cloth and moves items; `connector` and `put`, which lays down what is selected, are for one press, and
 * `tie` for as many ties as one likes, until it is put down.
 */
export type Tool = 'select' | 'connector' | 'tie' | 'put';

/**
 * What only this page's person sees: lives in memory, never leaves it. The camera is not here: it changes sixty times a
 * second and has listeners of its own.
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
  /**
   * A tie that was just let go on empty cloth, or drawn straight to the initiative, or a finger held still where nothing lies:
   * a small question is open there.
   */
  readonly question: TieQuestion | HereQuestion | null;
  /** What was last tried here that is not for now, for the panels to say in words; `n` tells two of the same apart. */
  readonly notNow: { readonly why: NotNow; readonly n: number } | null;
  /** The item (or `initiative`) that is pointed at without being touched. */
  readonly pointedAt: string | null;
  /** Words face the edge of who wrote them, as on a table one stands round; else all stand upright for this reader. */
  readonly asWritten: boolean;
  /** Something is being dragged, marked out or tied by hand now: what stands near the selection makes way. */
  readonly handsBusy: boolean;
  /** What stands out while all else steps back, for as long as it is the very selection. */
  readonly spotlight: ReadonlySet<string> | null;
  /** What happened since a moment, laid over the cloth of now. */
  readonly compared: CompareMarks | null;
  /** Who leads looks for calmer places for connectors. */
  readonly calming: boolean;
  /** Places at which connectors are shown as long as nobody has said yes or no. */
  readonly proposed: Proposed | null;
  /** The cloth is looked at in another way for now: keys that belong to the canvas rest. */
  readonly elsewhere: boolean;
  /** All that stands round the cloth waits out of sight. */
  readonly onlyCloth: boolean;
  /** A shared screen walks slowly round the table by itself. */
  readonly strolling: boolean;
  /** Single letters are keys, such as `t` for a tie; who speaks to their computer may switch that off. */
  readonly letterKeys: boolean;
  /** All bars lie along the lower edge, where one reaches them who stands before a large board. */
  readonly lowBars: boolean;
  /** Zoom in CSS px per mm, for the toolbar only; updated when the camera rests. */
  readonly zoom: number;
}

/**
 * `quiet`: everyone is at their own edge for now. `hidden`: these words cannot be read yet. `taken`: another took away what
 * is being written, which comes back when one writes on. `gone`: another took away what something was being written to.
 * `long`: what is pasted does not fit. `full`: the cloth holds as much as it may. `much`: too much at once. `picture`: one was
 * pasted, and a cloth has words only. `nothing`: what was pasted has no words.
 */
export type NotNow =
  | 'quiet'
  | 'hidden'
  | 'taken'
  | 'gone'
  | 'long'
  | 'full'
  | 'much'
  | 'picture'
  | 'nothing'
  | 'missing';

export type TieQuestion =
  | { readonly ask: 'new-connector'; readonly from: string; readonly at: Point }
  | { readonly ask: 'through-whom'; readonly tie: string; readonly from: string; readonly at: Point };

/** What is to be done at a place where nothing lies, mm. */
export interface HereQuestion {
  readonly ask: 'what-here';
  readonly at: Point;
}

/** Other places for items, by id. `steady`: they have got there, and ties may look for their ways. */
export interface Proposed {
  readonly places: ReadonlyMap<string, Point>;
  readonly steady: boolean;
}

export type ViewStore = StoreApi<ViewState>;

/** Lets the panels say that something is not for now. */
export function refuse(view: ViewStore, why: NotNow): void {
  view.setState(({ notNow }) => ({ notNow: { why, n: (notNow?.n ?? 0) + 1 } }));
}

export function createViewStore(): ViewStore {
  return createStore<ViewState>(() => ({
    tool: 'select',
    selection: new Set(),
    multiSelect: false,
    editing: null,
    tieFrom: null,
    question: null,
    notNow: null,
    pointedAt: null,
    asWritten: false,
    handsBusy: false,
    spotlight: null,
    compared: null,
    calming: false,
    proposed: null,
    elsewhere: false,
    onlyCloth: false,
    strolling: false,
    letterKeys: true,
    lowBars: false,
    zoom: 1,
  }));
}
