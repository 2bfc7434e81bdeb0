import { createStore } from 'zustand/vanilla';

/** The moment that is compared with now, on the cloth and in words; null for none. */
export const compareStore = createStore<{ readonly moment: string | null }>(() => ({ moment: null }));

export function compareWith(moment: string | null): void {
  compareStore.setState({ moment });
}
