import type { ViewStore } from '../../canvas/view-store.ts';
import type { DeviceStorage } from '../../session/device-storage.ts';

const KEPT = 'tafelkleed.asWritten';

/** Shows words as this device was last told to: upright for one reader, or each facing its own edge. */
export function recallAsWritten(view: ViewStore, storage: DeviceStorage): void {
  view.setState({ asWritten: storage.get(KEPT) === 'yes' });
}

/** Turns all words to their own edges, or upright again; this device remembers it, and no other notices. */
export function toggleAsWritten(view: ViewStore, storage: DeviceStorage): void {
  const asWritten = !view.getState().asWritten;
  storage.set(KEPT, asWritten ? 'yes' : null);
  view.setState({ asWritten });
}
