import type { Counting } from '../core/counting.ts';
import type { Storage, StoredDocument } from './storage.ts';

/** How far a cloth is, to see at a glance whether another node went on with it. All only grow. */
export interface Standing {
  readonly lastSequence: number;
  readonly sessionVersion: number;
  readonly recordVersion: number;
}

export interface SharedDocument extends StoredDocument {
  readonly sessionVersion: number;
}

/** A store that several nodes use at the same time, each of which sees what the others committed. */
export interface SharedStorage extends Storage {
  /** Counts for all nodes. */
  readonly counting: Counting;
  load(id: string): Promise<SharedDocument>;
  /**
   * What came after `sequence`: updates, or a snapshot and updates where the log was compacted meanwhile. Rejects with
   * UnknownCloth.
   */
  loadSince(id: string, sequence: number): Promise<SharedDocument>;
  /** Where these cloths stand; those that are not there (any more) are left out. */
  standings(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
  /** Keeps the state with the highest version; of equal versions, the text that sorts last. */
  writeSession(id: string, session: string, version?: number): Promise<void>;
}
