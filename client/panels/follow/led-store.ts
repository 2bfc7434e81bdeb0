import { createStore } from 'zustand/vanilla';

/** From which leading this person looks away (see `leadingKey`); null for none. Lives as long as the page. */
export const ledStore = createStore<{ readonly away: string | null }>(() => ({ away: null }));

export function lookAway(leading: string | null): void {
  ledStore.setState({ away: leading });
}
