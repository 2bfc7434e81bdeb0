import { createStore } from 'zustand/vanilla';

/** The panels that can stand at the side of the cloth. */
export type SideName = 'outline' | 'contacts' | 'guide' | 'insights' | 'moments' | 'doubles' | 'ties' | 'together';

/** Which of them does; one at a time, or none. */
export const sideStore = createStore<{ readonly open: SideName | null }>(() => ({ open: null }));

export function openSide(name: SideName): void {
  sideStore.setState({ open: name });
}

export function closeSide(): void {
  sideStore.setState({ open: null });
}

/** Opens the panel, or closes it when it is the one that is open. */
export function toggleSide(name: SideName): void {
  sideStore.setState(({ open }) => ({ open: open === name ? null : name }));
}
