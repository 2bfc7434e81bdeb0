import type { DeviceStorage } from './device-storage.ts';

const CHOICE = 'tafelkleed.page';

/** What was last chosen of a page to take home on this device, as it was kept; null when nothing can be read. */
export function keptChoice(storage: DeviceStorage): unknown {
  try {
    return JSON.parse(storage.get(CHOICE) ?? 'null');
  } catch {
    return null;
  }
}

export function keepChoice(storage: DeviceStorage, choice: object): void {
  storage.set(CHOICE, JSON.stringify(choice));
}
