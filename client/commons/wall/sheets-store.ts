import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { commonsApi, type HungSheet } from '../../document/commons-api.ts';
import { useRoom } from '../room-context.tsx';

/** What hangs in the room is asked for this often while the page is looked at, ms: a change shows within five seconds. */
const EVERY_MS = 2_500;

/** What hangs in the room now; null until that is known. `fails`: it may be out of date. */
export interface Sheets {
  readonly list: readonly HungSheet[] | null;
  readonly fails: boolean;
  /** Asks at once: something was changed here. */
  readonly again: () => void;
}

const Hanging = createContext<Sheets>({ list: null, fails: false, again: () => undefined });
/** Gives all parts of the room the one list of what hangs in it. */
export const SheetsProvider = Hanging.Provider;

/** The sheets that hang in this room. */
export function useSheets(): Sheets {
  return useContext(Hanging);
}

/** Asks what hangs in this room, and goes on asking while the page is looked at. */
export function useAskedSheets(): Sheets {
  const { session } = useRoom();
  const [state, setState] = useState<Omit<Sheets, 'again'>>({ list: null, fails: false });
  const [asked, setAsked] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is the same question anew.
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      try {
        const list = await commonsApi.sheets(session.id, session.key);
        if (!left) setState((before) => (isSame(before.list, list) && !before.fails ? before : { list, fails: false }));
      } catch {
        if (!left) setState(({ list }) => ({ list, fails: true }));
      }
      if (!left && !document.hidden) timer = setTimeout(() => void ask(), EVERY_MS);
    };
    const seen = (): void => {
      if (!document.hidden) void ask();
    };
    document.addEventListener('visibilitychange', seen);
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [session, asked]);

  return useMemo(() => ({ ...state, again: () => setAsked((before) => before + 1) }), [state]);
}

function isSame(a: readonly HungSheet[] | null, b: readonly HungSheet[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
