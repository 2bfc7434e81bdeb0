import { createStore } from 'zustand/vanilla';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import type { Attendee, ClothSession, Person, SavedState } from './cloth-session.ts';

/**
 * A cloth that stands still, to look at with everything that shows a live one: nobody else is there, nothing can be
 * changed, nothing is sent. `me` is who looks; closing it leaves nothing behind.
 */
export function frozenSession(cloth: ClothSnapshot, { id, connection, me, now }: ClothSession): ClothSession {
  const snapshot = createStore(() => cloth);
  return {
    id,
    connection,
    role: 'viewer',
    mayWrite: false,
    hasContent: true,
    held: createStore(() => false),
    snapshot,
    unmasked: snapshot,
    people: createStore<readonly Person[]>(() => []),
    present: createStore<readonly Attendee[]>(() => []),
    me,
    saved: createStore<SavedState>(() => ({ kind: 'saved' })),
    live: createStore<null>(() => null),
    warning: createStore<null>(() => null),
    given: createStore<null>(() => null),
    history: createStore(() => ({ canUndo: false, canRedo: false, latest: 0 })),
    perform: () => false,
    tryPerform: () => ({ kind: 'may-not-write' }),
    seal: () => {},
    forget: () => false,
    undo: () => false,
    redo: () => false,
    momentFile: () => null,
    sitDown: () => {},
    standUp: () => {},
    showClaim: () => {},
    denyClaim: () => {},
    showCursor: () => {},
    showDrags: () => {},
    showEditing: () => {},
    showWriting: () => {},
    showMade: () => {},
    showView: () => {},
    setSession: () => false,
    now: () => now(),
    close: () => {},
  };
}
