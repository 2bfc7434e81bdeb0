/**
 * The wire between a page and the server: message ids, close codes, roles and limits. Imported by both ends, so that
 * neither can drift. The sync and awareness messages are y-websocket's own; those from 100 on are ours and may be ignored
 * by a client that does not know them.
 */

/** First varUint of every frame. 0–3 are y-websocket's; from 100 on they are this product's additions. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** client → server `varUint n`; server → client the same `n` once everything received before it is durable. */
  ack: 100,
  /** server → all: varString JSON of {@link SessionState}; facilitator → server: of any part of it. */
  session: 101,
  /** server → client: varString JSON of {@link ServerWarning}. Nothing needs doing; a page may show it. */
  warning: 102,
  /** server → client, if it connected with `since`: varString, the place up to which it now has all updates. */
  resumeToken: 103,
  /** server → the one client to whom the leading was given ({@link SessionState.handed}): varString, a facilitator's key. */
  lead: 104,
} as const;

/** What the server may tell a client while the connection stays open. */
export interface ServerWarning {
  /**
   * `too-many-messages`: this page sends faster than allowed and is being slowed down; `storage`: nothing can be saved
   * for the moment, all is kept in memory; `storage-ok`: saving works again.
   */
  readonly code: 'too-many-messages' | 'storage' | 'storage-ok';
}

/** The stock provider never retries on 4400–4499 and always retries on anything else. */
export const CLOSE = {
  restarting: 1012,
  tryLater: 1013,
  badFrame: 4400,
  unauthorised: 4401,
  forbidden: 4403,
  unknownCloth: 4404,
  closedForGood: 4410,
  frameTooLarge: 4413,
  /** The cloth holds as much as this server lets one hold: the change was refused. */
  clothFull: 4414,
  clientTooOld: 4426,
  tooManyMessages: 4429,
} as const;

/** What has no room for one more person at this moment, by the reason it gives with {@link CLOSE.tryLater}. */
export const FULL = { cloth: 'this tablecloth is full of people', server: 'the server is full' } as const;
export type Full = keyof typeof FULL;

export const ROLES = ['facilitator', 'participant', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Whether connections of this role may change the document. The server enforces it; the client only mirrors it. */
export function mayWrite(role: Role): boolean {
  return role !== 'viewer';
}

/** Whether changes of this role are taken while a cloth is closed for writing. */
export function writesWhenClosed(role: Role): boolean {
  return role === 'facilitator';
}

/** The version a client may announce in the socket's query (`protocol=1`); a stock client announces none. */
export const PROTOCOL_VERSION = 1;
/** A page that announces an older version than this is closed with 4426 and has to be loaded anew. */
export const OLDEST_PROTOCOL_VERSION = 1;

/** Things in one hand, and how far they are from where they lay, mm. */
export interface Dragged {
  readonly ids: readonly string[];
  readonly by: readonly [dx: number, dy: number];
}

/** What one page tells the others about its user, in awareness. Distances in mm on the cloth. */
export interface Presence {
  readonly user: {
    readonly name: string;
    readonly colour: string;
    readonly seat: string | null;
    readonly role: Role;
  };
  readonly cursor?: readonly [x: number, y: number];
  readonly editing?: string;
  /** Which words of what is edited, when it is not those that lie on the cloth. */
  readonly of?: 'clarification' | 'story';
  readonly drag?: Dragged;
  /** What further hands at the same page drag: several people share a board. */
  readonly otherDrags?: readonly Dragged[];
  /** Writes something that is not on the cloth yet. */
  readonly writing?: true;
  /** The id of a seat that this person says is theirs, while another device holds it. */
  readonly claims?: string;
  /** The connection (awareness client id) whose claim to this page's seat is refused. */
  readonly denies?: number;
  /** So many things lie on their own cloth, while everyone works alone. */
  readonly made?: number;
  /** What a facilitator looks at who is followed: its middle, width and height (mm), and how far the cloth is turned (radians). */
  readonly view?: readonly [x: number, y: number, width: number, height: number, turn: number];
}

/** What moves things on others' screens, or speaks for a seat: only who may write shows it. */
const OF_WRITERS = ['editing', 'of', 'drag', 'otherDrags', 'writing', 'claims', 'denies', 'made'] as const;
/** What others' eyes are led by: only who leads shows it. */
const OF_LEADERS = ['view'] as const;

/** What of a presence its role may not show, on a cloth that is open or closed for writing. The server takes it out, and a page ignores it. */
export function hiddenOf(role: Role, closed = false): readonly (keyof Presence)[] {
  if (role === 'facilitator') return [];
  return mayWrite(role) && !closed ? OF_LEADERS : [...OF_WRITERS, ...OF_LEADERS];
}

/** Presence is sent at most this often, ms between two messages (30 Hz). */
export const PRESENCE_INTERVAL_MS = 33;
/** A presence not renewed for this long is a ghost and is dropped, ms. */
export const PRESENCE_TIMEOUT_MS = 30_000;

/** Seven characters without look-alikes (no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V), typed from a shared screen. */
export const JOIN_CODE = { length: 7, alphabet: '34679ACDEFGHJKMNPQRTWXY' } as const;
