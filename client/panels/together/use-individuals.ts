import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { readClothFile } from '../../../shared/formats/cloth-file.ts';
import type { Seat } from '../../../shared/model/snapshot.ts';
import { apiOf } from '../../document/api.ts';
import type { Attendee, ClothSession } from '../../document/cloth-session.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { problemText } from '../problem-text.ts';
import { sayProblem } from '../toasts/toast-store.ts';

interface Individuals {
  /** The seats at which somebody sits, or is expected. */
  readonly seats: readonly Seat[];
  has(seat: string): boolean;
  /** How many things lie on somebody's own cloth, as far as is known. */
  made(seat: string): number | null;
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
  /** Who is there, apart from what they make meanwhile. */
  const there = present.map(({ id }) => id).join();
  const [having, setHaving] = useState<ReadonlySet<string>>(new Set());
  const [counted, setCounted] = useState<ReadonlyMap<string, number>>(new Map());
  const [busy, setBusy] = useState(false);
  const seats = all.filter(({ name }) => name !== '');

  const ask = useCallback(async () => {
    const individuals = await apiOf(session).individuals(session.id, linkKey);
    const known = new Set(individuals.map(({ seat }) => seat));
    setHaving(known);
    // Whose device is away tells no more how much there is: it is counted on the cloth itself.
    const away = individuals.filter(({ seat }) => madeAt(session.present.getState(), seat) === null);
    const counts = await Promise.all(
      away.map(async ({ id, seat }) => [seat, await countOn(session, linkKey, id)] as const),
    );
    setCounted(new Map(counts.flatMap(([seat, n]) => (n === null ? [] : [[seat, n]]))));
    return known;
  }, [session, linkKey]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: who comes or goes may have made one.
  useEffect(() => {
    // Not to know it now is no trouble: it is asked again when it matters.
    ask().catch(() => undefined);
  }, [ask, there]);

  const begin = async () => {
    setBusy(true);
    try {
      const known = await ask();
      for (const { id } of seats) if (!known.has(id)) await apiOf(session).openIndividual(session.id, linkKey, id);
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
    made: (seat) => madeAt(present, seat) ?? counted.get(seat) ?? null,
    begin: () => void begin(),
    busy,
    refresh: () => void ask().catch(() => undefined),
  };
}

/** What is told of a seat by whoever sits there now; null when nobody does, or not at their own cloth. */
function madeAt(present: readonly Attendee[], seat: string): number | null {
  return present.find((each) => each.seat === seat && each.made !== null)?.made ?? null;
}

async function countOn(joint: ClothSession, key: string, own: string): Promise<number | null> {
  const read = readClothFile(await apiOf(joint).individualFile(joint.id, key, own));
  return read.ok ? read.file.items.length : null;
}
