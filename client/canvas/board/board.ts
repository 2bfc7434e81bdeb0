import type { Box } from '../../../shared/layout/box.ts';
import type { ItemShape, Scene } from '../../../shared/layout/shapes.ts';
import { turnedBox } from '../../../shared/layout/turn.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { sceneOf } from '../../../shared/scene/scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { loadClothFont, onClothFontLoaded } from '../../fonts/cloth-font.ts';
import type { Preview } from '../../gesture/gesture.ts';
import { isBusy, sameAll } from '../../gesture/preview.ts';
import type { Camera } from '../camera/camera.ts';
import { onScreen } from '../camera/on-screen.ts';
import type { CanvasHandle, ClothContext } from '../canvas-handle.ts';
import { forgetGone } from '../edit/forget-gone.ts';
import { Hands } from '../input/hands.ts';
import { listenToHands } from '../input/input.ts';
import { activePicture, onCanvas, shownItem, shownTie } from '../layers/active-layer.ts';
import { emphasis } from '../layers/emphasis.ts';
import { LiveTies } from '../layers/live-ties.ts';
import { type Holding, Liveness, SELF } from '../layers/liveness.ts';
import { overlayPictures } from '../layers/overlay.ts';
import { restingLayer } from '../layers/resting-layer.ts';
import { fadeWhenRevealed } from '../layers/reveal.ts';
import { followSize } from '../stage/follow-size.ts';
import { FrameLoop } from '../stage/frame-loop.ts';
import { LiveLayer, type LivePicture } from '../stage/live-layer.ts';
import { Picture } from '../stage/picture.ts';
import { dirtyBoxes, isOnlyWords, SceneIndex } from '../stage/scene-index.ts';
import { followArrangements } from '../text/arrangements.ts';
import { WordsEditor } from '../text/words-editor.ts';
import type { ViewStore } from '../view-store.ts';
import { boardCamera, nearEnough } from './board-camera.ts';
import { Printed } from './printed.ts';

export interface BoardOptions {
  readonly session: ClothSession;
  readonly view: ViewStore;
  /** Whether the space bar is down. */
  readonly spaceHeld: () => boolean;
  /** What a screen reader calls the field in which words are written. */
  readonly wordsLabel: () => string;
}

/**
 * The live drawing of a cloth in an element: keeps scene, picture and thin layers in step with the session, the view and
 * the camera, and hands the pointer's doings to the gestures. React mounts it and leaves it alone.
 */
export class Board implements CanvasHandle {
  readonly camera: Camera;
  readonly context: ClothContext;
  readonly hands: Hands;
  readonly #host: HTMLElement;
  readonly #index = new SceneIndex();
  readonly #liveness = new Liveness(this.#index);
  readonly #still = window.matchMedia('(prefers-reduced-motion: reduce)');
  readonly #liveTies = new LiveTies(this.#index, this.#liveness, () => !this.#still.matches);
  readonly #shown = { index: this.#index, liveness: this.#liveness, live: this.#liveTies };
  readonly #printed = new Printed(() => this.#clothChanged());
  readonly #picture: Picture;
  /** Over the picture: what moves or is being written, and over that what only passes. */
  readonly #lives: LiveLayer;
  readonly #passes: LiveLayer;
  readonly #frames: FrameLoop;
  readonly #stop: (() => void)[];
  readonly lay: CanvasHandle['lay'] = (under) => this.#frames.need({ sweep: this.#printed.lay(under) });
  #space = false;
  #lingering = 0;

