import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { moveItems } from '../../../shared/commands/items.ts';
import type { CalmLines } from '../../../shared/layout/calm/calm.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { sayDone } from '../toasts/say-done.ts';
import { sayProblem } from '../toasts/toast-store.ts';
import { type CalmThread, startCalmThread } from './ask-calm.ts';
import { Glide } from './glide.ts';

/** The cloth is looked at anew when it has been left alone for so long, ms. */
const SETTLED_MS = 350;

/** What is proposed, as it is shown: null while it is being looked for. */
interface Calm {
  readonly lines: CalmLines | null;
  /** Which of the proposals is shown. */
  readonly at: number;
  show(at: number): void;
  take(): void;
}

/**
 * Looks for calmer places, shows them on the cloth, and lays connectors there. What others do meanwhile goes before it: what
 * they move is left to them at once, and the rest is looked for anew.
 */
export function useCalm(): Calm {
  const { calm: text } = useText();
  const { session, view } = useCloth();
  const [lines, setLines] = useState<CalmLines | null>(null);
  const [at, setAt] = useState(0);
  const glide = useRef<Glide | null>(null);
  const asked = useRef<ClothSnapshot | null>(null);

  const showing = useEffectEvent((answer: CalmLines) => {
    const next = Math.max(0, Math.min(at, answer.calmer.length - 1));
    setLines(answer);
    setAt(next);
    glide.current?.to(answer.calmer[next]?.places ?? new Map());
  });
  const failed = useEffectEvent(() => {
    sayProblem(text.failed);
    view.setState({ calming: false });
  });

  useEffect(() => {
    glide.current = new Glide(view, () => session.snapshot.getState());
    const thread: CalmThread = startCalmThread(showing, failed);
    const ask = () => {
      asked.current = session.snapshot.getState();
      const held = session.people
        .getState()
        .flatMap(({ drags, editing }) => [...drags.flatMap(({ ids }) => ids), ...(editing ? [editing] : [])]);
      thread.ask(asked.current, new Set(held));
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let key = placesKey(session.snapshot.getState());
    const stop = session.snapshot.subscribe((cloth) => {
      const now = placesKey(cloth);
      if (now === key) return;
      key = now;
      const { proposed } = view.getState();
      const left = proposed && untouched(proposed.places, asked.current, cloth);
      if (proposed && left && left.size < proposed.places.size) glide.current?.to(left);
      clearTimeout(waiting);
      waiting = setTimeout(ask, SETTLED_MS);
    });
    ask();
    return () => {
      clearTimeout(waiting);
      stop();
      thread.stop();
      glide.current?.stop();
    };
  }, [session, view]);

  const show = (next: number) => {
    const step = lines?.calmer[next];
    if (!step) return;
    setAt(next);
    glide.current?.to(untouched(step.places, asked.current, session.snapshot.getState()));
  };
  const take = () => {
    const step = lines?.calmer[at];
    if (!step) return;
    const places = untouched(step.places, asked.current, session.snapshot.getState());
    if (session.perform((cloth) => moveItems(cloth, places))) sayDone(session, text.taken(places.size), text.undo);
    view.setState({ calming: false });
  };
  return { lines, at, show, take };
}

/** All that places are sought by. Words may be written meanwhile. */
function placesKey({ items, ties, seats }: ClothSnapshot): string {
  const of = items.map(({ id, kind, pos, positions }) => [id, kind, ...pos, positions.length]);
  return JSON.stringify([of, ties.map(({ id }) => id), seats.map(({ id }) => id)]);
}

/** Without the connectors that are gone, or that somebody has moved since places were sought for them. */
function untouched(
  places: ReadonlyMap<string, Point>,
  before: ClothSnapshot | null,
  now: ClothSnapshot,
): ReadonlyMap<string, Point> {
  const [was, is] = [byId(before?.items ?? []), byId(now.items)];
  return new Map(
    [...places].filter(([id]) => {
      const [old, one] = [was.get(id), is.get(id)];
      return one?.kind === 'connector' && old?.pos[0] === one.pos[0] && old.pos[1] === one.pos[1];
    }),
  );
}
