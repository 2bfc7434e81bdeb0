import { type Box, cornersOf, grow, overlaps, polygonBox } from '../../../shared/layout/box.ts';
import { shortTurn } from '../../../shared/layout/turn.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { type CameraView, placeOnCloth, placeOnScreen } from '../camera/camera-view.ts';
import { Pane } from './pane.ts';
import { pixelRatio } from './pixel-ratio.ts';
import { StillCopy } from './still-copy.ts';

/** Draws the parts of the cloth that meet these boxes (mm) on a context whose unit is the mm. */
export type PaintRegions = (ctx: CanvasRenderingContext2D, regions: readonly Box[], pxPerMm: number) => void;

/** The picture reaches past the canvas by this part of its size at each side, so that a pan has something to show. */
const MARGIN = { part: 0.25, most: 480 } as const;
/** A stretched picture is good enough for the eye in motion within these; past them it is drawn anew at once. */
const STRETCH = { least: 0.5, most: 2 } as const;
/** What lies outside a shape's box but belongs to it: soft edges, wobbly strokes. mm. */
const BLEED = 8;
/** Rounding of places, px. */
const EPSILON = 1e-6;
/** More than this part of the picture to repaint: then all of it, in one sweep. */
const SWEEP_FROM = 0.6;

/**
 * The resting part of the cloth as one picture, somewhat larger than the canvas. While the camera moves the picture is
 * only shifted and stretched by CSS, which costs the main thread nothing; it is drawn anew when the hand rests, or when
 * the camera leaves it. Small changes repaint their own spot.
 */
export class Picture {
  readonly #frame = document.createElement('div');
  readonly #drawing = document.createElement('div');
  readonly #pane = new Pane(this.#drawing);
  readonly #copy: StillCopy;
  readonly #paint: PaintRegions;
  #width = 0;
  #height = 0;
  #margin = { x: 0, y: 0 };
  /** Where the camera stood when the picture was drawn; null before the first time. */
  #drawn: CameraView | null = null;
  /** The view that the picture was last shifted to; null when it is due to be. */
  #followed: CameraView | null = null;
  /** What the next draw paints, px of the picture as it was drawn; null for everything. */
  #regions: readonly Box[] | null = null;

  constructor(host: HTMLElement, paint: PaintRegions) {
    this.#paint = paint;
    Object.assign(this.#frame.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      transformOrigin: '0 0',
      willChange: 'transform',
      pointerEvents: 'none',
    });
    host.append(this.#frame);
    this.#copy = new StillCopy(this.#frame, this.#drawing);
  }

