import { useEffect, useState } from 'react';
import type { LastingSession } from '../../../shared/model/session.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import { useRunning } from '../use-running.ts';

type Message = NonNullable<LastingSession['message']>;

/** The longest a browser's timer can wait, ms; a time that is further away is looked at again by then. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** What who leads says to everyone just now; gone by itself at its time, or when this person has put it away. */
export function useSaid(): { readonly said: Message | null; putAway(): void } {
  const { session } = useCloth();
  const { message } = useRunning();
  const [, look] = useState(0);
  const page = usePage();
  const heard = usePageState((state) => state.heard);
  const left = message ? message.until - session.now() : 0;
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => look((n) => n + 1), Math.min(left + 5, LONGEST_WAIT_MS));
    return () => clearTimeout(timer);
  }, [left]);
  const said = left > 0 && message && message.n !== heard ? message : null;
  return { said, putAway: () => page.setState({ heard: message?.n ?? null }) };
}
