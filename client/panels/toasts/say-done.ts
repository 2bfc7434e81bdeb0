import type { ClothSession } from '../../document/cloth-session.ts';
import { say, toastStore, withdraw } from './toast-store.ts';

/**
 * Says what was just done, with a button that takes it back. That button is only ever about this: once anything else is
 * done (or this taken back another way) it goes, for undoing would then take back the other. `undone` is called after the
 * button took it back.
 */
export function sayDone(
  session: Pick<ClothSession, 'history' | 'undo'>,
  words: string,
  label: string,
  undone: () => void = () => undefined,
): void {
  const { latest } = session.history.getState();
  const undo = () => {
    if (session.undo()) undone();
  };
  const id = say(words, { action: { label, run: undo } });
  const stopHearing = session.history.subscribe((now) => {
    if (now.latest === latest) return;
    stop();
    withdraw(id);
  });
  const stopWatching = toastStore.subscribe((shown) => {
    if (!shown.some((toast) => toast.id === id)) stop();
  });
  const stop = (): void => {
    stopHearing();
    stopWatching();
  };
}
