import type { Page } from 'playwright-core';

export type { Automation } from '../../client/canvas/board/automation.ts';

import type { CameraView } from '../../client/canvas/camera/camera-view.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';

/** The address of a cloth with the automation handle on: the query goes before the key in the fragment. */
export function automated(url: string): string {
  const address = new URL(url);
  address.searchParams.set('automation', '');
  return address.href;
}

/** What the cloth on a page looks like now, or null while it is not open yet. */
export function snapshotOn(page: Page): Promise<ClothSnapshot | null> {
  return page.evaluate(() => window.tafelkleed?.snapshot() ?? null);
}

/** The words of everything on the cloth of a page, sorted; empty while it is not open yet. */
export async function wordsOn(page: Page): Promise<string[]> {
  return ((await snapshotOn(page))?.items ?? []).map((item) => item.text).sort();
}

/** What part of the cloth a page shows, or null while it is not open yet. */
export function viewOn(page: Page): Promise<CameraView | null> {
  return page.evaluate(() => window.tafelkleed?.camera.get() ?? null);
}
