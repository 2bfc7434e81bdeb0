import { createStore } from 'zustand/vanilla';

export type DialogName = 'share' | 'take-home' | 'bring-in' | 'about' | 'shortcuts' | 'manage' | 'say';

/** Which dialog is open; one at a time. */
export const dialogStore = createStore<{ readonly open: DialogName | null }>(() => ({ open: null }));

export function openDialog(name: DialogName): void {
  dialogStore.setState({ open: name });
}

export function closeDialog(): void {
  dialogStore.setState({ open: null });
}
