import { type Box, grow, overlaps } from '../../shared/geometry/box.ts';
import type { CameraView } from './camera.ts';
import { KonvaLayer, pixelRatio, stageOf } from './konva-layer.ts';

/** Draws the parts of the cloth that meet these boxes (mm) on a context whose unit is the mm. */
export type PaintRegions = (ctx: CanvasRenderingContext2D, regions: readonly Box[], pxPerMm: number) => void;

/** The picture reaches past the canvas by this part of its size at each side, so that a pan has something to show. */
const MARGIN = { part: 0.25, most: 480 } as const;
/** A stretched picture is good enough for the eye in motion within these; past them it is drawn anew at once. */
const STRETCH = { least: 0.5, most: 2 } as const;
/** What lies outside a shape's box but belongs to it: soft edges, wobbly strokes. mm. */
const BLEED = 8;
/** More than this part of the picture to repaint: then all of it, in one sweep. */
const SWEEP_FROM = 0.6;

/**
 * The resting part of the cloth as one picture, somewhat larger than the canvas. While the camera moves the picture is
 * only shifted and stretched by CSS, which costs the main thread nothing; it is drawn anew when the hand rests, or when
 * the camera leaves it. Small changes repaint their own spot.
 */
export class Picture {
  readonly #frame = document.createElement('div');
  readonly #layer = new KonvaLayer((ctx) => this.#draw(ctx), true);
  readonly #stage: ReturnType<typeof stageOf>;
  readonly #paint: PaintRegions;
  #width = 0;
  #height = 0;
  #margin = { x: 0, y: 0 };
  /** Where the camera stood when the picture was drawn; null before the first time. */
  #drawn: CameraView | null = null;
  /** What the next draw paints; null for everything. */
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
    this.#stage = stageOf(this.#frame, [this.#layer]);
  }

  resize(width: number, height: number): void {
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    this.#margin = {
      x: Math.min(MARGIN.most, Math.round(width * MARGIN.part)),
      y: Math.min(MARGIN.most, Math.round(height * MARGIN.part)),
    };
    this.#stage.resize(width + 2 * this.#margin.x, height + 2 * this.#margin.y);
    this.#drawn = null;
  }

  /** Follows the camera without drawing. False when the picture does not reach: then `redraw` is due. */
  follow(camera: CameraView): boolean {
    const drawn = this.#drawn;
    if (!drawn) return false;
    const stretch = camera.zoom / drawn.zoom;
    if (
      stretch < STRETCH.least ||
      stretch > STRETCH.most ||
      !holds(this.#reach(drawn, true), this.#reach(camera, false))
    ) {
      return false;
    }
    this.#shift(drawn, camera);
    return true;
  }

  /** Whether the picture was drawn for exactly this view, so that it is as sharp as it can be. */
  isSharp({ x, y, zoom }: CameraView): boolean {
    const drawn = this.#drawn;
    return drawn !== null && drawn.x === x && drawn.y === y && drawn.zoom === zoom;
  }

  /** Draws all of it for this view. */
  redraw(camera: CameraView): void {
    this.#drawn = camera;
    this.#regions = null;
    this.#layer.draw();
    this.#shift(camera, camera);
  }

  /** Draws again what meets these boxes (mm), where they are in the picture. */
  repaint(boxes: readonly Box[]): void {
    const drawn = this.#drawn;
    if (!drawn) return;
    const reach = this.#reach(drawn, true);
    const regions = boxes
      .map((box) => wholePixels(grow(box, BLEED), reach, drawn.zoom * pixelRatio()))
      .filter((box) => overlaps(box, reach));
    if (regions.length === 0) return;
    const area = regions.reduce((sum, box) => sum + common(box, reach), 0);
    this.#regions = area > SWEEP_FROM * reach.w * reach.h ? null : regions;
    this.#layer.draw();
  }

  destroy(): void {
    this.#stage.destroy();
    this.#frame.remove();
  }

  #draw(ctx: CanvasRenderingContext2D): void {
    const view = this.#drawn;
    if (!view) return;
    const scale = view.zoom * pixelRatio();
    const reach = this.#reach(view, true);
    ctx.setTransform(scale, 0, 0, scale, -reach.x * scale, -reach.y * scale);
    const regions = this.#regions ?? [reach];
    ctx.beginPath();
    for (const { x, y, w, h } of regions) ctx.rect(x, y, w, h);
    ctx.clip();
    for (const { x, y, w, h } of regions) ctx.clearRect(x, y, w, h);
    this.#paint(ctx, regions, scale);
  }

  /** What a view shows of the cloth, mm: on the canvas, or on the picture with its margins. */
  #reach({ x, y, zoom }: CameraView, margins: boolean): Box {
    const w = (this.#width + (margins ? 2 * this.#margin.x : 0)) / zoom;
    const h = (this.#height + (margins ? 2 * this.#margin.y : 0)) / zoom;
    return { x: x - w / 2, y: y - h / 2, w, h };
  }

  #shift(drawn: CameraView, camera: CameraView): void {
    const stretch = camera.zoom / drawn.zoom;
    const at = this.#reach(drawn, true);
    const seen = this.#reach(camera, false);
    const left = (at.x - seen.x) * camera.zoom;
    const top = (at.y - seen.y) * camera.zoom;
    // Whole device pixels, or a resting picture would be resampled and its words blurred.
    const ratio = stretch === 1 ? pixelRatio() : 1;
    const [x, y] = stretch === 1 ? [Math.round(left * ratio) / ratio, Math.round(top * ratio) / ratio] : [left, top];
    this.#frame.style.transform = `translate(${x}px, ${y}px) scale(${stretch})`;
  }
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

/**
 * A box grown to whole pixels of a picture that begins at `origin`: clearing and painting the half of a pixel would leave
 * a seam through which the table shows. Scale in px per mm.
 */
function wholePixels({ x, y, w, h }: Box, origin: Box, scale: number): Box {
  const left = Math.floor((x - origin.x) * scale) / scale;
  const top = Math.floor((y - origin.y) * scale) / scale;
  const right = Math.ceil((x + w - origin.x) * scale) / scale;
  const bottom = Math.ceil((y + h - origin.y) * scale) / scale;
  return { x: origin.x + left, y: origin.y + top, w: right - left, h: bottom - top };
}

/** Area that two boxes share. */
function common(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return Math.max(0, w) * Math.max(0, h);
}
