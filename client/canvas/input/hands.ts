import { byId } from '../../../shared/model/snapshot.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import {
  AT_REST,
  type Device,
  type Drag,
  type GestureContext,
  type GestureEvent,
  LONG_PRESS,
  type Preview,
} from '../../gesture/gesture.ts';
import { isBusy, NO_PREVIEW, sameAll } from '../../gesture/preview.ts';
import { reduceGesture } from '../../gesture/reduce.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { type Handle, handleAt, handlesRound, LEAST_FOR_HANDLES } from '../layers/handles.ts';
import type { SceneIndex } from '../stage/scene-index.ts';
import { carryOut } from './carry-out.ts';
import { bodyAt, withinBox } from './hit.ts';

/** Below this size on the screen the words of an item cannot be read, px per mm. */
const UNREADABLE = 0.22;

/** Of a larger drag than this the others see only where it ends: its ids alone would be a long message, 30 times a second. */
const MOST_SHOWN = 200;

/**
 * Runs the gesture reducer on what hands do: answers its questions about the cloth, keeps its state, shows its preview
 * to the others and carries its intents out.
 */
export class Hands {
  readonly #context: ClothContext;
  readonly #index: SceneIndex;
  readonly #onPreview: (preview: Preview, before: Preview) => void;
  #state = AT_REST;
  #preview: Preview = NO_PREVIEW;
  #device: Device = 'mouse';
  #holding = 0;
  /** The event that is being dealt with, and those that wait for it. */
  #waiting: GestureEvent[] = [];

  constructor(context: ClothContext, index: SceneIndex, onPreview: (preview: Preview, before: Preview) => void) {
    this.#context = context;
    this.#index = index;
    this.#onPreview = onPreview;
  }

  get preview(): Preview {
    return this.#preview;
  }

  /** True while a hand is down. */
  get busy(): boolean {
    return this.#state.hands.length > 0;
  }

  /**
   * Takes in what a hand did, or that the cloth changed. What this brings about (an intent changes the cloth, which is told
   * here again) waits until it has been dealt with: no gesture is reduced while another is being carried out.
   */
  readonly handle = (event: GestureEvent): void => {
    this.#waiting.push(event);
    if (this.#waiting.length > 1) return;
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        this.#take(next);
        this.#waiting.shift();
      }
    } finally {
      this.#waiting = [];
    }
  };

  #take(event: GestureEvent): void {
    const { session, canvas } = this.#context;
    if ('device' in event) this.#device = event.device;
    const { state, preview, intents } = reduceGesture(this.#state, event, this.#gestureContext());
    const before = this.#preview;
    this.#state = state;
    this.#preview = preview;
    for (const intent of intents) carryOut(intent, this.#context);
    if (!sameAll(preview.drags, before.drags)) session.showDrags(preview.drags.filter(showable));
    if ('at' in event) {
      // A finger that is lifted points nowhere; of several hands the first one points.
      const gone = event.type === 'up' && this.#device === 'touch';
      const first = state.hands.find(({ doing }) => doing.kind !== 'spent')?.pointer ?? event.pointer;
      if (first === event.pointer) session.showCursor(gone ? null : canvas.camera.toCloth(event.at));
    } else if (event.type === 'leave' || event.type === 'cancel') session.showCursor(null);
    if (event.type === 'down' && event.device !== 'mouse') this.#waitFor(event.pointer);
    this.#onPreview(preview, before);
  }

  /** Says so when a finger or pen is still where it came down after a while. */
  #waitFor(pointer: number): void {
    clearTimeout(this.#holding);
    this.#holding = window.setTimeout(() => this.handle({ type: 'held', pointer }), LONG_PRESS);
  }

  /** The dots from which a tie can be drawn now: of what is pointed at, and of a single selected item. */
  handles(): Handle[] {
    const { session, view, canvas } = this.#context;
    const { selection, editing, tieFrom } = view.getState();
    const { hover } = this.#preview;
    if (!session.mayWrite || editing !== null || tieFrom !== null || isBusy(this.#preview)) return [];
    if (!permissionsIn(session).mayRelate()) return [];
    const selected = selection.size === 1 ? [...selection].filter((id) => this.#index.item(id)) : [];
    return [...new Set(hover === null ? selected : [...selected, hover])].flatMap((id) => {
      const box = canvas.screenOf(id);
      if (!box) return [];
      const small = Math.max(box.w, box.h) < LEAST_FOR_HANDLES || canvas.camera.get().zoom < UNREADABLE;
      return small && !selection.has(id) ? [] : handlesRound(id, box, this.#device);
    });
  }

  #gestureContext(): GestureContext {
    const { session, view, canvas } = this.#context;
    const { camera } = canvas;
    const { tool, multiSelect, selection, tieFrom } = view.getState();
    const { zoom } = camera.get();
    const body: GestureContext['bodyAt'] = (at, device) => bodyAt(this.#index, camera.toCloth(at), device, zoom);
    return {
      tool,
      multiSelect,
      selection,
      tieFrom,
      mayWrite: session.mayWrite,
      unreadable: zoom < UNREADABLE,
      toCloth: camera.toCloth,
      bodyAt: body,
      targetAt: (at, device) => {
        const handle = handleAt(this.handles(), at, device);
        return handle ? { on: 'handle', of: handle.of } : body(at, device);
      },
      within: (box) => withinBox(this.#index, box),
      // Where it is shown: on a page where words face their own edge some lie beside where they were written.
      placeOf: (id) => this.#index.item(id)?.centre ?? null,
      mayMove: (id) => {
        const item = byId(session.snapshot.getState().items).get(id);
        return item !== undefined && permissionsIn(session).mayMove(item);
      },
    };
  }
}

function showable({ ids }: Drag): boolean {
  return ids.length <= MOST_SHOWN;
}
