import type { Box } from '../../shared/layout/box.ts';
import type { Point } from '../../shared/model/schema.ts';

/**
 * The words in which hands and the cloth talk. A gesture is a pure step: what happened, and what the cloth is like there,
 * give the next state, a preview to draw and intents to carry out. Nothing is written before the hand lets go, so
 * dropping a gesture half way leaves nothing to put back.
 */

export type Device = 'mouse' | 'touch' | 'pen';

/** What lies under a point of the screen, topmost first. */
export type Target =
  | { readonly on: 'cloth' }
  | { readonly on: 'item'; readonly id: string }
  | { readonly on: 'tie'; readonly id: string }
  | { readonly on: 'initiative' }
  /** One of the dots round an item (or the initiative) from which a tie is drawn. */
  | { readonly on: 'handle'; readonly of: string };

/** Something a hand did. `at` in CSS px from the canvas's top left corner, `time` in ms. */
export type GestureEvent =
  | {
      readonly type: 'down';
      readonly pointer: number;
      readonly device: Device;
      readonly at: Point;
      readonly time: number;
      /** 0 main, 1 middle, 2 right: as in the DOM. */
      readonly button: number;
      readonly shift: boolean;
      /** The space bar is held: the hand pans. */
      readonly space: boolean;
      /** How broad it lies on the screen, px; nothing where the screen cannot tell. */
      readonly breadth?: number;
    }
  | {
      readonly type: 'move';
      readonly pointer: number;
      readonly device: Device;
      readonly at: Point;
      readonly time: number;
    }
  | { readonly type: 'up'; readonly pointer: number; readonly at: Point; readonly time: number }
  /** It has been down for {@link LONG_PRESS}. */
  | { readonly type: 'held'; readonly pointer: number }
  /** The browser took the pointer away, or the pointer left the window for good. */
  | { readonly type: 'cancel'; readonly pointer: number }
  /** The pointer left the canvas without being down. */
  | { readonly type: 'leave' }
  | { readonly type: 'escape' }
  /** The cloth changed under the hands: what was held may be gone. */
  | { readonly type: 'changed' }
  /** The cloth was moved under the hands: what they carry stays with them. */
  | { readonly type: 'looked' };

/** What the reducer may ask about the cloth as it is now. All reading, no writing. */
export interface GestureContext {
  readonly tool: 'select' | 'connector' | 'tie' | 'put';
  readonly multiSelect: boolean;
  readonly mayWrite: boolean;
  readonly selection: ReadonlySet<string>;
  /** From where a tap–tap tie has begun, or null. */
  readonly tieFrom: string | null;
  /** Words are so small now that what a finger meets is a matter of luck: it pans rather than moves. */
  readonly unreadable: boolean;
  toCloth(at: Point): Point;
  targetAt(at: Point, device: Device): Target;
  /** As `targetAt`, passing over the handles. */
  bodyAt(at: Point, device: Device): Target;
  /** Items and ties that lie within a box on the cloth. */
  within(box: Box): ReadonlySet<string>;
  /** The centre of an item, mm, or null when it is gone (or is a tie). */
  placeOf(id: string): Point | null;
  /** Whether an item may be moved by this hand now. */
  mayMove(id: string): boolean;
}

/** Things in one hand: how far they are from where they lay, mm. */
export interface Drag {
  readonly ids: readonly string[];
  readonly by: Point;
}

/** A tie that is being drawn: its end follows the hand. */
export interface DrawnTie {
  readonly from: string;
  readonly to: Point;
  readonly over: string | null;
}

/** What to show while hands are busy, and nothing when they are not. Lengths in mm on the cloth. */
export interface Preview {
  readonly pointer: 'default' | 'grab' | 'grabbing' | 'pointer' | 'crosshair' | 'move';
  /** The item (or `initiative`) under a resting pointer. */
  readonly hover: string | null;
  /** One for each hand that carries something. */
  readonly drags: readonly Drag[];
  readonly marquee: Box | null;
  /** One for each hand that draws one. */
  readonly ties: readonly DrawnTie[];
}

