import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import type {
  Attendee,
  ClothSession,
  Me,
  Performed,
  Person,
  SavedState,
} from '../../../client/document/cloth-session.ts';
import type { NewCloth } from '../../../shared/commands/create.ts';
import { createCloth } from '../../../shared/commands/create.ts';
import { type ClothDoc, openCloth } from '../../../shared/document/cloth-doc.ts';
import { LiveSnapshot } from '../../../shared/document/live-snapshot.ts';
import { momentFile } from '../../../shared/document/moment-file.ts';
import { UndoStack } from '../../../shared/document/undo.ts';
import type { SessionState } from '../../../shared/model/session.ts';

/** A session on a real document with no wire: what the canvas does to the cloth and tells the others can be read off. */
export interface LocalSession extends ClothSession {
  readonly cloth: ClothDoc;
  /** What this page told the others last. */
  readonly told: { cursor: unknown; drag: unknown; editing: string | null };
}

export function localSession({
  mayWrite = true,
  ...cloth
}: Partial<NewCloth> & { mayWrite?: boolean } = {}): LocalSession {
  const doc = new Y.Doc();
  createCloth(doc, { title: 'leesplezier', createdAt: 0, ...cloth });
  const opened = openCloth(doc);
  const reader = new LiveSnapshot(doc);
  const snapshot = createStore(() => reader.current);
  reader.subscribe((next) => snapshot.setState(next, true));
  const history = createStore(() => ({ canUndo: false, canRedo: false, latest: 0 }));
  const undo = new UndoStack(opened, () => history.setState(undo.state));
  const told: LocalSession['told'] = { cursor: null, drag: null, editing: null };
  const tryPerform: ClothSession['tryPerform'] = (intent, key): Performed => {
    if (!mayWrite) return { kind: 'may-not-write' };
    const changes = intent(opened);
    undo.push(changes, key ?? null);
    return { kind: changes.length > 0 ? 'done' : 'unchanged' };
  };
  return {
    id: 'local',
    connection: 1,
    role: mayWrite ? 'participant' : 'viewer',
    mayWrite,
    hasContent: true,
    cloth: opened,
    told,
    snapshot,
    people: createStore<readonly Person[]>(() => []),
    present: createStore<readonly Attendee[]>(() => []),
    me: createStore<Me>(() => ({
      participant: 'me',
      name: 'Gemma',
      colour: '#1d4ed8',
      seat: reader.current.seats[0]?.id ?? null,
    })),
    saved: createStore<SavedState>(() => ({ kind: 'saved' })),
    live: createStore<SessionState | null>(() => null),
    held: createStore(() => false),
    unmasked: snapshot,
    warning: createStore<null>(() => null),
    given: createStore<null>(() => null),
    history,
    tryPerform,
    perform: (intent, key) => tryPerform(intent, key).kind === 'done',
    seal: () => undo.seal(),
    forget: (key) => undo.forget(key),
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    momentFile: (id) => momentFile(opened, id),
    sitDown: () => {},
    standUp: () => {},
    showClaim: () => {},
    denyClaim: () => {},
    showCursor: (at) => {
      told.cursor = at;
    },
    showDrag: (drag) => {
      told.drag = drag;
    },
    showWriting: () => {},
    showMade: () => {},
    showView: () => {},
    showEditing: (id) => {
      told.editing = id;
    },
    setSession: () => false,
    now: () => Date.now(),
    close: () => reader.destroy(),
  };
}
