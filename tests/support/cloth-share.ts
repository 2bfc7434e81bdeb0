import type { Page } from 'playwright-core';
import { layTable } from '../../shared/layout/table.ts';
import { snapshotOn } from './automation.ts';

/**
 * Which part of the screen is cloth: the sheet as it is drawn there, without what lies under anything that is not see-through, by
 * the area of the screen. From 0 to 1, looked at every few px.
 */
export async function clothShare(page: Page): Promise<number> {
  const snapshot = await snapshotOn(page);
  if (!snapshot) throw new Error('No cloth is open on this page.');
  return page.evaluate(shareOf, layTable(snapshot).sheet.box);
}

/** Runs in the page, so it stands by itself. */
function shareOf(sheet: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): number {
  const STEP = 4;
  const view = window.tafelkleed?.camera.get();
  if (!view) throw new Error('no cloth to look at');
  const isOpaque = (element: Element) => {
    const { backgroundColor, backgroundImage, opacity, visibility } = getComputedStyle(element);
    if (visibility === 'hidden' || Number(opacity) < 0.1) return false;
    return backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
  };
  const main = document.querySelector('main');
  const papers = [...document.querySelectorAll('body *')]
    .filter((element) => !element.contains(main) && !main?.contains(element) && isOpaque(element))
    .map((element) => element.getBoundingClientRect());
  const [cos, sin] = [Math.cos(view.turn), Math.sin(view.turn)];
  let seen = 0;
  let all = 0;
  for (let y = STEP / 2; y < innerHeight; y += STEP) {
    for (let x = STEP / 2; x < innerWidth; x += STEP) {
      all++;
      const [dx, dy] = [(x - innerWidth / 2) / view.zoom, (y - innerHeight / 2) / view.zoom];
      const [across, down] = [view.x + dx * cos + dy * sin - sheet.x, view.y - dx * sin + dy * cos - sheet.y];
      if (across < 0 || down < 0 || across > sheet.w || down > sheet.h) continue;
      if (!papers.some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom)) seen++;
    }
  }
  return seen / all;
}
