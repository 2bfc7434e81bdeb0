import { useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { keepFocus } from '../../panels/announce/keep-focus.ts';
import { goToRegion } from '../../panels/announce/regions.ts';
import { useRoom } from '../room-context.tsx';
import { useSheets } from '../wall/sheets-store.ts';
import { newsOf, type RoomNow } from './news.ts';
import { ownIds, tell, toldStore } from './told-store.ts';

/** What others do within this is one sentence, ms. */
const GATHER_MS = 6_000;
/** Who typed less than this ago is still typing, ms. */
const TYPING_MS = 2_000;
/** The parts of the room, in the order of the page. */
const REGIONS = 'header, nav, main';

/**
 * Where a screen reader hears what happens in the room: what one does oneself at once and with its result, what others do
 * gathered into one sentence, never while one types. Keeps the keyboard from falling to nowhere, and takes it along with F6.
 */
export function RoomTold() {
  const { words, nth } = useStore(toldStore);
  useNews();
  useKeyboard();
  return (
    <p className="visually-hidden" role="status" data-announced="">
      {/* The same words once more are heard only when they are other words. */}
      {nth % 2 === 0 ? words : `${words}\u00a0`}
    </p>
  );
}

function useNews(): void {
  const { session } = useRoom();
  const { list } = useSheets();
  const text = useText();
  const texts = useEffectEvent(() => text);
  const now = useEffectEvent((): RoomNow | null => list && { sheets: list, room: session.snapshot.getState() });
  const isKnown = list !== null;
  useEffect(() => {
    let typed = -Infinity;
    let before = now();
    if (!isKnown || !before) return;
    const heed = new AbortController();
    window.addEventListener('input', ({ timeStamp }) => (typed = timeStamp), { capture: true, signal: heed.signal });
    const gather = setInterval(() => {
      const after = now();
      if (!before || !after || performance.now() - typed < TYPING_MS) return;
      const news = newsOf(before, after, ownIds, texts());
      before = after;
      if (news !== '') tell(news);
    }, GATHER_MS);
    return () => {
      heed.abort();
      clearInterval(gather);
    };
  }, [isKnown]);
}

function useKeyboard(): void {
  useEffect(() => {
    const page = document.querySelector('main')?.parentElement;
    const release = page
      ? keepFocus(page, () => page.querySelector<HTMLElement>('nav [aria-pressed="true"]')?.focus())
      : null;
    const heed = new AbortController();
    const regions = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.defaultPrevented) return;
      event.preventDefault();
      goToRegion(event.shiftKey ? -1 : 1, REGIONS);
    };
    window.addEventListener('keydown', regions, { signal: heed.signal });
    return () => {
      release?.();
      heed.abort();
    };
  }, []);
}
