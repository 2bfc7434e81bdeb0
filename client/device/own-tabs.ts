import { createStore, type StoreApi } from 'zustand/vanilla';

type Message = { readonly here: number; readonly asks?: true };

/** What is asked of an open cloth: which it is, and by what number the table knows this page's connection. */
interface OpenInTab {
  readonly id: string;
  readonly connection: number;
}

const known = new WeakMap<OpenInTab, StoreApi<ReadonlySet<number>>>();

/**
 * The connections of the other tabs in which this device has the same cloth open: to the table they are others, but to their
 * person they are not. They tell each other; a tab that was closed stays in the set, where it does no harm.
 */
export function ownTabsOf(session: OpenInTab): StoreApi<ReadonlySet<number>> {
  const before = known.get(session);
  if (before) return before;
  const tabs = createStore<ReadonlySet<number>>(() => new Set());
  known.set(session, tabs);
  if (typeof BroadcastChannel === 'undefined') return tabs;
  const channel = new BroadcastChannel(`tafelkleed.tabs.${session.id}`);
  const say = (message: Message) => channel.postMessage(message);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    tabs.setState(new Set([...tabs.getState(), data.here]), true);
    if (data.asks) say({ here: session.connection });
  });
  say({ here: session.connection, asks: true });
  return tabs;
}
