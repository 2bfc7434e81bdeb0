import type { Point } from '../../shared/cloth/schema.ts';
import { type Box, unionOf } from '../../shared/geometry/box.ts';

/** Where one looks: the spot of the cloth (mm) in the middle of the canvas, and CSS px per mm. */
export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** How much of each side of the canvas lies under toolbars, CSS px: fitting and revealing keep clear of it. */
export interface Inset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const ZOOM = { least: 0.02, most: 8 } as const;
/** One press of a zoom button. */
export const ZOOM_STEP = 1.25;
const GLIDE_MS = 220;
/** Table that stays in sight round a fitted cloth, mm. */
const EDGE_AIR = 24;

/**
 * The camera over the cloth. It is no React state: it changes sixty times a second, and whoever draws listens to it
 * directly. Animations honour the reader's wish for less motion.
 */
export interface Camera {
  get(): CameraView;
  /** Looks there at once. Zoom is kept within {@link ZOOM}. */
  set(view: CameraView): void;
  /** Shows the whole cloth within the inset. */
  fit(): void;
  /** Shows these boxes (mm) within the inset, at most at `most` px per mm. */
  fitTo(boxes: Iterable<Box>, most?: number): void;
  /** Moves the least needed to bring a box (mm) within the inset; zooms out only when it is larger than that. */
  reveal(box: Box): void;
  /**
   * Looks at a box (mm) from a zoom, and returns the way back: that does nothing when somebody has looked elsewhere since.
   */
  visit(box: Box, zoom: number): () => void;
  /** Moves the picture by px on the screen. */
  panBy(by: Point): void;
  /** Keeps the spot under `at` (px; the middle when left out) where it is. */
  zoomBy(factor: number, at?: Point): void;
  toScreen(point: Point): Point;
  toCloth(at: Point): Point;
  /** The part of the cloth that the canvas shows, mm. */
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
}

export function createCamera({ whole, reducedMotion = () => false }: CameraOptions): Camera {
  let view: CameraView = { x: 0, y: 0, zoom: 1 };
  let width = 0;
  let height = 0;
  let inset: Inset = { top: 0, right: 0, bottom: 0, left: 0 };
  let covered = 0;
  let fitted = true;
  /** Grows whenever somebody chooses where to look. */
  let choices = 0;
  let glide = 0;
  /** Where a glide is heading. */
  let goal: CameraView | null = null;
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const look = (next: CameraView) => {
    view = { x: next.x, y: next.y, zoom: clamp(next.zoom, ZOOM.least, ZOOM.most) };
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
  const take = (next: CameraView) => {
    stop();
    choose();
    look(next);
  };

  /** Travels there in a short ease, along a path that zooms evenly for the eye. */
  const travel = (to: CameraView) => {
    stop();
    if (reducedMotion() || width === 0) return look(to);
    const from = view;
    goal = to;
    const began = performance.now();
    const step = (now: number) => {
      const part = clamp((now - began) / GLIDE_MS, 0, 1);
      const eased = 1 - (1 - part) ** 3;
      const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
      // Of a zooming view the middle moves with the zoom, or it would swing past its goal.
      const along =
        Math.abs(to.zoom - from.zoom) < 1e-9 ? eased : (1 / zoom - 1 / from.zoom) / (1 / to.zoom - 1 / from.zoom);
      look({ x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along, zoom });
      if (part < 1) glide = requestAnimationFrame(step);
      else stop();
    };
    glide = requestAnimationFrame(step);
  };

  const foot = () => Math.max(inset.bottom, covered);
  const free = () => ({
    w: Math.max(40, width - inset.left - inset.right),
    h: Math.max(40, height - inset.top - foot()),
  });
  /** The view that shows a box in the middle of the free part of the canvas. */
  const framing = (box: Box, most: number): CameraView => {
    const { w, h } = free();
    const zoom = clamp(Math.min(w / Math.max(1, box.w), h / Math.max(1, box.h)), ZOOM.least, Math.min(most, ZOOM.most));
    return {
      x: box.x + box.w / 2 - (inset.left - inset.right) / 2 / zoom,
      y: box.y + box.h / 2 - (inset.top - foot()) / 2 / zoom,
      zoom,
    };
  };

  const wholeView = () => framing(padded(whole(), EDGE_AIR), ZOOM.most);

  const camera: Camera = {
    get: () => view,
    set: take,
    fit() {
      choose();
      travel(wholeView());
      fitted = true;
    },
    fitTo(boxes, most = 2) {
      const box = unionOf(boxes);
      if (!box) return;
      choose();
      travel(framing(padded(box), most));
    },
    reveal(box) {
      const { w, h } = free();
      const { x, y, zoom } = goal ?? view;
      const wanted = padded(box, 12 / zoom);
      if (wanted.w * zoom > w || wanted.h * zoom > h) {
        fitted = false;
        return travel(framing(wanted, zoom));
      }
      const left = x + (inset.left - width / 2) / zoom;
      const top = y + (inset.top - height / 2) / zoom;
      const dx = shortfall(wanted.x, wanted.w, left, w / zoom);
      const dy = shortfall(wanted.y, wanted.h, top, h / zoom);
      if (dx === 0 && dy === 0) return;
      fitted = false;
      travel({ x: x + dx, y: y + dy, zoom });
    },
    visit(box, zoom) {
      const from = { view, fitted };
      choose();
      const choice = choices;
      const { w, h } = free();
      travel(
        framing(
          { x: box.x + box.w / 2 - w / zoom / 2, y: box.y + box.h / 2 - h / zoom / 2, w: w / zoom, h: h / zoom },
          zoom,
        ),
      );
      return () => {
        if (choices !== choice) return;
        travel(from.view);
        fitted = from.fitted;
      };
    },
    panBy([dx, dy]) {
      take({ ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom });
    },
    zoomBy(factor, at = [width / 2, height / 2]) {
      const zoom = clamp(view.zoom * factor, ZOOM.least, ZOOM.most);
      const [x, y] = camera.toCloth(at);
      const shift = view.zoom / zoom;
      take({ x: x + (view.x - x) * shift, y: y + (view.y - y) * shift, zoom });
    },
    toScreen: ([x, y]) => [(x - view.x) * view.zoom + width / 2, (y - view.y) * view.zoom + height / 2],
    toCloth: ([x, y]) => [(x - width / 2) / view.zoom + view.x, (y - height / 2) / view.zoom + view.y],
    seen: () => ({
      x: view.x - width / 2 / view.zoom,
      y: view.y - height / 2 / view.zoom,
      w: width / view.zoom,
      h: height / view.zoom,
    }),
    resize(w, h) {
      if (w === width && h === height) return;
      width = w;
      height = h;
      if (fitted && !glide) look(wholeView());
      else tell();
    },
    size: () => ({ width, height }),
    setInset(next) {
      inset = next;
      if (fitted && !glide && width > 0) look(wholeView());
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

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

/** A little air round what is shown, mm. */
function padded(box: Box, by = 0.06 * Math.max(box.w, box.h)): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}

/** How far a window must move along one axis to hold a stretch. */
function shortfall(at: number, length: number, window: number, windowLength: number): number {
  if (at < window) return at - window;
  return Math.max(0, at + length - window - windowLength);
}
