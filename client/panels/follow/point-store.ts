import { createStore } from 'zustand/vanilla';

/** Whether who leads is about to point out a place on the cloth. */
export const pointStore = createStore<{ readonly pointing: boolean }>(() => ({ pointing: false }));

export function setPointing(pointing: boolean): void {
  pointStore.setState({ pointing });
}
