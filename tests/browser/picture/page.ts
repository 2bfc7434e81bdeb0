import { LiveTies } from '../../../client/canvas/layers/live-ties.ts';
import { Liveness } from '../../../client/canvas/layers/liveness.ts';
import { restingLayer } from '../../../client/canvas/layers/resting-layer.ts';
import { layGrain } from '../../../client/canvas/stage/paper-grain.ts';
import { SceneIndex } from '../../../client/canvas/stage/scene-index.ts';
import { provenCanvas } from '../../../client/export/canvas-limit.ts';
import { exportPng, type PngOptions } from '../../../client/export/export-png.ts';
import { paintingsOf } from '../../../client/export/paint-page.ts';
import { loadClothFont } from '../../../client/fonts/cloth-font.ts';
import type { ItemShape, Scene } from '../../../shared/layout/shapes.ts';
import { clothStrips } from '../../../shared/paint/cloth.ts';
import { paintItems } from '../../../shared/paint/items.ts';
import { clothFont, prepareWords } from '../../../shared/paint/words.ts';
import type { LaidPage } from '../../../shared/scene/page-choice.ts';
import type { FontWeight } from '../../../shared/text/text-measure.ts';

/** What a test asks of the drawing code inside a real browser. Lengths in mm, pictures in px. */
const drawing = {
  loadClothFont,

  /** How wide this browser draws each line, set up as the painters do. */
  widths(lines: readonly string[], size: number, weight: FontWeight): number[] {
    const { ctx } = canvasOf(1, 1);
    prepareWords(ctx);
    ctx.font = clothFont(size, weight);
    return lines.map((line) => ctx.measureText(line).width);
  },

  /** How many pixels of an item, drawn alone, lie farther outside its extent than a hand strays. */
  strayPixels(item: ItemShape): number {
    const { x, y, w, h } = item.extent;
    const margin = 60;
    const air = 4;
    const { canvas, ctx } = canvasOf(w + 2 * margin, h + 2 * margin);
    ctx.setTransform(1, 0, 0, 1, margin - x, margin - y);
    paintItems(ctx, [item], { pxPerMm: 1 });
    const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
    let stray = 0;
    for (let at = 3; at < data.length; at += 4) {
      if ((data[at] ?? 0) < 24) continue;
      const [column, row] = [((at - 3) / 4) % canvas.width, Math.floor((at - 3) / 4 / canvas.width)];
      const inside = column > margin - air && column < margin + w + air && row > margin - air && row < margin + h + air;
      if (!inside) stray++;
    }
    return stray;
  },

  /** How many pixels differ between a cloth as a screen at rest draws it and as a picture of it is painted. */
  differing(scene: Scene): number {
    const { box } = scene.sheet;
    const air = 40;
    const draw = (paint: (ctx: CanvasRenderingContext2D) => void) => {
      const { canvas, ctx } = canvasOf(box.w + 2 * air, box.h + 2 * air);
      ctx.setTransform(1, 0, 0, 1, air - box.x, air - box.y);
      paint(ctx);
      return ctx.getImageData(0, 0, canvas.width, canvas.height).data;
    };
    const onScreen = draw((ctx) => {
      const index = new SceneIndex();
      index.update(scene);
      const liveness = new Liveness(index);
      const all = { x: box.x - air, y: box.y - air, w: box.w + 2 * air, h: box.h + 2 * air };
      restingLayer(index, liveness, new LiveTies(index, liveness, () => false))(ctx, [all], 1);
    });
    const asPicture = draw((ctx) => {
      for (const strip of clothStrips(ctx, scene, { pxPerMm: 1, grain: (sheet) => layGrain(ctx, sheet) })) strip();
    });
    let differing = 0;
    for (let at = 0; at < onScreen.length; at += 4) {
      if ([0, 1, 2, 3].some((part) => onScreen[at + part] !== asPicture[at + part])) differing++;
    }
    return differing;
  },

  /** The size of the canvas that this browser proves to draw when asked for one of this size. */
  proven(width: number, height: number): { width: number; height: number } | null {
    const proven = provenCanvas(width, height);
    return proven && { width: proven.canvas.width, height: proven.canvas.height };
  },

  /** A picture with the progress that was told, and how often the page got a moment for itself meanwhile. */
  async picture(laid: LaidPage, options: Pick<PngOptions, 'size'>) {
    const progress: number[] = [];
    let moments = 0;
    const count = setInterval(() => moments++, 0);
    const picture = await exportPng(laid, { ...options, onProgress: (part) => progress.push(part) });
    clearInterval(count);
    const { width, height, scale } = picture;
    return { width, height, scale, base64: await base64Of(picture.blob), progress, moments };
  },

  /**
   * A picture in a browser that draws no canvas of more than so many px, nor wider, and how many of its pixels differ from those
   * of the same on one canvas: at all, and by more than the eye sees.
   */
  async banded(laid: LaidPage, options: Pick<PngOptions, 'size'>, most: { area: number; side: number }) {
    const { prototype } = CanvasRenderingContext2D;
    const { getImageData } = prototype;
    prototype.getImageData = function (...args: Parameters<typeof getImageData>) {
      const { width, height } = this.canvas;
      const drawn = width * height <= most.area && width <= most.side;
      return drawn ? getImageData.apply(this, args) : new ImageData(args[2], args[3]);
    };
    const { blob, width, height, scale } = await exportPng(laid, options);
    prototype.getImageData = getImageData;
    const { canvas, ctx } = canvasOf(width, height);
    for (const strip of paintingsOf({ canvas, ctx }, laid, scale)) strip();
    const one = ctx.getImageData(0, 0, width, height).data;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(await createImageBitmap(blob), 0, 0);
    const other = ctx.getImageData(0, 0, width, height).data;
    const by = one.map((value, at) => Math.abs(value - (other[at] ?? 0)));
    const count = (least: number) => by.reduce((sum, far) => sum + (far >= least ? 1 : 0), 0);
    return { base64: await base64Of(blob), apart: count(1), far: count(48) };
  },

  /** The name of what is thrown when a picture is stopped after its first strip. */
  async stopped(laid: LaidPage, options: Pick<PngOptions, 'size'>): Promise<string> {
    const stop = new AbortController();
    try {
      await exportPng(laid, { ...options, signal: stop.signal, onProgress: () => stop.abort() });
      return 'not stopped';
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
  },
};

/** Bytes as text, for that is how they get out of a browser quickly. */
function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width);
  canvas.height = Math.ceil(height);
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('this browser has no canvas');
  return { canvas, ctx };
}

declare global {
  interface Window {
    drawing: typeof drawing;
  }
}
window.drawing = drawing;
