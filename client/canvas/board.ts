import { INITIATIVE } from '../../shared/cloth/schema.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { buildScene } from '../../shared/scene/build-scene.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { fontMeasure } from '../../shared/scene/text-measure.ts';
import type { Preview } from '../gesture/gesture.ts';
import type { ClothSession } from '../session/cloth-session.ts';
import { paintActive, shownItem, shownTie } from './active-layer.ts';
import { type Camera, createCamera } from './camera.ts';
import type { CanvasHandle, ClothContext } from './canvas-handle.ts';
import { Hands } from './hands.ts';
import { listenToHands } from './input.ts';
import { pixelRatio } from './konva-layer.ts';
import { LiveStage } from './live-stage.ts';
import { type Holding, Liveness, SELF } from './liveness.ts';
import { onScreen, paintOverlay } from './overlay.ts';
import { clothFont } from './paint/words.ts';
import { Picture } from './picture.ts';
import { restingLayer } from './resting-layer.ts';
import { dirtyBoxes, SceneIndex } from './scene-index.ts';
import type { ViewStore } from './view-store.ts';

/** What the next frame must do. `sweep`: the picture whole; `spots`: only there (mm). */
interface Due {
  readonly sweep: boolean;
  readonly spots: Box[];
  /** The camera moved. */
  readonly camera: boolean;
  readonly active: boolean;
  readonly overlay: boolean;
}

const NOTHING_DUE = { sweep: false, camera: false, active: false, overlay: false } as const;

/** The camera rests when it has not moved for this long: then the picture is drawn sharp. ms. */
const REST_MS = 130;

/**
 * The live drawing of a cloth in an element: keeps scene, picture and thin layers in step with the session, the view and
 * the camera, at most once per frame, and hands the pointer's doings to the gestures. React mounts it and leaves it alone.
 */
export class Board implements CanvasHandle {
  readonly camera: Camera;
  readonly context: ClothContext;
  readonly hands: Hands;
  readonly #host: HTMLElement;
  readonly #index = new SceneIndex();
  readonly #liveness = new Liveness(this.#index);
  readonly #picture: Picture;
  readonly #live: LiveStage;
  readonly #undo: (() => void)[] = [];
  #space = false;
  #frame = 0;
  #rest = 0;
  #lingering = 0;
  #due: Due = { ...NOTHING_DUE, spots: [] };

