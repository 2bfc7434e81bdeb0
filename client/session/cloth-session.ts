import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '../../shared/cloth/change.ts';
import type { ClothDoc, Point } from '../../shared/cloth/schema.ts';
import type { ClothSnapshot } from '../../shared/cloth/snapshot.ts';
import type { Role, SessionState } from '../../shared/protocol.ts';

/**
 * One opened cloth as the rest of the client sees it: stores to read, and `perform` to write. Everything below
 * (document, socket, IndexedDB, marks) stays inside client/session.
 */
export interface ClothSession {
  readonly id: string;
  readonly role: Role;
  /** May this page change the cloth? False for viewers, and once the cloth is closed for good. */
  readonly mayWrite: boolean;
  readonly snapshot: StoreApi<ClothSnapshot>;
  readonly people: StoreApi<readonly Person[]>;
  readonly me: StoreApi<Me>;
  readonly saved: StoreApi<SavedState>;
  readonly live: StoreApi<SessionState | null>;
  readonly history: StoreApi<{ readonly canUndo: boolean; readonly canRedo: boolean }>;
  /**
   * Carries out an intent and remembers it for undo. `key` gathers calls in a row (keystrokes of one visit) into one
   * action. Does nothing when the page may not write. Returns whether anything changed.
   */
  perform(intent: (cloth: ClothDoc) => Change[], key?: string): boolean;
  /** Ends the gathering of calls with one key. */
  seal(): void;
  undo(): boolean;
  redo(): boolean;
  /** Takes this participant's seat at the table under a name (again, or for the first time). */
  sitDown(name: string): void;
  /** Tells the others where this person's pointer is, mm; null when it left the cloth. At most 30 a second go out. */
  showCursor(at: Point | null): void;
  /** Tells the others what is being dragged and how far, mm; null on release or cancel. */
  showDrag(drag: { readonly ids: readonly string[]; readonly by: Point } | null): void;
  /** Tells the others which words are being written here: an item's id, `initiative`, or null. */
  showEditing(id: string | null): void;
  /** Leaves: the others see this person go at once. */
  close(): void;
}

/** Another person at the table, as their page tells it. `id` is the connection, so one person on two devices is two. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly colour: string;
  readonly seat: string | null;
  readonly role: Role;
  readonly cursor: Point | null;
  readonly editing: string | null;
  readonly drag: { readonly ids: readonly string[]; readonly by: Point } | null;
}

export interface Me {
  /** This device's lasting participant id; a seat's `holder`. */
  readonly participant: string;
  readonly name: string;
  readonly colour: string;
  /** The seat taken, or null (not yet, a viewer, or the table is full). */
  readonly seat: string | null;
}

/**
 * Where this person's changes are. `saved`: all durable on the server. `saving`: on their way. `offline`: kept on this
 * device, `waiting` changes not yet on the server. `closed`: the server refuses this page for good, and why.
 */
export type SavedState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'closed'; readonly code: number; readonly waiting: number };
