import { useStore } from 'zustand';
import type { LastingSession } from '../../../shared/model/session.ts';
import { byId, type Moment } from '../../../shared/model/snapshot.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import { useLeads, useRunning } from '../use-running.ts';

type Shown = NonNullable<LastingSession['moment']>;

/** One showing, from its beginning to its end: what `left` of the page names. */
const keyOf = ({ id, as }: Shown): string => `${as} ${id}`;

/** Showing a moment to all, for who leads. */
interface ShowToAll {
  readonly leads: boolean;
  /** This very moment is shown so. */
  readonly on: boolean;
  show(): void;
  end(): void;
}

export function useShowToAll(id: string | null, as: Shown['as']): ShowToAll {
  const { session } = useCloth();
  const { moment } = useRunning();
  const leads = useLeads();
  return {
    leads,
    on: moment !== null && moment.id === id && moment.as === as,
    show: () => void (id !== null && session.setSession({ moment: { id, as } })),
    end: () => void session.setSession({ moment: null }),
  };
}

/** The moment that all look at, if this page knows it and may read it. */
interface LookedAt {
  readonly as: Shown['as'];
  readonly moment: Moment;
  readonly left: boolean;
  /** Looks elsewhere, or comes along again. */
  leave(left: boolean): void;
}

export function useLookedAt(): LookedAt | null {
  const { session } = useCloth();
  const { moment: shown } = useRunning();
  // A moment holds every word: it stays shut while words are hidden from who looks here.
  const moment = useStore(session.snapshot, ({ moments, items }) =>
    shown && !items.some((item) => item.masked) ? byId(moments).get(shown.id) : undefined,
  );
  const page = usePage();
  const left = usePageState((state) => state.left);
  if (!shown || !moment) return null;
  const key = keyOf(shown);
  return {
    as: shown.as,
    moment,
    left: left === key,
    leave: (leaves) => page.setState({ left: leaves ? key : null }),
  };
}