  constructor(host: HTMLElement, session: ClothSession, view: ViewStore, spaceHeld: () => boolean) {
    this.#host = host;
    this.context = { session, view, canvas: this };
    this.#index.update(buildScene(session.snapshot.getState(), fontMeasure));
    const still = window.matchMedia('(prefers-reduced-motion: reduce)');
    this.camera = createCamera({ whole: () => this.scene().bounds, reducedMotion: () => still.matches });
    this.#picture = new Picture(host, restingLayer(this.#index, this.#liveness));
    this.#live = new LiveStage(host, { active: this.#paintActive, overlay: this.#paintOverlay });
    this.hands = new Hands(this.context, this.#index, this.#previewed);
    this.#undo.push(
      session.snapshot.subscribe(this.#clothChanged),
      session.people.subscribe(this.#peopleChanged),
      view.subscribe(this.#viewChanged),
      this.camera.subscribe(this.#cameraMoved),
      this.#followSize(),
      listenToHands(
        host,
        {
          gesture: (event) => this.hands.handle(event),
          pan: (by) => this.camera.panBy(by),
          zoom: (factor, at) => this.camera.zoomBy(factor, at),
        },
        spaceHeld,
      ),
    );
    void this.#awaitFonts();
    this.#holdingsChanged();
  }

  /** Draws again once the cloth's own hand has come; till then words stand in another, in the same places. */
  async #awaitFonts(): Promise<void> {
    await Promise.allSettled(([500, 700] as const).map((weight) => document.fonts.load(clothFont(16, weight))));
    this.#need({ sweep: true, active: true });
  }

  scene(): Scene {
    return this.#index.scene ?? buildScene(this.context.session.snapshot.getState(), fontMeasure);
  }

  boxOf(id: string): Box | null {
    if (id === INITIATIVE) return this.scene().initiative.box;
    const item = shownItem(this.#index, this.#liveness, id);
    if (item) return item.box;
    const tie = this.#index.tie(id);
    return tie ? shownTie(this.#index, this.#liveness, tie).box : null;
  }

  screenOf(id: string): Box | null {
    const box = this.boxOf(id);
    return box && onScreen(this.camera, box);
  }

  reveal(id: string): void {
    const box = this.boxOf(id);
    if (box) this.camera.reveal(box);
  }

  /** The space bar went down or up: the pointer shows that a drag would pan. */
  setSpace(held: boolean): void {
    this.#space = held;
    this.#showPointer();
  }

  focus(): void {
    this.#host.focus({ preventScroll: true });
  }

  destroy(): void {
    for (const undo of this.#undo) undo();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    clearTimeout(this.#lingering);
    this.#picture.destroy();
    this.#live.destroy();
  }

  readonly #clothChanged = (): void => {
    const whole = this.scene().bounds;
    const difference = this.#index.update(buildScene(this.context.session.snapshot.getState(), fontMeasure));
    if (difference.ground) {
      this.#need({ sweep: true });
      const { bounds } = this.scene();
      if (this.camera.fitted && (bounds.w !== whole.w || bounds.h !== whole.h)) this.camera.fit();
    }
    const resting = {
      ...difference,
      items: difference.items.filter(({ before, after }) => !this.#liveness.has((after ?? before)?.id ?? '')),
      ties: difference.ties.filter(({ before, after }) => !this.#isActive(before) || !this.#isActive(after)),
    };
    this.#need({ spots: dirtyBoxes(resting), active: true, overlay: true });
    this.#forgetGone();
    this.hands.handle({ type: 'changed' });
    this.#holdingsChanged();
  };

  #isActive(tie: { readonly from: string; readonly to: string } | null): boolean {
    return tie === null || this.#liveness.has(tie.from) || this.#liveness.has(tie.to);
  }

  /** What is no longer on the cloth is no longer selected, tied from or asked about. */
  #forgetGone(): void {
    const { view } = this.context;
    const { selection, editing, tieFrom, question } = view.getState();
    const there = (id: string) => id === INITIATIVE || this.#index.item(id) !== null || this.#index.tie(id) !== null;
    if (![...selection].every(there)) view.setState({ selection: new Set([...selection].filter(there)) });
    if (editing !== null && !there(editing)) view.setState({ editing: null });
    if (tieFrom !== null && !there(tieFrom)) view.setState({ tieFrom: null });
    if (question && !(there(question.from) && (question.ask === 'new-connector' || there(question.tie)))) {
      view.setState({ question: null });
    }
  }

  readonly #peopleChanged = (): void => {
    this.#need({ overlay: true });
    this.#holdingsChanged();
  };

  readonly #viewChanged = (state: ReturnType<ViewStore['getState']>, before: typeof state): void => {
    if (state.editing !== before.editing) {
      this.context.session.showEditing(state.editing);
      this.#holdingsChanged();
    }
    this.#need({ overlay: true });
  };

  readonly #cameraMoved = (): void => this.#need({ camera: true });

  readonly #previewed = (preview: Preview, before: Preview): void => {
    if (preview.drag !== before.drag) this.#holdingsChanged();
    if (preview.pointer !== before.pointer) this.#showPointer();
    const same = preview.hover === before.hover && preview.marquee === before.marquee && preview.tie === before.tie;
    if (!same || preview.drag !== before.drag) this.#need({ overlay: true });
  };

  #showPointer(): void {
    const { pointer } = this.hands.preview;
    this.#host.style.cursor = this.#space && !this.hands.busy ? 'grab' : pointer;
  }

  /** Works out anew what moves or is being written, and repaints where things came to rest or were taken up. */
  #holdingsChanged(): void {
    const { session, view } = this.context;
    const own: Holding = { id: SELF, editing: view.getState().editing, drag: this.hands.preview.drag };
    const now = performance.now();
    const changed = this.#liveness.update([own, ...session.people.getState()], now);
    const spots: Box[] = [];
    for (const id of changed) {
      const box = id === INITIATIVE ? this.scene().initiative.box : this.#index.item(id)?.extent;
      if (box) spots.push(box);
      for (const tie of this.#index.tiesOf(id)) spots.push(tie.box);
    }
    this.#need({ spots, active: true, overlay: true });
    clearTimeout(this.#lingering);
    const next = this.#liveness.nextRest();
    if (next !== null) this.#lingering = window.setTimeout(() => this.#holdingsChanged(), next - now + 1);
  }

  #need({ spots = [], ...flags }: Partial<Due>): void {
    this.#due = { ...this.#due, ...flags, spots: spots.length > 0 ? [...this.#due.spots, ...spots] : this.#due.spots };
    this.#frame ||= requestAnimationFrame(this.#drawFrame);
  }

  readonly #drawFrame = (): void => {
    this.#frame = 0;
    const due = this.#due;
    this.#due = { ...NOTHING_DUE, spots: [] };
    if (this.camera.size().width === 0) return;
    const view = this.camera.get();
    const follows = !due.sweep && this.#picture.follow(view);
    if (!follows) this.#picture.redraw(view);
    else if (due.spots.length > 0) this.#picture.repaint(due.spots);
    if (due.camera) this.#settle();
    if (due.active || due.camera) this.#live.draw('active');
    if (due.overlay || due.camera || due.active) this.#live.draw('overlay');
  };

  /** Once the camera has rested: a sharp picture, and the toolbar's number. */
  #settle(): void {
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      const view = this.camera.get();
      if (!this.#picture.isSharp(view)) this.#need({ sweep: true });
      if (this.context.view.getState().zoom !== view.zoom) this.context.view.setState({ zoom: view.zoom });
    }, REST_MS);
  }

  readonly #paintActive = (ctx: CanvasRenderingContext2D): void => {
    const { x, y, zoom } = this.camera.get();
    const { width, height } = this.camera.size();
    const scale = zoom * pixelRatio();
    ctx.translate(width / 2, height / 2);
    ctx.scale(zoom, zoom);
    ctx.translate(-x, -y);
    const wordless = this.context.view.getState().editing;
    paintActive(
      ctx,
      { index: this.#index, liveness: this.#liveness },
      { seen: this.camera.seen(), pxPerMm: scale, wordless },
    );
  };

  readonly #paintOverlay = (ctx: CanvasRenderingContext2D): void => {
    const { session, view } = this.context;
    const { selection, editing, tieFrom } = view.getState();
    paintOverlay(ctx, {
      index: this.#index,
      liveness: this.#liveness,
      camera: this.camera,
      preview: this.hands.preview,
      selection,
      editing,
      tieFrom,
      handles: this.hands.handles(),
      people: session.people.getState(),
    });
  };

  /** Keeps the canvases as large as the element, through turns of the tablet and moves between screens. */
  #followSize(): () => void {
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = this.#host;
      if (width === 0 || height === 0) return;
      this.#picture.resize(width, height);
      this.#live.resize(width, height);
      this.camera.resize(width, height);
      this.#need({ sweep: true, camera: true });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(this.#host);
    measure();
    return () => observer.disconnect();
  }
}
