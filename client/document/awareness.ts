import type { Awareness } from 'y-protocols/awareness';
import { outdatedTimeout, removeAwarenessStates } from 'y-protocols/awareness';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Presence } from '../../shared/model/protocol.ts';
import type { Attendee, Person } from './cloth-session.ts';
import { onNextFrame } from './frame.ts';
import { attendeesOf, type Doing, readPerson, throttled } from './presence.ts';

/** Who else is at the table, and what the others see of this page. Wraps the y-protocols awareness. */
export interface TableAwareness {
  readonly people: StoreApi<readonly Person[]>;
  readonly present: StoreApi<readonly Attendee[]>;
  /** Who this is. Goes out at once. */
  introduce(user: Presence['user']): void;
  /** What this person is doing now; a key set to undefined is taken back. */
  show(doing: { readonly [K in keyof Doing]: Doing[K] | undefined }): void;
  /** Says again who is here: on a new socket the others may have forgotten this page. */
  appear(): void;
  /**
   * Says again who is here if it was not said for a while. For a hidden tab, whose timers the browser slows to one a
   * minute, so that its own renewal would come too late; what arrives over the socket it still handles.
   */
  renew(): void;
  /** The others see this person go. `appear` brings them back (a page that returns from the browser's cache). */
  vanish(): void;
  /** The socket is gone: nothing known of the others holds any more, their clocks included. */
  forgetOthers(): void;
  stop(): void;
}

export function shareAwareness(awareness: Awareness, user: Presence['user']): TableAwareness {
  const known = new Map<number, Person>();
  const people = createStore<readonly Person[]>(() => []);
  const present = createStore<readonly Attendee[]>(() => []);
  let mine: Presence = { user };
  let gone = false;

  const publish = () => {
    if (!gone) awareness.setLocalState({ ...mine });
  };
  const outgoing = throttled(publish);
  const redraw = onNextFrame(() => {
    const next = [...known.values()].sort((a, b) => a.id - b.id);
    people.setState(next, true);
    present.setState(attendeesOf(next, present.getState()), true);
  });

  const onChange = (change: { added: number[]; updated: number[]; removed: number[] }) => {
    const others = [...change.added, ...change.updated, ...change.removed].filter((id) => id !== awareness.clientID);
    // What this page says of itself is no news to it, thirty times a second of a drag.
    if (others.length === 0) return;
    for (const id of others) {
      const person = readPerson(id, awareness.getStates().get(id));
      if (person) known.set(id, person);
      else known.delete(id);
    }
    redraw.ask();
  };
  awareness.on('change', onChange);
  publish();

  return {
    people,
    present,
    introduce(next) {
      mine = { ...mine, user: next };
      publish();
    },
    show(doing) {
      const next = { ...mine, ...doing };
      mine = {
        user: next.user,
        ...(next.cursor && { cursor: next.cursor }),
        ...(next.editing && { editing: next.editing }),
        ...(next.editing && next.of && { of: next.of }),
        ...(next.drag && { drag: next.drag }),
        ...(next.otherDrags && { otherDrags: next.otherDrags }),
        ...(next.writing && { writing: next.writing }),
        ...(next.claims !== undefined && { claims: next.claims }),
        ...(next.denies !== undefined && { denies: next.denies }),
        ...(next.made !== undefined && { made: next.made }),
        ...(next.view && { view: next.view }),
      };
      outgoing.ask();
    },
    appear() {
      gone = false;
      publish();
    },
    renew() {
      const said = awareness.meta.get(awareness.clientID)?.lastUpdated ?? 0;
      if (Date.now() - said >= outdatedTimeout / 2) publish();
    },
    vanish() {
      gone = true;
      outgoing.stop();
      removeAwarenessStates(awareness, [awareness.clientID], 'gone');
    },
    forgetOthers() {
      // A clock kept from the old socket would make the same state, sent again over the new one, look like old news.
      for (const id of [...awareness.meta.keys()]) if (id !== awareness.clientID) awareness.meta.delete(id);
    },
    stop() {
      outgoing.stop();
      redraw.stop();
      awareness.off('change', onChange);
    },
  };
}
