import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '../../shared/document/change.ts';
import type { ClothDoc } from '../../shared/document/cloth-doc.ts';
import type { Dragged, Full, Presence, Role, ServerWarning } from '../../shared/model/protocol.ts';
import type { Point } from '../../shared/model/schema.ts';
import type { LastingSession, SessionState } from '../../shared/model/session.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';

/**
 * Something a person does to the cloth: writes the document in one transaction and tells what it changed. It may be called
 * more than once, on another document first (to see how large it is), so it does nothing besides.
 */
export type Intent = (cloth: ClothDoc) => Change[];

/** What this person can take back and do again. */
export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Another number after each action, undo and redo: tells whether something was done since. */
  readonly latest: number;
}

/**
 * One opened cloth as the rest of the client sees it: stores to read, and `perform` to write. Everything below
 * (document, socket, IndexedDB, acks) stays inside client/document.
 */
export interface ClothSession {
  readonly id: string;
  readonly role: Role;
  /** This page's own connection: its id as the others have it in `people`, and what `follow` of the session names. */
  readonly connection: number;
  /**
   * May this page change the cloth now? False for viewers, before the cloth's content is there, once the cloth is
   * closed for good, and while input is `held`. Changes only together with `saved` or `held`.
   */
  readonly mayWrite: boolean;
  /** False until the cloth's content is there, from this device or from the server. Changes only together with `saved`. */
  readonly hasContent: boolean;
  /** True while this person's input waits: the time is over, and the facilitator has not gone on yet. */
  readonly held: StoreApi<boolean>;
  /**
   * The cloth as this person may read it: while the facilitator hides words, others' ingredients are `masked` in it. Own
   * intents show here at once; what comes from others at most once per frame.
   */
  readonly snapshot: StoreApi<ClothSnapshot>;
  /** The cloth with every word in it, for what a facilitator takes along; never for the screen. */
  readonly unmasked: StoreApi<ClothSnapshot>;
  /** The others with all they show: changes up to 30 times a second. For what is drawn on the cloth. */
  readonly people: StoreApi<readonly Person[]>;
  /** The others as they sit at the table: changes only when somebody comes, goes or takes a seat. For lists. */
  readonly present: StoreApi<readonly Attendee[]>;
  readonly me: StoreApi<Me>;
  readonly saved: StoreApi<SavedState>;
  /** The running session as the server tells it; null until it has. */
  readonly live: StoreApi<SessionState | null>;
  /** What the server warns of now, if anything. `saved` stays truthful meanwhile. */
  readonly warning: StoreApi<Exclude<ServerWarning['code'], 'storage-ok'> | null>;
  /** A key that leads this cloth, once somebody gives the leading to this page; else null. */
  readonly given: StoreApi<string | null>;
  readonly history: StoreApi<History>;
  /**
   * Carries out an intent and remembers it for undo. `key` gathers calls in a row (keystrokes of one visit) into one
   * action. Does nothing when the page may not write. Returns whether anything changed.
   */
  perform(intent: Intent, key?: string): boolean;
  /** As {@link perform}, for what may be larger than one message holds: tried first beside the cloth. Says why nothing happened. */
  tryPerform(intent: Intent, key?: string): Performed;
  /** Ends the gathering of calls with one key. */
  seal(): void;
  /**
   * Takes back all that was gathered under `key`, as though it had never been done: none of it can be undone or done again.
   * Returns whether there was anything.
   */
  forget(key: string): boolean;
  undo(): boolean;
  redo(): boolean;
  /** The cloth as it was at a kept moment, every word in it, as the text of a cloth file; null when that moment is not there (any more). */
  momentFile(id: string): string | null;
  /**
   * Takes this participant's seat at the table under a name (again, or for the first time), as soon as the cloth's
   * content is there. The seat appears in `me`. `claim`: the id of a seat that is theirs, though another device holds it.
   */
  sitDown(name: string, claim?: string): void;
  /** Leaves the seat to whoever comes under its name: this person's other device. */
  standUp(): void;
  /** Asks who sits at a seat now for it, as its owner on another device; null when nothing is asked. */
  showClaim(seat: string | null): void;
  /** Tells a claimant (a connection) that the seat is this person's own. */
  denyClaim(connection: number | null): void;
  /** Tells the others where this person's pointer is, mm; null when it left the cloth. At most 30 a second go out. */
  showCursor(at: Point | null): void;
  /** Tells the others what is being dragged and how far, mm, by each hand; nothing on release or cancel. */
  showDrags(drags: readonly Dragged[]): void;
  /** Tells the others which words are being written here: of an item (its own, or `of` it), `initiative`, or null. */
  showEditing(id: string | null, of?: Presence['of']): void;
  /** Tells the others whether something is being written here that is not on the cloth yet. */
  showWriting(writing: boolean): void;
  /** Tells the others how many things lie on this person's own cloth; null when they do not work alone. */
  showMade(made: number | null): void;
  /** Tells those who follow what is looked at here; null when nobody follows. */
  showView(view: NonNullable<Presence['view']> | null): void;
  /**
   * Asks the server to change parts of the running session; facilitators only. False when it could not be asked (now).
   * `live` changes when the server has done it.
   */
  setSession(patch: Partial<LastingSession>): boolean;
  /** The server's clock, ms since the epoch: what the times in `live` are measured by. */
  now(): number;
  /** Leaves: the others see this person go at once. */
  close(): void;
}

/** What became of an intent. `too-large`: nothing was written, because the change would not fit in one message. */
export type Performed =
  | { readonly kind: 'done' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'may-not-write' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number };

/** Somebody at the table. `id` is the connection, so one person on two devices is two. */
export interface Attendee {
  readonly id: number;
  readonly name: string;
  readonly colour: string;
  readonly seat: string | null;
  readonly role: Role;
  /** How many things they have made on a cloth of their own, while everyone works alone; else null. */
  readonly made: number | null;
}

/** Another person at the table, as their page tells it. */
export interface Person extends Attendee {
  readonly cursor: Point | null;
  readonly editing: string | null;
  /** Which words of it, when not its own. */
  readonly of: NonNullable<Presence['of']> | null;
  /** One for each hand that carries something. */
  readonly drags: readonly Dragged[];
  readonly writing: boolean;
  /** The seat that they say is theirs, on another device, and the connection whose claim they do not know. */
  readonly claims: string | null;
  readonly denies: number | null;
  /** What they look at, while somebody may follow them. */
  readonly view: NonNullable<Presence['view']> | null;
}

export interface Me {
  /** This device's lasting participant id; a seat's `holder`. */
  readonly participant: string;
  readonly name: string;
  readonly colour: string;
  /** The seat taken, or null (not yet, a viewer, or the table is full). */
  readonly seat: string | null;
  /** True when this person wanted to sit down and every seat was taken. */
  readonly tableFull?: boolean;
  /** True when their seat went to another device of theirs, or was given away, while they sat at it. */
  readonly moved?: true;
}

/**
 * Where this person's changes are. `saved`: all durable on the server. `saving`: on their way. `offline`: not on the
 * server yet, `waiting` changes of them, and `kept` on this device (false where the browser keeps nothing: then they
 * live as long as the page); where there is a server, it or the cloth is `full` of people just now. `closed`: the server refuses this page for good, and why.
 */
export type SavedState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number }
  | { readonly kind: 'offline'; readonly waiting: number; readonly kept: boolean; readonly full?: Full }
  | { readonly kind: 'closed'; readonly code: number; readonly waiting: number; readonly kept: boolean };