/** What the hand wants done. */
export type GestureIntent =
  /** Px on the screen. */
  | { readonly do: 'pan'; readonly by: Point }
  /** Keeps the cloth under `at` (px) in its place. */
  | { readonly do: 'zoom'; readonly at: Point; readonly factor: number }
  | { readonly do: 'select'; readonly ids: ReadonlySet<string> }
  | { readonly do: 'move'; readonly places: ReadonlyMap<string, Point> }
  /** An item's id or `initiative`. */
  | { readonly do: 'edit'; readonly id: string }
  | { readonly do: 'add-ingredient'; readonly at: Point }
  | { readonly do: 'add-connector'; readonly at: Point }
  /** A tap–tap tie begins here; null gives it up. */
  | { readonly do: 'begin-tie'; readonly from: string | null }
  | { readonly do: 'draw-tie'; readonly from: string; readonly to: string; readonly at: Point }
  /** A hand took hold of something that it may not move now: say so. */
  | { readonly do: 'refuse'; readonly id: string }
  /** Asks what can be done with an item or a tie. */
  | { readonly do: 'offer'; readonly id: string }
  /** Asks what can be done at a place where nothing lies. */
  | { readonly do: 'offer-here'; readonly at: Point }
  /** What is selected is laid down here. */
  | { readonly do: 'put'; readonly at: Point }
  /** A tie let go on empty cloth. */
  | { readonly do: 'offer-connector'; readonly from: string; readonly at: Point };

export interface Outcome {
  readonly state: GestureState;
  readonly preview: Preview;
  readonly intents: readonly GestureIntent[];
}

/** Where a hand came down. */
interface PutDown {
  /** px on the screen. */
  readonly from: Point;
  /** There on the cloth, mm: what the press ends (words that were being written) may move the cloth before it is let go. */
  readonly place: Point;
  readonly target: Target;
  readonly shift: boolean;
}

/** What a hand that is down is there for. */
export type Doing =
  /** Not yet known for what. */
  | ({ readonly kind: 'press' } & PutDown)
  /** It was held still, and shown what can be done: it may still carry away, and taps no more. */
  | ({ readonly kind: 'held' } & PutDown)
  /** It has the cloth itself: one such hand pans, two zoom as well. */
  | { readonly kind: 'pan' }
  | {
      readonly kind: 'drag';
      readonly ids: readonly string[];
      /** Where they lay when the hand took hold, mm: what becomes of them meanwhile, they follow the hand. */
      readonly places: ReadonlyMap<string, Point>;
      /** Where the hand took hold, mm. */
      readonly grip: Point;
      readonly by: Point;
    }
  | {
      readonly kind: 'marquee';
      readonly corner: Point;
      readonly to: Point;
      /** What stays selected whatever the marquee holds. */
      readonly kept: ReadonlySet<string>;
      /** What was selected when it began, to return to when it is dropped. */
      readonly before: ReadonlySet<string>;
    }
  | ({ readonly kind: 'tie' } & DrawnTie)
  /** What it did was dropped, or it is a palm: nothing more comes of it. */
  | { readonly kind: 'spent' };

export type Press = Extract<Doing, { kind: 'press' | 'held' }>;

/** A finger, pen or mouse that is down. Each does its own thing, whatever the others do. */
export interface Hand {
  readonly pointer: number;
  readonly device: Device;
  readonly at: Point;
  /** When it came down, ms. */
  readonly since: number;
  /** See the event. */
  readonly breadth: number;
  readonly doing: Doing;
}

/** A tap that another may make a double one. */
export interface Tap {
  readonly at: Point;
  readonly time: number;
  readonly device: Device;
  readonly key: string;
}

export interface GestureState {
  /** In the order in which they came down. */
  readonly hands: readonly Hand[];
  readonly hover: string | null;
  /** The last taps, the newest last: of several people at one screen each may be half way a double tap. */
  readonly taps: readonly Tap[];
  /** Where and when a pen was last seen, touching or above the screen; null as long as there was none. */
  readonly pen: { readonly at: Point; readonly time: number } | null;
}

export const AT_REST: GestureState = { hands: [], hover: null, taps: [], pen: null };

/** How far a hand may waver before a press is a drag, px (the measures tldraw arrived at). */
export function wavers(device: Device): number {
  return device === 'mouse' ? 4 : 6;
}

/** Two taps within this are a double tap: ms, and px apart. */
export const DOUBLE_TAP = { within: 500, apart: { mouse: 6, pen: 16, touch: 28 } } as const;

/** A finger or pen that is held still so long asks what can be done there, ms. */
export const LONG_PRESS = 500;
