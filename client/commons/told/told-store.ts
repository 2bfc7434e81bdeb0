import { createStore } from 'zustand/vanilla';

interface Told {
  /** What was said last; '' before anything was. */
  readonly words: string;
  /** How much was said before it: the same words once more are news too. */
  readonly nth: number;
}

/** What is said to who does not see the room. */
export const toldStore = createStore<Told>(() => ({ words: '', nth: 0 }));

const own = new Set<string>();
/** What this page did itself, by the ids of what was added, changed or taken away: no news of others. */
export const ownIds: ReadonlySet<string> = own;

/** Notes that this page did something with what has this id, where that is told in another way. */
export function isOwn(id: string): void {
  own.add(id);
}

/** Says to who does not see it what was just done here, and with what result. `ids`: of what it was done with. */
export function tell(words: string, ...ids: readonly string[]): void {
  ids.forEach(isOwn);
  toldStore.setState(({ nth }) => ({ words, nth: nth + 1 }));
}
