import { layPage, type PageTexts } from '../../shared/scene/page.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { fontMeasure } from '../../shared/scene/text-measure.ts';
import type { PaintOptions } from '../canvas/paint/ctx.ts';
import { paintInitiative } from '../canvas/paint/initiative.ts';
import { paintItems } from '../canvas/paint/items.ts';
import { paintPage } from '../canvas/paint/page.ts';
import { paintSeats } from '../canvas/paint/seats.ts';
import { paintSheet } from '../canvas/paint/sheet.ts';
import { paintTies } from '../canvas/paint/ties.ts';
import { loadClothFont } from '../fonts/cloth-font.ts';
import { isOpaqueAt, type ProvenCanvas, provenCanvas, releaseCanvas } from './canvas-limit.ts';
import { withDensity } from './png-density.ts';

/** A3 lying down at 300 dpi, px. */
const A3 = { width: 4_961, height: 3_508, dpi: 300 } as const;
/** Shapes painted before the page gets a moment for its own work. */
const STRIP = 150;
/** The sheet's paper grain is this many mm wide on a picture. */
const GRAIN_MM = 1.1;
/** On a white page the cloth's shadow is fainter than on the dark table. */
const SHADOW_ON_PAGE = 0.45;
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
      const pxPerMm = Math.min(canvas.width / page.box.w, canvas.height / page.box.h);
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

async function paintAll({ ctx, canvas }: ProvenCanvas, scene: Scene, { pxPerMm, page, options }: Job): Promise<void> {
  const { box } = page;
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const spare = [canvas.width - box.w * pxPerMm, canvas.height - box.h * pxPerMm] as const;
  ctx.setTransform(pxPerMm, 0, 0, pxPerMm, spare[0] / 2 - box.x * pxPerMm, spare[1] / 2 - box.y * pxPerMm);
  const paint: PaintOptions = { pxPerMm };
  const strips: (() => void)[] = [
    () => paintPage(ctx, page, paint),
    () =>
      paintSheet(ctx, scene.sheet, {
        ...paint,
        grain: Math.max(1, Math.round(pxPerMm * GRAIN_MM)),
        shadow: SHADOW_ON_PAGE,
      }),
    () => paintSeats(ctx, scene.seats, paint),
    ...stripsOf(scene.ties).map((ties) => () => paintTies(ctx, ties, paint)),
    () => paintInitiative(ctx, scene.initiative, paint),
    ...stripsOf(scene.items).map((items) => () => paintItems(ctx, items, paint)),
  ];
  for (const [at, strip] of strips.entries()) {
    options.signal?.throwIfAborted();
    strip();
    options.onProgress?.((at + 1) / (strips.length + 1));
    await breath();
  }
}

function stripsOf<T>(shapes: readonly T[]): T[][] {
  const strips: T[][] = [];
  for (let at = 0; at < shapes.length; at += STRIP) strips.push(shapes.slice(at, at + STRIP));
  return strips;
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
