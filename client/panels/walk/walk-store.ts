import { createStore } from 'zustand/vanilla';

/** Before which seat this person stands on a walk of their own; null when they are not walking. Lives as long as the page. */
export const walkStore = createStore<{ readonly at: string | null }>(() => ({ at: null }));

export function standAt(seat: string | null): void {
  walkStore.setState({ at: seat });
}
