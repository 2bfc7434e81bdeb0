import { createStore } from 'zustand/vanilla';
import type { Attendee } from '../../document/cloth-session.ts';

/** Handing over the leading of a cloth: the other is asked, and has not come yet. */
export interface Hand {
  readonly cloth: string;
  readonly to: Attendee;
}

/** Lives as long as the page. */
export const handStore = createStore<{ readonly hand: Hand | null }>(() => ({ hand: null }));

export function handOver(hand: Hand | null): void {
  handStore.setState({ hand });
}
