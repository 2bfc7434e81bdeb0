import type { Box } from '../../../shared/layout/box.ts';
import type { Growth, Shot } from '../../../shared/method/growth.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import {
  type FilmTexts,
  filmBounds,
  filmLaid,
  type StretchScenes,
  stillScene,
} from '../../../shared/scene/growth-scene.ts';
import type { LaidPage } from '../../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { loadClothFont } from '../../fonts/cloth-font.ts';
import { breath } from '../breath.ts';
import { wordsOf } from '../export-png.ts';
import { fittingScale, paintingsOf } from '../paint-page.ts';

/** A film of a cloth, ready to be played or made: its scenes are there, and the letters of all its words. */
export interface Film {
  readonly growth: Growth;
  readonly shots: readonly Shot[];
  readonly scenes: readonly StretchScenes[];
  readonly bounds: Box;
  /** The words round each shot. */
  readonly texts: (shot: Shot) => FilmTexts;
}

/** Makes the scenes of all stretches, one at a time, so that the page can draw between two. */
export async function scenesOf({ stretches }: Growth, signal: AbortSignal): Promise<readonly StretchScenes[]> {
  const scenes: StretchScenes[] = [];
  for (const { cloth } of stretches) {
    await breath();
    signal.throwIfAborted();
    scenes.push({ scene: buildScene(cloth, fontMeasure), before: scenes.at(-1)?.scene ?? null });
  }
  return scenes;
}

export function boundsOf(scenes: readonly StretchScenes[]): Box {
  return filmBounds(scenes.map(({ scene }) => scene));
}

/** One shot as a page that is ready to be painted. */
export function shotPage({ growth, shots, scenes, bounds, texts }: Film, nth: number): LaidPage {
  const shot = shots[nth];
  const stretch = shot && growth.stretches[shot.still.stretch];
  const drawn = shot && scenes[shot.still.stretch];
  if (!shot || !stretch || !drawn) throw new RangeError(`this film has no shot ${nth}`);
  const scene = stillScene(drawn, stretch, shot.still);
  return filmLaid(scene, bounds, texts(shot), fontMeasure);
}

/** The canvas of a picture, and what draws on it. */
export interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
}

/** A canvas of so many px that nobody sees; `read`: its pixels are asked for often. Null where the browser has none. */
export function newSheet(width: number, height: number, read = false): Sheet | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d', { willReadFrequently: read });
  return ctx && { canvas, ctx };
}

/** Paints one shot over the whole of a sheet, strip by strip. False when it was stopped on the way. */
export async function paintShot(film: Film, nth: number, sheet: Sheet, signal: AbortSignal): Promise<boolean> {
  const laid = shotPage(film, nth);
  await loadClothFont(wordsOf(laid));
  sheet.ctx.setTransform(1, 0, 0, 1, 0, 0);
  for (const strip of paintingsOf(sheet, laid, fittingScale(laid.page, sheet.canvas))) {
    if (signal.aborted) return false;
    strip();
    await breath();
  }
  sheet.ctx.setTransform(1, 0, 0, 1, 0, 0);
  return !signal.aborted;
}
