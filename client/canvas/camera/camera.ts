import { type Box, boxAround, centreOf, unionOf } from '../../../shared/layout/box.ts';
import { shortTurn, turned, turnedSize } from '../../../shared/layout/turn.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { type CameraView, type NextView, placeOnCloth, placeOnScreen, type Sight } from './camera-view.ts';
import { clamp, nearer, padded, shortfall } from './fitting.ts';
import { zoomForReader } from './readable.ts';

/** How much of each side of the canvas lies under toolbars, CSS px: fitting and revealing keep clear of it. */
export interface Inset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** What goes on standing above an on-screen keyboard that covers the lower side; left out for nothing. */
  readonly overKeyboard?: number;
}

export const ZOOM = { least: 0.02, most: 8 } as const;
/** One press of a zoom button. */
export const ZOOM_STEP = 1.25;
const GLIDE_MS = 220;
/** A turn of the whole table takes its time, or one no longer knows where one is. */
const WALK_MS = 700;

/** Round a fitted cloth, mm: bars keep their own air, and this is for what is lost in rounding. */
const HAIR = 0.2;

/**
 * The camera over the cloth. It is no React state: it changes sixty times a second, and whoever draws listens to it
 * directly. Animations honour the reader's wish for less motion.
 */
export interface Camera {
  get(): CameraView;
  /** Looks there at once, turned as it was unless told otherwise. Zoom is kept within {@link ZOOM}. */
  set(view: NextView): void;
  /**
   * Shows the whole cloth within the inset, not turned; the middle of it, nearer, to who reads larger letters, until `all` was
   * asked for once.
   */
  fit(all?: boolean): void;
  /** Shows these boxes (mm) within the inset, at most at `most` px per mm. */
  fitTo(boxes: Iterable<Box>, most?: number): void;
  /**
   * Moves the least needed to bring a box (mm) within the inset; zooms out only when it is larger than that, and in when
   * it is told at how many px per mm it can be read.
   */
  reveal(box: Box, least?: number): void;
  /**
   * Looks at a box (mm) from a zoom, and returns the way back: that does nothing when somebody has looked elsewhere since.
   */
  visit(box: Box, zoom: number): () => void;
  /** Travels to a part of the cloth and turns it so, within the inset, at most at `most` px per mm; held or not. */
  face(sight: Sight, most?: number): void;
  /** What the part of the canvas within the inset shows. */
  sight(): Sight;
  /** While held, the view goes only where `face`, and whoever writes, brings it: hands and buttons do not move it. */
  hold(held: boolean): void;
  /** Calls back when somebody here looks elsewhere by hand or button, and not when led. Returns the way to stop it. */
  onTaken(listener: () => void): () => void;
  /** Moves the picture by px on the screen. */
  panBy(by: Point): void;
  /** Keeps the spot under `at` (px; the middle when left out) where it is. */
  zoomBy(factor: number, at?: Point): void;
  toScreen(point: Point): Point;
  toCloth(at: Point): Point;
  /** The part of the cloth that the canvas shows, mm; of a turned cloth the least box round it. */
  seen(): Box;
  /** Size of the canvas, CSS px. What was in the middle stays there; before the first size nothing can be fitted. */
  resize(width: number, height: number): void;
  size(): { readonly width: number; readonly height: number };
  setInset(inset: Inset): void;
  /** So much of the lower side lies under an on-screen keyboard, px: revealing keeps clear of it too. */
  setCovered(bottom: number): void;
  /** Calls back after every change of view or size. Returns the way to stop it. */
  subscribe(listener: () => void): () => void;
  /** True while nobody has looked elsewhere since the whole cloth was last fitted: a resize then fits it again. */
  readonly fitted: boolean;
}

export interface CameraOptions {
  /** What `fit` shows, mm. */
  readonly whole: () => Box;
  readonly reducedMotion?: () => boolean;
  /** How many times larger than usual letters are to be for who looks; once unless said. */
  readonly letters?: () => number;
}

