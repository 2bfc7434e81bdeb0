import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Seat } from '../../../shared/cloth/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { api } from '../../session/api.ts';
import { useCloth } from '../cloth-context.tsx';
import { problemText } from '../problem-text.ts';
import { sayProblem } from '../toasts/toast-store.ts';

interface Individuals {
  /** The seats at which somebody sits, or is expected. */
  readonly seats: readonly Seat[];
  has(seat: string): boolean;
  /** Lays a cloth for each who has none yet, and sends everybody there. */
  begin(): void;
  readonly busy: boolean;
  refresh(): void;
}

/** Who at this table has an individual cloth, as the server tells; asked anew when somebody comes or goes. */
export function useIndividuals(): Individuals {
  const text = useText();
  const { session, linkKey } = useCloth();
  const all = useStore(session.snapshot, (cloth) => cloth.seats);
  const present = useStore(session.present);
  const [having, setHaving] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const seats = all.filter(({ name }) => name !== '');

  const ask = useCallback(async () => {
    const known = new Set((await api.individuals(session.id, linkKey)).map(({ seat }) => seat));
    setHaving(known);
    return known;
  }, [session.id, linkKey]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: who comes or goes may have made one.
  useEffect(() => {
    // Not to know it now is no trouble: it is asked again when it matters.
    ask().catch(() => undefined);
  }, [ask, present]);

  const begin = async () => {
    setBusy(true);
    try {
      const known = await ask();
      for (const { id } of seats) if (!known.has(id)) await api.openIndividual(session.id, linkKey, id);
      session.setSession({ alone: true });
      await ask();
    } catch (error) {
      sayProblem(problemText(error, text));
    }
    setBusy(false);
  };

  return {
    seats,
    has: (seat) => having.has(seat),
    begin: () => void begin(),
    busy,
    refresh: () => void ask().catch(() => undefined),
  };
}