  constructor(host: HTMLElement, { session, view, spaceHeld, wordsLabel }: BoardOptions) {
    this.#host = host;
    this.context = { session, view, canvas: this };
    this.#index.update(this.#newScene());
    this.camera = boardCamera(session.role, () => this.scene().bounds, this.#still);
    this.hands = new Hands(this.context, this.#index, this.#previewed);
    this.#picture = new Picture(host, restingLayer(this.#index, this.#liveness, this.#liveTies, this.#printed));
    this.#lives = new LiveLayer(host);
    this.#passes = new LiveLayer(host);
    this.#frames = new FrameLoop({
      camera: this.camera,
      picture: this.#picture,
      drawLive: this.#drawLive,
      rested: this.#rested,
    });
    this.#stop = [
      session.snapshot.subscribe(this.#clothChanged),
      session.people.subscribe(this.#holdingsChanged),
      view.subscribe(this.#viewChanged),
    ];
    // After those: by the time it looks where words are to be written, the scene has made room for them.
    const editor = new WordsEditor(host, this.context, wordsLabel);
    this.#stop.push(
      this.camera.subscribe(this.#looked),
      followSize(host, this.#resize),
      listenToHands(host, { gesture: this.hands.handle, pan: this.camera.panBy, zoom: this.camera.zoomBy }, spaceHeld),
      followArrangements(this.context, this.hands),
      fadeWhenRevealed(host, this.context),
      onClothFontLoaded(() => this.#frames.need({ sweep: true, live: true })),
      () => editor.destroy(),
    );
    // What was drawn before its letters came is drawn again by the listener above.
    void loadClothFont();
    this.#holdingsChanged();
  }

  get element(): HTMLElement {
    return this.#host;
  }

  scene(): Scene {
    return this.#index.scene ?? this.#newScene();
  }

  itemOf(id: string): ItemShape | null {
    return shownItem(this.#shown, id);
  }

  boxOf(id: string): Box | null {
    if (id === INITIATIVE) return this.scene().initiative.box;
    const item = this.itemOf(id);
    if (item) return turnedBox(item.box, item.turn);
    const tie = this.#index.tie(id);
    return tie ? shownTie(this.#shown, tie).box : null;
  }

  shownBoxes(): Box[] {
    const boxes = this.#index.itemsIn(this.camera.seen()).map((shape) => shape.extent);
    return [this.scene().initiative.box, ...boxes].map((box) => onScreen(this.camera, box));
  }

  screenOf(id: string): Box | null {
    const box = this.boxOf(id);
    return box && onScreen(this.camera, box);
  }

  reveal(id: string, toRead = false): void {
    const box = this.boxOf(id);
    if (box) this.camera.reveal(box, toRead ? nearEnough(id, this.scene(), this.camera.get().zoom) : 0);
  }

  focus(): void {
    this.#host.focus({ preventScroll: true });
  }

  /** The space bar went down or up: the pointer shows that a drag would pan. */
  setSpace(held: boolean): void {
    this.#space = held;
    this.#showPointer();
  }

  destroy(): void {
    for (const stop of this.#stop) stop();
    clearTimeout(this.#lingering);
    this.#frames.stop();
    this.#picture.destroy();
    this.#lives.destroy();
    this.#passes.destroy();
  }

  readonly #clothChanged = (): void => {
    this.#renew();
    forgetGone(this.context.view, this.#index);
    this.hands.handle({ type: 'changed' });
    this.#takeHoldings();
  };

  /** Takes over the scene as it is now, and has drawn what looks different. */
  #renew(): void {
    const { bounds } = this.scene();
    const difference = this.#index.update(this.#newScene());
    this.#liveTies.changed(difference.ties, performance.now());
    const { bounds: now } = this.scene();
    if (this.camera.fitted && (now.w !== bounds.w || now.h !== bounds.h)) this.camera.fit();
    if (isOnlyWords(difference, this.context.view.getState().editing)) return;
    const isActive = (end: { readonly from: string; readonly to: string } | null) =>
      end === null || this.#liveness.has(end.from) || this.#liveness.has(end.to);
    const resting = {
      ...difference,
      items: difference.items.filter(({ before, after }) => !this.#liveness.has((after ?? before)?.id ?? '')),
      ties: difference.ties.filter(({ before, after }) => !isActive(before) || !isActive(after)),
    };
    const sweep = difference.ground || (difference.initiative && !this.#liveness.has(INITIATIVE));
    this.#frames.need({ ...(sweep ? { sweep } : {}), spots: dirtyBoxes(resting), live: true });
  }

  readonly #viewChanged = (state: ReturnType<ViewStore['getState']>, before: typeof state): void => {
    if (state.editing !== before.editing) {
      this.context.session.showEditing(state.editing);
      this.#holdingsChanged();
    }
    if (state.proposed !== before.proposed) this.#holdingsChanged();
    if (state.asWritten !== before.asWritten) this.#clothChanged();
    this.#frames.need({ live: true });
  };

  /** The cloth as this page shows it now. */
  #newScene(): Scene {
    const { session, view } = this.context;
    const cloth = session.snapshot.getState();
    return sceneOf(cloth, fontMeasure, this.#printed.layOn(cloth), {
      facing: view.getState().asWritten ? 'asWritten' : 'upright',
      written: this.#liveness.written(),
    });
  }

  /** What is in hand stays under the hand, whoever moves the cloth meanwhile. */
  readonly #looked = (): void => {
    this.#frames.need({ camera: true });
    if (isBusy(this.hands.preview)) this.hands.handle({ type: 'looked' });
  };

  readonly #previewed = (preview: Preview, before: Preview): void => {
    if (!sameAll(preview.drags, before.drags)) this.#holdingsChanged();
    if (preview.pointer !== before.pointer) this.#showPointer();
    const { hover, marquee, ties } = preview;
    const { view } = this.context;
    if (view.getState().handsBusy !== isBusy(preview)) view.setState({ handsBusy: isBusy(preview) });
    if (hover !== before.hover) view.setState({ pointedAt: hover });
    const changed = hover !== before.hover || marquee !== before.marquee || !sameAll(ties, before.ties);
    if (changed) this.#frames.need({ live: true });
  };

  #showPointer(): void {
    this.#host.style.cursor = this.#space && !this.hands.busy ? 'grab' : this.hands.preview.pointer;
  }

  readonly #holdingsChanged = (): void => {
    this.#takeHoldings();
    this.#frames.need({ live: true });
  };

  /** Works out anew what moves or is being written, and repaints where things came to rest or were taken up. */
  #takeHoldings(): void {
    const { session, view } = this.context;
    const own: Holding = { id: SELF, editing: view.getState().editing, drags: this.hands.preview.drags };
    const now = performance.now();
    const written = this.#liveness.written();
    const changed = this.#liveness.update([own, ...session.people.getState()], now, view.getState().proposed);
    const spots = this.#spotsOf(changed);
    if (this.#liveness.written() !== written) {
      // What is written takes other room than what lies there, and leaves it again.
      this.#renew();
      spots.push(...this.#spotsOf(changed));
    }
    spots.push(...this.#liveTies.update(now));
    if (spots.length > 0) this.#frames.need({ spots, live: true });
    clearTimeout(this.#lingering);
    const next = this.#liveness.nextRest();
    if (next !== null) this.#lingering = window.setTimeout(this.#holdingsChanged, next - now + 1);
  }

  /** Where things lie in the picture, with their ties, mm. */
  #spotsOf(ids: Iterable<string>): Box[] {
    const spots: Box[] = [];
    for (const id of ids) {
      const box = id === INITIATIVE ? this.scene().initiative.box : this.#index.item(id)?.extent;
      if (box) spots.push(box);
      for (const tie of this.#index.tiesOf(id)) spots.push(tie.box);
    }
    return spots;
  }

  readonly #resize = (width: number, height: number): void => {
    for (const drawn of [this.#picture, this.#lives, this.#passes]) drawn.resize(width, height);
    this.camera.resize(width, height);
    this.#frames.need({ sweep: true, camera: true });
  };

  /** The toolbar's number follows when the camera rests. */
  readonly #rested = (): void => {
    const { zoom } = this.camera.get();
    if (this.context.view.getState().zoom !== zoom) this.context.view.setState({ zoom });
  };

  /** Ties on their way are shown farther in the next frame, until they rest. */
  readonly #drawLive = (): void => {
    const spots = this.#liveTies.easing ? this.#liveTies.update(performance.now()) : [];
    this.#drawLayers();
    if (spots.length > 0 || this.#liveTies.easing) this.#frames.need({ spots, live: true });
  };

  #drawLayers(): void {
    const { camera, hands } = this;
    const { session, view } = this.context;
    const active = activePicture(this.#shown, camera.seen(), view.getState().editing);
    const emphasised = emphasis(this.#shown, view.getState());
    const lives: LivePicture[] = [emphasised, active].flatMap((picture) => (picture ? onCanvas(picture, camera) : []));
    this.#lives.draw(lives);
    const overlay = overlayPictures({
      ...view.getState(),
      ...this.#shown,
      camera,
      preview: hands.preview,
      handles: hands.handles(),
      people: session.people.getState(),
    });
    this.#passes.draw(overlay);
  }
}