export function createCamera({ whole, reducedMotion = () => false, letters = () => 1 }: CameraOptions): Camera {
  let view: CameraView = { x: 0, y: 0, zoom: 1, turn: 0 };
  let width = 0;
  let height = 0;
  let inset: Inset = { top: 0, right: 0, bottom: 0, left: 0 };
  let covered = 0;
  let fitted = true;
  /** Whether all of the cloth was asked for, however small its words. */
  let all = false;
  let held = false;
  /** Grows whenever somebody chooses where to look. */
  let choices = 0;
  let glide = 0;
  /** Where a glide is heading. */
  let goal: CameraView | null = null;
  const listeners = new Set<() => void>();
  const takers = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const look = (next: CameraView) => {
    view = { ...next, zoom: clamp(next.zoom, ZOOM.least, ZOOM.most), turn: shortTurn(next.turn) };
    tell();
  };
  const stop = () => {
    if (glide) cancelAnimationFrame(glide);
    glide = 0;
    goal = null;
  };
  const choose = () => {
    fitted = false;
    choices++;
  };
  const taken = () => {
    for (const taker of takers) taker();
  };
  const take = (next: CameraView) => {
    if (held) return;
    stop();
    choose();
    look(next);
    taken();
  };

  /** Travels there in a short ease, along a path that zooms evenly for the eye. */
  const travel = (to: CameraView) => {
    stop();
    if (reducedMotion() || width === 0) return look(to);
    const from = view;
    goal = to;
    const turning = shortTurn(to.turn - from.turn);
    const lasts = Math.abs(turning) > 1e-6 ? WALK_MS : GLIDE_MS;
    const began = performance.now();
    const step = (now: number) => {
      const part = clamp((now - began) / lasts, 0, 1);
      const eased = 1 - (1 - part) ** 3;
      const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
      // Of a zooming view the middle moves with the zoom, or it would swing past its goal.
      const along =
        Math.abs(to.zoom - from.zoom) < 1e-9 ? eased : (1 / zoom - 1 / from.zoom) / (1 / to.zoom - 1 / from.zoom);
      const turn = part < 1 ? from.turn + turning * eased : to.turn;
      look({ x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along, zoom, turn });
      if (part < 1) glide = requestAnimationFrame(step);
      else stop();
    };
    glide = requestAnimationFrame(step);
  };

  const foot = () => (covered > 0 ? Math.max(inset.bottom, covered + (inset.overKeyboard ?? 0)) : inset.bottom);
  const free = () => ({
    w: Math.max(40, width - inset.left - inset.right),
    h: Math.max(40, height - inset.top - foot()),
  });
  /** How far what is in the middle of the free part of the canvas lies from what is in the middle of all of it, px. */
  const aside = (): Point => [(inset.left - inset.right) / 2, (inset.top - foot()) / 2];
  /** The view that shows a part of the cloth in the middle of the free part of the canvas. */
  const framing = (sight: Sight, most: number): CameraView => {
    const { w, h } = free();
    const fits = Math.min(w / Math.max(1, sight.w), h / Math.max(1, sight.h));
    const zoom = clamp(fits, ZOOM.least, Math.min(most, ZOOM.most));
    const { turn } = sight;
    const [dx, dy] = turned(aside(), -turn);
    return { x: sight.at[0] - dx / zoom, y: sight.at[1] - dy / zoom, zoom, turn };
  };
  const boxSight = (box: Box, turn: number): Sight => ({ at: centreOf(box), ...turnedSize(box, turn), turn });

  /** As large as it can be, and then as near to the middle of the canvas as the bars allow. */
  const wholeView = (): CameraView => {
    const sight = boxSight(padded(whole(), HAIR), 0);
    const fits = framing(sight, ZOOM.most);
    const bare = Math.min(width / Math.max(1, sight.w), height / Math.max(1, sight.h));
    const zoom = all ? fits.zoom : Math.min(zoomForReader(fits.zoom, bare, letters()), ZOOM.most);
    const { w, h } = free();
    const [dx, dy] = aside();
    const x = sight.at[0] + (nearer(dx, (w - sight.w * zoom) / 2) - dx) / zoom;
    const y = sight.at[1] + (nearer(dy, (h - sight.h * zoom) / 2) - dy) / zoom;
    return { x, y, zoom, turn: 0 };
  };

  /** The whole cloth is shown, or on its way: what is free of the canvas became another part of it. */
  const fitAgain = () => (glide ? travel(wholeView()) : look(wholeView()));

  const camera: Camera = {
    get: () => view,
    set: (next) => take({ turn: view.turn, ...next }),
    fit(every = all) {
      if (held) return;
      all = every;
      choose();
      travel(wholeView());
      fitted = true;
      taken();
    },
    fitTo(boxes, most = 2) {
      const box = unionOf(boxes);
      if (!box || held) return;
      choose();
      travel(framing(boxSight(padded(box), view.turn), most));
      taken();
    },
    reveal(box, least = 0) {
      const { w, h } = free();
      const { x, y, zoom, turn } = goal ?? view;
      const near = Math.max(zoom, least);
      const wanted = boxSight(padded(box, 12 / near), turn);
      if (near > zoom || wanted.w * zoom > w || wanted.h * zoom > h) {
        fitted = false;
        return travel(framing(wanted, near));
      }
      // Seen from the middle of the canvas, along the sides of the screen.
      const at = turned([wanted.at[0] - x, wanted.at[1] - y], turn);
      const sought = boxAround(at, wanted.w, wanted.h);
      const [left, top] = [(inset.left - width / 2) / zoom, (inset.top - height / 2) / zoom];
      const across = shortfall(sought.x, sought.w, left, w / zoom);
      const down = shortfall(sought.y, sought.h, top, h / zoom);
      if (across === 0 && down === 0) return;
      fitted = false;
      const [dx, dy] = turned([across, down], -turn);
      travel({ x: x + dx, y: y + dy, zoom, turn });
    },
    visit(box, zoom) {
      const from = { view, fitted };
      choose();
      const choice = choices;
      const { w, h } = free();
      travel(framing({ at: centreOf(box), w: w / zoom, h: h / zoom, turn: view.turn }, zoom));
      return () => {
        if (choices !== choice) return;
        travel(from.view);
        fitted = from.fitted;
      };
    },
    face(sight, most = ZOOM.most) {
      choose();
      travel(framing(sight, most));
    },
    sight() {
      const { w, h } = free();
      const { zoom, turn } = view;
      const [ax, ay] = aside();
      return { at: camera.toCloth([width / 2 + ax, height / 2 + ay]), w: w / zoom, h: h / zoom, turn };
    },
    hold(on) {
      held = on;
    },
    onTaken(listener) {
      takers.add(listener);
      return () => takers.delete(listener);
    },
    panBy(by) {
      const [dx, dy] = turned(by, -view.turn);
      take({ ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom });
    },
    zoomBy(factor, at = [width / 2, height / 2]) {
      const zoom = clamp(view.zoom * factor, ZOOM.least, ZOOM.most);
      const [x, y] = camera.toCloth(at);
      const shift = view.zoom / zoom;
      take({ ...view, x: x + (view.x - x) * shift, y: y + (view.y - y) * shift, zoom });
    },
    toScreen: (point) => placeOnScreen(point, view, { width, height }),
    toCloth: (at) => placeOnCloth(at, view, { width, height }),
    seen() {
      const { w, h } = turnedSize({ w: width / view.zoom, h: height / view.zoom }, view.turn);
      return boxAround([view.x, view.y], w, h);
    },
    resize(w, h) {
      if (w === width && h === height) return;
      width = w;
      height = h;
      if (fitted) fitAgain();
      else tell();
    },
    size: () => ({ width, height }),
    setInset(next) {
      inset = next;
      if (fitted && width > 0) fitAgain();
    },
    setCovered(bottom) {
      covered = bottom;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get fitted() {
      return fitted;
    },
  };
  return camera;
}
