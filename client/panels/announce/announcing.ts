import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { LastingSession } from '../../../shared/model/session.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { ViewStore } from '../../canvas/view-store.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import type { Announces } from '../page.ts';
import { differencesOf, touchedIds } from './differences.ts';
import { ledSentences } from './led.ts';
import { othersSentence, ownSentence, type Saying } from './sentences.ts';

/** What others do within this is one sentence, ms. */
export const GATHER_MS = 6_000;
/** Who typed less than this ago is still typing, ms. */
const TYPING_MS = 2_000;

export interface AnnouncingOptions {
  readonly session: Pick<ClothSession, 'snapshot' | 'history' | 'people' | 'live' | 'now'>;
  readonly view: Pick<ViewStore, 'getState' | 'subscribe'>;
  /** In the reader's language as of now. */
  readonly texts: () => Pick<Saying, 'page' | 'own'>;
  readonly choice: () => Announces;
  /** When this person typed last, ms on the clock of `performance`. */
  readonly typedAt: () => number;
  readonly say: (words: string) => void;
}

/**
 * Tells who does not see the cloth what happens on it: what they do themselves at once and with its result, what others do
 * gathered into one calm sentence, never while they type, and what who leads arranges. Returns how to stop.
 */
export function announce({ session, view, texts, choice, typedAt, say }: AnnouncingOptions): () => void {
  let last: ClothSnapshot = session.snapshot.getState();
  let latest = session.history.getState().latest;
  /** The cloth as it was when what others do began to be gathered, and which of it they touched since. */
  let since = last;
  let touched = new Set<string>();
  let soon: ReturnType<typeof setTimeout> | undefined;

  const tell = (words: string) => {
    if (words !== '') say(words);
  };

  const isOwn = (ids: ReadonlySet<string>) => {
    const { latest: now } = session.history.getState();
    const acted = now !== latest;
    latest = now;
    const { editing } = view.getState();
    return acted || (editing !== null && ids.has(editing));
  };

  const tellOthers = () => {
    soon = undefined;
    if (performance.now() - typedAt() < TYPING_MS) {
      soon = setTimeout(tellOthers, TYPING_MS);
      return;
    }
    const after = session.snapshot.getState();
    // What somebody is writing in is told of when they are done.
    const open = new Set(session.people.getState().flatMap(({ editing }) => editing ?? []));
    const done = new Set([...touched].filter((id) => !open.has(id)));
    const hidden = session.live.getState()?.hidden === true;
    if (choice() === 'all') {
      tell(othersSentence(differencesOf(since, after, done), { ...texts(), before: since, after }, hidden));
    }
    const left = [...touched].filter((id) => open.has(id));
    touched = new Set(left);
    if (left.length === 0) since = after;
    else soon = setTimeout(tellOthers, GATHER_MS);
  };

  let looks = false;
  const look = () => {
    looks = false;
    const [before, after] = [last, session.snapshot.getState()];
    last = after;
    const ids = touchedIds(before, after);
    if (ids.size === 0) return;
    if (isOwn(ids)) {
      for (const id of ids) touched.delete(id);
      if (touched.size === 0) since = after;
      if (choice() !== 'off') tell(ownSentence(differencesOf(before, after, ids), { ...texts(), before, after }));
      return;
    }
    if (touched.size === 0) since = before;
    for (const id of ids) touched.add(id);
    soon ??= setTimeout(tellOthers, GATHER_MS);
  };

  const stops = [
    session.snapshot.subscribe(() => {
      // Whose doing it is, is known when the act is done.
      if (!looks) queueMicrotask(look);
      looks = true;
    }),
    view.subscribe((now, before) => {
      if (now.tieFrom === before.tieFrom || now.tieFrom === null || choice() === 'off') return;
      const { own, page } = texts();
      const item = session.snapshot.getState().items.find(({ id }) => id === now.tieFrom);
      tell(own.tying(now.tieFrom === INITIATIVE ? page.outline.theInitiative : (item?.text ?? page.outline.unnamed)));
    }),
    heedLeading(session, (now, before) => {
      if (choice() === 'off') return;
      for (const words of ledSentences(now, before, session.snapshot.getState(), session.now(), texts())) tell(words);
    }),
  ];
  return () => {
    clearTimeout(soon);
    for (const stop of stops) stop();
  };
}

/** What the session was when this page first heard of it is no news. */
function heedLeading(
  { live }: Pick<ClothSession, 'live'>,
  heard: (now: LastingSession, before: LastingSession) => void,
): () => void {
  return live.subscribe((now, before) => {
    if (now && before) heard(now, before);
  });
}
