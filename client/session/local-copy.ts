import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { readSnapshot } from '../../shared/cloth/read.ts';
import { openCloth } from '../../shared/cloth/schema.ts';
import type { ClothSnapshot } from '../../shared/cloth/snapshot.ts';

/** A document's copy on this device, kept up to date while it is open. */
export interface LocalCopy {
  /**
   * Resolves to true once what was kept is in the document and changes are being kept; to false when this browser keeps
   * nothing. May stay open for long where another page holds the database: never wait for it alone.
   */
  readonly loaded: Promise<boolean>;
  close(): Promise<void>;
}

export type OpenLocalCopy = (name: string, doc: Y.Doc) => LocalCopy;

/** A deleted cloth's id may come to life again; the epoch keeps its old copy from flowing into the new one. */
export function copyName(id: string, epoch: string): string {
  return `tafelkleed.${id}.${epoch}`;
}

/** Keeps the document in IndexedDB. */
export const indexedDbCopy: OpenLocalCopy = (name, doc) => {
  let closed = false;
  let persistence: IndexeddbPersistence | null = null;
  // y-indexeddb leaves a refused database as an unhandled rejection, so whether there is one is tried first.
  const loaded = databasesOpen().then(async (open) => {
    if (!open || closed) return false;
    persistence = new IndexeddbPersistence(name, doc);
    await persistence.whenSynced;
    return true;
  });
  return {
    loaded,
    async close() {
      closed = true;
      await persistence?.destroy();
    },
  };
};

/** The cloth as this device last had it, or null when it keeps no copy. */
export async function readLocalCopy(id: string, epoch: string): Promise<ClothSnapshot | null> {
  const doc = new Y.Doc();
  const copy = indexedDbCopy(copyName(id, epoch), doc);
  try {
    const cloth = openCloth(doc);
    return (await copy.loaded) && cloth.meta.size > 0 ? readSnapshot(cloth) : null;
  } finally {
    await copy.close();
    doc.destroy();
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
  trial ??= new Promise((resolve) => {
    const refused = () => {
      trial = null;
      resolve(false);
    };
    try {
      const request = indexedDB.open(PROBE);
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
      request.onerror = (event) => {
        event.preventDefault();
        refused();
      };
    } catch {
      // Refused outright (SecurityError), or there is no IndexedDB at all.
      refused();
    }
  });
  return trial;
}
