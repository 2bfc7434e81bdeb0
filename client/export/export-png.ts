import type { Scene } from '../../shared/layout/shapes.ts';
import { wordsOnLeaf } from '../../shared/scene/leaf.ts';
import { layPage, type PageTexts } from '../../shared/scene/page.ts';
import type { LaidPage, PictureSize } from '../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { loadClothFont } from '../fonts/cloth-font.ts';
import { type AskedThread, askedThread } from './asked-thread.ts';
import { turnsOfWork } from './breath.ts';
import { type ProvenCanvas, provenCanvas, releaseCanvas } from './canvas-limit.ts';
import { fittingScale, paintingsOf, type Size } from './paint-page.ts';
import { PictureFailed } from './picture-failed.ts';
import type { PngAnswer, PngOrder } from './png/png-worker.ts';

/**
 * A canvas on which a picture is painted piece by piece, px: so many in all, far below the limit of any browser (16.7 million on an
 * iPad), and no wider. One that turned out blank is made this much smaller.
 */
const CANVAS = { area: 4_000_000, side: 8_192, smaller: 0.5 } as const;
/** Painted round a piece and left out, px: where a canvas ends, a curve that it cuts is drawn a trifle different. */
const EDGE = 8;

export interface PngOptions {
  readonly size: PictureSize;
  /** Told the part that is done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

export interface PngPicture extends Size {
  readonly blob: Blob;
  /** px per mm of the cloth. */
  readonly scale: number;
}

/**
 * A page as a PNG, from the same shapes as the screen, of any size: painted band after band on a small canvas, and written in a thread
 * while the next is painted. Never cut, and never blank, for every canvas is proven before and looked at after. Throws `PictureFailed`
 * when no picture can be made, and the signal's reason when stopped.
 */
export async function exportPng(laid: LaidPage, options: PngOptions): Promise<PngPicture> {
  await loadClothFont(wordsOf(laid));
  const { size, signal } = options;
  const whole = pixelsOf(laid, size);
  const worker = new Worker(new URL('./png/png-worker.ts', import.meta.url), { type: 'module' });
  const thread = askedThread<PngOrder, PngAnswer>(worker);
  try {
    const dpi = typeof size === 'object' ? size.dpi : undefined;
    await ask(thread, { kind: 'begin', size: { ...whole, dpi } });
    await paintBands(laid, whole, thread, options);
    const { file: blob } = await ask(thread, { kind: 'end' });
    signal?.throwIfAborted();
    if (!blob) throw new PictureFailed('the picture has no bytes');
    return { blob, ...whole, scale: fittingScale(laid.page, whole) };
  } finally {
    thread.stop();
  }
}

/** The whole of a scene as a PNG with all that stands round it, at so many px per mm. */
export function exportScene(scene: Scene, texts: PageTexts, pxPerMm: number): Promise<PngPicture> {
  const page = layPage(scene, texts, fontMeasure, null);
  return exportPng({ scene, page, colours: 'paper', compared: null, fields: null, leaf: null }, { size: pxPerMm });
}

function pixelsOf({ page: { box } }: LaidPage, size: PictureSize): Size {
  if (typeof size === 'object') return { width: size.width, height: size.height };
  return { width: Math.ceil(box.w * size), height: Math.ceil(box.h * size) };
}

async function ask(thread: AskedThread<PngOrder, PngAnswer>, order: PngOrder, given?: Transferable[]) {
  const answer = await thread.ask(order, given);
  if (answer.failed) throw new PictureFailed('this browser packs no picture');
  return answer;
}

/** Paints band after band, from the top down, and has each written while the next is painted. */
async function paintBands(
  laid: LaidPage,
  whole: Size,
  thread: AskedThread<PngOrder, PngAnswer>,
  { onProgress, signal }: PngOptions,
): Promise<void> {
  let area: number = CANVAS.area;
  let sheet = sheetFor(whole, area);
  let written: Promise<unknown> = Promise.resolve();
  try {
    for (let top = 0; top < whole.height; ) {
      const height = Math.min(sheet.canvas.height - 2 * EDGE, whole.height - top);
      const told = (part: number) => onProgress?.((top + part * height) / (whole.height + 1));
      const parts = await paintBand(laid, whole, sheet, { top, height, told, signal });
      if (!parts) {
        releaseCanvas(sheet.canvas);
        area *= CANVAS.smaller;
        sheet = sheetFor(whole, area);
        continue;
      }
      await written;
      const pixels = parts.map((part) => part.pixels);
      written = ask(thread, { kind: 'rows', parts }, pixels);
      // It is waited for further on; nobody would hear of it when this is stopped before.
      written.catch(() => undefined);
      top += height;
    }
    await written;
  } finally {
    releaseCanvas(sheet.canvas);
  }
}

function sheetFor({ width, height }: Size, area: number): ProvenCanvas {
  const across = Math.min(width + 2 * EDGE, CANVAS.side, area);
  const proven = provenCanvas(across, Math.min(height + 2 * EDGE, Math.floor(area / across)), true);
  if (!proven || Math.min(proven.canvas.width, proven.canvas.height) < 4 * EDGE)
    throw new PictureFailed('this browser draws no canvas of any useful size');
  return proven;
}

interface Band {
  readonly top: number;
  readonly height: number;
  readonly told: (part: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** The pixels of whole rows, in parts side by side where a canvas is narrower than they are; null when the browser lost what was painted. */
async function paintBand(laid: LaidPage, whole: Size, sheet: ProvenCanvas, { top, height, told, signal }: Band) {
  const { canvas, ctx } = sheet;
  const pxPerMm = fittingScale(laid.page, whole);
  const parts: { readonly width: number; readonly pixels: ArrayBuffer }[] = [];
  const turn = turnsOfWork();
  const across = canvas.width - 2 * EDGE;
  for (let left = 0; left < whole.width; left += across) {
    const width = Math.min(across, whole.width - left);
    const strips = paintingsOf(sheet, laid, pxPerMm, { of: whole, left: left - EDGE, top: top - EDGE });
    for (const [at, strip] of strips.entries()) {
      signal?.throwIfAborted();
      strip();
      // Browsers put drawing off until somebody looks: all of it at once would hold up the page.
      ctx.getImageData(0, 0, 1, 1);
      told((left + (width * (at + 1)) / strips.length) / whole.width);
      await turn();
    }
    const { data } = ctx.getImageData(EDGE, EDGE, width, height);
    if (data[3] !== 255 || data.at(-1) !== 255) return null;
    parts.push({ width, pixels: data.buffer as ArrayBuffer });
  }
  return parts;
}

/** Every word on the picture, so that the font's files for all of them are there. */
export function wordsOf({ scene, page, fields, leaf }: LaidPage): string {
  const inFields = fields && [
    ...fields.hub.lines,
    ...fields.chips.flatMap(({ words }) => words.lines),
    ...fields.heads.map(({ word }) => word.text),
    fields.waiting?.text ?? '',
  ];
  return [
    ...(inFields ?? []),
    ...(leaf ? wordsOnLeaf(leaf) : []),
    ...page.labels.map(({ text }) => text),
    ...scene.seats.map(({ label }) => label),
    ...scene.initiative.text.lines,
    ...scene.items.flatMap(({ text }) => text.lines),
  ].join('');
}
