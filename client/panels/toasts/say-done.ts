import type { ClothSession } from '../../session/cloth-session.ts';
import { READING_MS, say, withdraw } from './toast-store.ts';

/**
 * Says what was just done, with a button that takes it back. That button is only ever about this: once anything else is
 * done (or this taken back another way) it goes, for undoing would then take back the other.
 */
export function sayDone(session: Pick<ClothSession, 'history' | 'undo'>, words: string, label: string): void {
  const { latest } = session.history.getState();
  const id = say(words, { action: { label, run: () => session.undo() } });
  const stop = session.history.subscribe((now) => {
    if (now.latest === latest) return;
    stop();
    withdraw(id);
  });
  setTimeout(stop, READING_MS.plain);
}
