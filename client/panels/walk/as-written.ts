import type { ViewStore } from '../../canvas/view-store.ts';
import type { Device } from '../../device/device.ts';

/** Shows the words of a cloth as this device was last told to: upright for one reader, or each facing its own edge. */
export function recallAsWritten(view: ViewStore, { cloths }: Device, cloth: string): void {
  view.setState({ asWritten: cloths.find(cloth)?.asWritten === true });
}

/** Turns all words to their own edges, or upright again; this device remembers it of this cloth, and no other notices. */
export function toggleAsWritten(view: ViewStore, { cloths }: Device, cloth: string): void {
  const asWritten = !view.getState().asWritten;
  cloths.remember(cloth, { asWritten });
  view.setState({ asWritten });
}
