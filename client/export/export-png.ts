import type { Scene } from '../../shared/layout/shapes.ts';
import { wordsOnLeaf } from '../../shared/scene/leaf.ts';
import { layPage, type PageTexts } from '../../shared/scene/page.ts';
import type { LaidPage, PictureSize } from '../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { loadClothFont } from '../fonts/cloth-font.ts';
import { isOpaqueAt, type ProvenCanvas, provenCanvas, releaseCanvas } from './canvas-limit.ts';
import { fittingScale, paintingsOf } from './paint-page.ts';
import { withDensity } from './png-density.ts';

/** A canvas that turned out blank is tried again this much smaller, down to the least. */
const AGAIN = { smaller: 0.7, least: 0.1 } as const;

export interface PngOptions {
  readonly size: PictureSize;
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
 * A page as a PNG, from the same shapes as the screen: never cut, and never blank, for every canvas is proven
 * before and looked at after. Throws `PictureFailed` when no picture can be made, and the signal's reason when stopped.
 */
export async function exportPng(laid: LaidPage, options: PngOptions): Promise<PngPicture> {
  await loadClothFont(wordsOf(laid));
  const { box } = laid.page;
  const { size } = options;
  const wished =
    typeof size === 'number'
      ? { width: Math.ceil(box.w * size), height: Math.ceil(box.h * size) }
      : { width: size.width, height: size.height };
  for (let part = 1; part >= AGAIN.least; part *= AGAIN.smaller) {
    const proven = provenCanvas(wished.width * part, wished.height * part);
    if (!proven) break;
    const { canvas } = proven;
    try {
      const pxPerMm = fittingScale(laid.page, canvas);
      await paintAll(proven, laid, pxPerMm, options);
      const blob = await finished(proven);
      if (!blob) continue;
      const { width, height } = canvas;
      const whole = width === wished.width && height === wished.height;
      return {
        blob: typeof size === 'object' && whole ? await withDensity(blob, size.dpi) : blob,
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

/** The whole of a scene as a PNG with all that stands round it, at so many px per mm. */
export function exportScene(scene: Scene, texts: PageTexts, pxPerMm: number): Promise<PngPicture> {
  const page = layPage(scene, texts, fontMeasure, null);
  return exportPng({ scene, page, colours: 'paper', compared: null, fields: null, leaf: null }, { size: pxPerMm });
}

async function paintAll(proven: ProvenCanvas, laid: LaidPage, pxPerMm: number, options: PngOptions): Promise<void> {
  const strips = paintingsOf(proven, laid, pxPerMm);
  for (const [at, strip] of strips.entries()) {
    options.signal?.throwIfAborted();
    strip();
    options.onProgress?.((at + 1) / (strips.length + 1));
    await breath();
  }
}

/** Lets the page draw, answer and receive before the next strip. */
export function breath(): Promise<void> {
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
