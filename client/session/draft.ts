import type { DeviceStorage } from './device-storage.ts';

/** More than this is no half-written thought, and a page that is left waits for it to be kept. UTF-16 units. */
const MOST = 20_000;

/** What stood in a cloth's capture bar on this device, not laid yet; empty for nothing. */
export function readDraft(storage: DeviceStorage, cloth: string): string {
  return storage.get(storedAs(cloth)) ?? '';
}

/** Keeps what stands in the capture bar, so that a page that is left or loaded again has it still. */
export function keepDraft(storage: DeviceStorage, cloth: string, words: string): void {
  storage.set(storedAs(cloth), words.slice(0, MOST) || null);
}

function storedAs(cloth: string): string {
  return `tafelkleed.draft.${cloth}`;
}
