import type { Logger } from 'pino';
import * as Y from 'yjs';
import { WorkGivenUp, WorkNotBegun } from '../../core/worker-pool.ts';
import { StorageUnavailable, type StoredDocument } from '../../storage/storage.ts';
import { applyStored } from '../guard/apply-stored.ts';
import { dropPending } from '../guard/update-guard.ts';
import type { Workshop } from '../guard/workshop.ts';

/** A larger document is read in a thread and then made part by part, bytes: a smaller one takes some milliseconds. */
const LARGEST_AT_ONCE = 64 * 1024;
/** All documents that are opened wait in one row beside the networks: whoever opens many gets no more turns by it. */
const WHO = 'opening';

/** A stored document, and what could be made of it. */
export interface Loaded {
  readonly stored: StoredDocument;
  readonly doc: Y.Doc;
  /** So many updates could not be applied, and are left out. */
  readonly refused: number;
  /** Some of it builds on parts that are not there, and is left out. */
  readonly isIncomplete: boolean;
  /** What settles its circles, if it is of this version, to apply one after the other; null where nobody has looked yet. */
  readonly settled: readonly Uint8Array[] | null;
  /** The document as one update, before that; null where nobody made one. */
  readonly whole: Uint8Array | null;
}

/** A document that nobody has written in yet. */
export const NOTHING_STORED: StoredDocument = {
  updates: [],
  lastSequence: 0,
  logLength: 0,
  logBytes: 0,
  session: null,
  originalVersion: null,
  damage: null,
};

/** Makes the document in one step. */
export function loadAtOnce(stored: StoredDocument): Loaded {
  const { doc, refused } = applyStored(stored.updates);
  return { stored, doc, refused, isIncomplete: dropPending(doc), settled: null, whole: null };
}

/**
 * Makes the document in steps of some milliseconds, in turn with others' work. Rejects with StorageUnavailable when too many
 * others are being opened.
 */
export async function loadInTurns(stored: StoredDocument, workshop: Workshop, log: Logger): Promise<Loaded> {
  if (stored.updates.reduce((sum, { length }) => sum + length, 0) <= LARGEST_AT_ONCE) return loadAtOnce(stored);
  try {
    const { parts, ...found } = await workshop.load(WHO, stored.updates);
    const doc = new Y.Doc();
    for (const part of parts) await workshop.turns.take(() => Y.applyUpdate(doc, part));
    return { stored, doc, ...found };
  } catch (error) {
    if (error instanceof WorkNotBegun) throw new StorageUnavailable(`it cannot be opened now: ${error.message}`);
    if (!(error instanceof WorkGivenUp)) throw error;
    // What is stored can be opened, however much it is: only here nothing is left out for taking too long.
    log.warn(
      { err: error },
      'a stored document takes more than a thread has, and is read by the one that answers people',
    );
    return loadAtOnce(stored);
  }
}
