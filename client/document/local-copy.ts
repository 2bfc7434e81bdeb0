import { fetchUpdates, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { Gathered } from './gathered.ts';
import { listenToPage } from './page-events.ts';

/** A document's copy on this device, kept up to date while it is open. */
export interface LocalCopy {
  /**
   * Resolves to true once what was kept is in the document and changes are being kept; to false when this browser keeps
   * nothing. May stay open for long where another page holds the database: never wait for it alone.
   */
  readonly loaded: Promise<boolean>;
  /** Brings what other pages of this device kept since into the document. Never rejects. */
  reread(): Promise<void>;
  close(): Promise<void>;
}

/** `kept` is told when, later on, the browser takes the copy away (false), and when it is whole again (true). */
export type OpenLocalCopy = (name: string, doc: Y.Doc, kept?: (is: boolean) => void) => LocalCopy;

/**
 * After the browser took a copy away it is made again after this long, ms: clearing data takes a moment. Where that fails
 * (the device is full, say) it is tried again after twice as long each time.
 */
const OPEN_AGAIN_MS = { first: 500, longest: 30_000 } as const;

/** A deleted cloth's id may come to life again; the epoch keeps its old copy from flowing into the new one. */
export function copyName(id: string, epoch: string): string {
  return `tafelkleed.${id}.${epoch}`;
}

/**
 * Keeps the document in IndexedDB: what is done in a burst in one go, for a keystroke would cost the page as much again to
 * keep as to show. The server has each at once all the same, and a page that goes away keeps what it has first.
 */
export const indexedDbCopy: OpenLocalCopy = (name, doc, kept = () => {}) => {
  let closed = false;
  let persistence: IndexeddbPersistence | null = null;
  let stopListening = () => {};
  const open = async (): Promise<boolean> => {
    // y-indexeddb leaves a refused database as an unhandled rejection, so whether there is one is tried first.
    if (!(await databasesOpen()) || closed) return false;
    const opened = new IndexeddbPersistence(name, doc);
    persistence = opened;
    stopListening = keepGathered(opened, takenAway);
    const db = await opened._db;
    // A browser may close it at any time: its data are cleared, or its files were damaged. On a full device it may say that
    // something was kept, and break off all of it after that.
    db.onclose = db.onabort = takenAway;
    await opened.whenSynced;
    await untilWritten(db);
    return persistence === opened;
  };
  let again: ReturnType<typeof setTimeout> | null = null;
  let wait: number = OPEN_AGAIN_MS.first;
  const takenAway = (): void => {
    if (closed || persistence === null) return;
    kept(false);
    stopListening();
    void persistence.destroy().catch(() => undefined);
    persistence = null;
    openAgain();
  };
  /** Opened anew it begins with all that is in the document. */
  const openAgain = (): void => {
    again ??= setTimeout(async () => {
      again = null;
      wait = Math.min(2 * wait, OPEN_AGAIN_MS.longest);
      const opened = await open();
      if (closed) return;
      if (!opened) return openAgain();
      wait = OPEN_AGAIN_MS.first;
      kept(true);
    }, wait);
  };
  return {
    loaded: open(),
    async reread() {
      // What the browser has taken away meanwhile is told of elsewhere.
      if (persistence?.synced) await fetchUpdates(persistence).catch(() => undefined);
    },
    async close() {
      closed = true;
      if (again !== null) clearTimeout(again);
      stopListening();
      await persistence?.destroy();
    },
  };
};

/**
 * Hears the document's updates in y-indexeddb's stead and gives them to it gathered; tells when the database takes nothing
 * any more. Returns how to stop, with nothing left.
 */
function keepGathered(persistence: IndexeddbPersistence, refused: () => void): () => void {
  const { doc } = persistence;
  const gathered = new Gathered((update) => {
    try {
      persistence._storeUpdate(update, null);
    } catch {
      refused();
    }
  });
  const gather = (update: Uint8Array, origin: unknown) => {
    if (origin !== persistence) gathered.add(update);
  };
  const keepNow = () => {
    const update = gathered.take();
    if (update) storeNow(persistence, update);
  };
  const stopListening = listenToPage({ hidden: keepNow, shown: () => {}, network: () => {} });
  doc.off('update', persistence._storeUpdate);
  doc.on('update', gather);
  return () => {
    doc.off('update', gather);
    stopListening();
    keepNow();
  };
}

/** Resolves when what was asked of the database before is on the device, or was broken off, which the database tells of. */
function untilWritten(db: IDBDatabase): Promise<void> {
  return new Promise((resolve) => {
    try {
      const looking = db.transaction('updates', 'readonly');
      looking.oncomplete = looking.onabort = () => resolve();
      looking.objectStore('updates').count();
    } catch {
      resolve();
    }
  });
}

/** Keeps an update without waiting for anything more: of a page that goes away only what is committed is kept. */
function storeNow({ db }: IndexeddbPersistence, update: Uint8Array): void {
  if (!db) return;
  try {
    const storing = db.transaction('updates', 'readwrite');
    storing.objectStore('updates').add(update);
    storing.commit();
  } catch {
    // Closed by the browser; whoever hears of that keeps all of it anew.
  }
}

/** Removes a cloth's copy from this device, changes that never reached the server included. */
export function deleteLocalCopy(id: string, epoch: string): Promise<void> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve();
    try {
      const request = indexedDB.deleteDatabase(copyName(id, epoch));
      // A copy that another tab has open is deleted when that tab lets go; nothing more can be done here.
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    } catch {
      resolve();
    }
  });
}

/** For an empty database to be tried with. */
const PROBE = 'tafelkleed.probe';
let trial: Promise<boolean> | null = null;

/** Whether this browser lets the page keep anything; asked until it does, and worth asking before there is something to keep. */
export function databasesOpen(): Promise<boolean> {
  trial ??= tryDatabase().then((opened) => {
    if (!opened) trial = null;
    return opened;
  });
  return trial;
}

function tryDatabase(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(PROBE);
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
      request.onerror = (event) => {
        event.preventDefault();
        resolve(false);
      };
    } catch {
      // Refused outright (SecurityError), or there is no IndexedDB at all.
      resolve(false);
    }
  });
}
