import type { Scene } from '../../shared/layout/shapes.ts';
import { layPage, type PageTexts } from '../../shared/scene/page.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { loadClothFont } from '../fonts/cloth-font.ts';
import { isOpaqueAt, type ProvenCanvas, provenCanvas, releaseCanvas } from './canvas-limit.ts';
import { fittingScale, paintingsOf } from './paint-page.ts';
import { withDensity } from './png-density.ts';

/** A3 lying down at 300 dpi, px. */
const A3 = { width: 4_961, height: 3_508, dpi: 300 } as const;
/** A canvas that turned out blank is tried again this much smaller, down to the least. */
const AGAIN = { smaller: 0.7, least: 0.1 } as const;

export interface PngOptions {
  /** 1, 2 or 4 px per mm of the cloth; or `a3`: A3 at 300 dpi with the cloth as large as it fits. */
  readonly size: 1 | 2 | 4 | 'a3';
  readonly texts: PageTexts;
  /** Told the part that is done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

export interface PngPicture {
  readonly blob: Blob;
  /** px */
  readonly width: number;
  readonly height: number;
  /** px per mm of the cloth. */
  readonly scale: number;
  /** Set when this browser could not draw the size that was asked for: the width and height it would have had, px. */
  readonly reduced?: { readonly width: number; readonly height: number };
}

/** When a browser cannot make a picture of any size: out of memory, or canvases are switched off. */
export class PictureFailed extends Error {
  override readonly name = 'PictureFailed';
}

/**
 * The whole cloth as a PNG, from the same shapes as the screen: never cut, and never blank, for every canvas is proven
 * before and looked at after. Throws `PictureFailed` when no picture can be made, and the signal's reason when stopped.
 */
export async function exportPng(scene: Scene, options: PngOptions): Promise<PngPicture> {
  await loadClothFont(wordsOf(scene, options.texts));
  const aspect = options.size === 'a3' ? A3.width / A3.height : null;
  const page = layPage(scene, options.texts, fontMeasure, aspect);
  const scale = options.size === 'a3' ? A3.width / page.box.w : options.size;
  const wished =
    options.size === 'a3'
      ? { width: A3.width, height: A3.height }
      : { width: Math.ceil(page.box.w * scale), height: Math.ceil(page.box.h * scale) };
  for (let part = 1; part >= AGAIN.least; part *= AGAIN.smaller) {
    const proven = provenCanvas(wished.width * part, wished.height * part);
    if (!proven) break;
    const { canvas } = proven;
    try {
      const pxPerMm = fittingScale(page, canvas);
      await paintAll(proven, scene, { pxPerMm, page, options });
      const blob = await finished(proven);
      if (!blob) continue;
      const { width, height } = canvas;
      const whole = width === wished.width && height === wished.height;
      return {
        blob: options.size === 'a3' && whole ? await withDensity(blob, A3.dpi) : blob,
        width,
        height,
        scale: pxPerMm,
        ...(whole ? {} : { reduced: wished }),
      };
    } finally {
      releaseCanvas(canvas);
    }
  }
  throw new PictureFailed('this browser draws no canvas of any useful size');
}

interface Job {
  readonly pxPerMm: number;
  readonly page: ReturnType<typeof layPage>;
  readonly options: PngOptions;
}

async function paintAll(proven: ProvenCanvas, scene: Scene, { pxPerMm, page, options }: Job): Promise<void> {
  const strips = paintingsOf(proven, scene, page, pxPerMm);
  for (const [at, strip] of strips.entries()) {
    options.signal?.throwIfAborted();
    strip();
    options.onProgress?.((at + 1) / (strips.length + 1));
    await breath();
  }
}

/** Lets the page draw, answer and receive before the next strip. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** The painted canvas as a PNG, or null when the browser lost it on the way. */
async function finished({ canvas, ctx }: ProvenCanvas): Promise<Blob | null> {
  const corners = [
    [0, 0],
    [canvas.width - 1, canvas.height - 1],
  ] as const;
  if (!corners.every(([x, y]) => isOpaqueAt(ctx, x, y))) return null;
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Every word on the picture, so that the font's files for all of them are there. */
function wordsOf(scene: Scene, { title, date, atTable, positions, lines }: PageTexts): string {
  return [
    title,
    date,
    atTable,
    ...Object.values(positions),
    ...Object.values(lines),
    ...scene.seats.map(({ label }) => label),
    ...scene.initiative.text.lines,
    ...scene.items.flatMap(({ text }) => text.lines),
  ].join('');
}
