import type { Page } from 'playwright-core';
import type { ClothSnapshot } from '../../shared/cloth/snapshot.ts';

/** What a page opened with `?automation` offers to scripts: it reads, looks and exports, and never edits. */
export interface Automation {
  snapshot(): ClothSnapshot;
  screenOf(id: string): { x: number; y: number; w: number; h: number } | null;
  selection(): string[];
  readonly camera: {
    get(): { x: number; y: number; zoom: number };
    set(view: { x: number; y: number; zoom: number }): void;
    fit(): void;
  };
  exportPng(scale: number): Promise<{ width: number; height: number; bytes: Uint8Array }>;
}

/** The address of a cloth with the automation handle on: the query goes before the key in the fragment. */
export function automated(url: string): string {
  const address = new URL(url);
  address.searchParams.set('automation', '');
  return address.href;
}

/** What the cloth on a page looks like now, or null while it is not open yet. */
export function snapshotOn(page: Page): Promise<ClothSnapshot | null> {
  return page.evaluate(() => (window as { tafelkleed?: Automation }).tafelkleed?.snapshot() ?? null);
}

/** The words of everything on the cloth of a page, sorted; empty while it is not open yet. */
export async function wordsOn(page: Page): Promise<string[]> {
  return ((await snapshotOn(page))?.items ?? []).map((item) => item.text).sort();
}