  resize(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
    this.#margin = {
      x: Math.min(MARGIN.most, Math.round(width * MARGIN.part)),
      y: Math.min(MARGIN.most, Math.round(height * MARGIN.part)),
    };
    this.#pane.resize(width + 2 * this.#margin.x, height + 2 * this.#margin.y);
    this.#drawn = null;
  }

  /** Follows the camera without drawing. False when the picture does not reach: then `redraw` is due. */
  follow(camera: CameraView): boolean {
    const drawn = this.#drawn;
    if (!drawn) return false;
    if (camera === this.#followed) return true;
    const stretch = camera.zoom / drawn.zoom;
    if (stretch < STRETCH.least || stretch > STRETCH.most || !this.#covers(drawn, camera)) return false;
    this.#shift(drawn, camera);
    return true;
  }

  /** Whether the picture was drawn for exactly this view, so that it is as sharp as it can be. */
  isSharp({ x, y, zoom, turn }: CameraView): boolean {
    const drawn = this.#drawn;
    return drawn !== null && drawn.x === x && drawn.y === y && drawn.zoom === zoom && drawn.turn === turn;
  }

  /** Draws all of it for this view. */
  redraw(camera: CameraView): void {
    this.#drawn = camera;
    this.#regions = null;
    this.#show();
    this.#shift(camera, camera);
  }

  /** Draws again what meets these boxes (mm), where they are in the picture. */
  repaint(boxes: readonly Box[]): void {
    const drawn = this.#drawn;
    if (!drawn) return;
    const whole = this.#whole();
    const regions = boxes
      .map((box) => wholePixels(this.#inPicture(grow(box, BLEED), drawn)))
      .filter((box) => overlaps(box, whole));
    if (regions.length === 0) return;
    const area = regions.reduce((sum, box) => sum + common(box, whole), 0);
    this.#regions = area > SWEEP_FROM * whole.w * whole.h ? null : regions;
    this.#show();
  }

  destroy(): void {
    this.#copy.destroy();
    this.#pane.destroy();
    this.#frame.remove();
  }

  #show(): void {
    this.#pane.draw((ctx) => this.#draw(ctx));
    const [width, height] = [this.#width + 2 * this.#margin.x, this.#height + 2 * this.#margin.y];
    this.#copy.show(this.#pane.canvas, width, height);
  }

  #draw(ctx: CanvasRenderingContext2D): void {
    const view = this.#drawn;
    if (!view) return;
    const regions = this.#regions ?? [this.#whole()];
    // Cleared and clipped in whole pixels, whichever way the cloth is turned.
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.beginPath();
    for (const { x, y, w, h } of regions) ctx.rect(x, y, w, h);
    ctx.clip();
    for (const { x, y, w, h } of regions) ctx.clearRect(x, y, w, h);
    const scale = view.zoom * pixelRatio();
    const [left, top] = this.#onPicture([0, 0], view);
    const [cos, sin] = [scale * Math.cos(view.turn), scale * Math.sin(view.turn)];
    ctx.setTransform(cos, sin, -sin, cos, left, top);
    const boxes = regions.map((region) => this.#onCloth(region, view));
    this.#paint(ctx, boxes, scale);
  }

  #size(): { readonly width: number; readonly height: number } {
    return { width: this.#width, height: this.#height };
  }

  /** All of the picture, px of its own. */
  #whole(): Box {
    const ratio = pixelRatio();
    return {
      x: 0,
      y: 0,
      w: Math.ceil((this.#width + 2 * this.#margin.x) * ratio),
      h: Math.ceil((this.#height + 2 * this.#margin.y) * ratio),
    };
  }

  /** Where a point of the cloth (mm) is in a picture drawn from a view, px of the picture. */
  #onPicture(point: Point, view: CameraView): Point {
    const [x, y] = placeOnScreen(point, view, this.#size());
    const ratio = pixelRatio();
    return [(x + this.#margin.x) * ratio, (y + this.#margin.y) * ratio];
  }

  /** The least upright box round a box of the cloth (mm) in the picture, px. */
  #inPicture(box: Box, view: CameraView): Box {
    return polygonBox(cornersOf(box).map((corner) => this.#onPicture(corner, view)));
  }

  /** The least box on the cloth (mm) that holds a box of the picture (px). */
  #onCloth(box: Box, view: CameraView): Box {
    const ratio = pixelRatio();
    const corners = cornersOf(box).map(([x, y]): Point => [x / ratio - this.#margin.x, y / ratio - this.#margin.y]);
    return polygonBox(corners.map((corner) => placeOnCloth(corner, view, this.#size())));
  }

  /** Whether a picture drawn from one view holds all that another shows. */
  #covers(drawn: CameraView, camera: CameraView): boolean {
    const [x, y] = [this.#margin.x, this.#margin.y];
    const { width, height } = this.#size();
    return cornersOf({ x: 0, y: 0, w: width, h: height }).every((corner) => {
      const [left, top] = placeOnScreen(placeOnCloth(corner, camera, this.#size()), drawn, this.#size());
      return left >= -x - EPSILON && top >= -y - EPSILON && left <= width + x + EPSILON && top <= height + y + EPSILON;
    });
  }

  #shift(drawn: CameraView, camera: CameraView): void {
    this.#followed = camera;
    const stretch = camera.zoom / drawn.zoom;
    const turn = shortTurn(camera.turn - drawn.turn);
    const origin = placeOnCloth([-this.#margin.x, -this.#margin.y], drawn, this.#size());
    const [left, top] = placeOnScreen(origin, camera, this.#size());
    // Whole device pixels, or a resting picture would be resampled and its words blurred.
    const still = stretch === 1 && turn === 0;
    const ratio = pixelRatio();
    const [x, y] = still ? [Math.round(left * ratio) / ratio, Math.round(top * ratio) / ratio] : [left, top];
    this.#frame.style.transform = `translate(${x}px, ${y}px) rotate(${turn}rad) scale(${stretch})`;
  }
}

/**
 * A box grown to whole pixels: clearing and painting the half of a pixel would leave a seam through which the table
 * shows.
 */
function wholePixels({ x, y, w, h }: Box): Box {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top };
}

/** Area that two boxes share. */
function common(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return Math.max(0, w) * Math.max(0, h);
}
