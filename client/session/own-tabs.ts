import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClothSession } from './cloth-session.ts';

type Message = { readonly here: number; readonly asks?: true };

const known = new WeakMap<ClothSession, StoreApi<ReadonlySet<number>>>();

/**
 * The connections of the other tabs in which this device has the same cloth open: to the table they are others, but to their
 * person they are not. They tell each other; a tab that was closed stays in the set, where it does no harm.
 */
export function ownTabsOf(session: ClothSession): StoreApi<ReadonlySet<number>> {
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
