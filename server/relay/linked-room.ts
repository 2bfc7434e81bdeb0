import type { ClothRecord } from '../storage/storage.ts';

/** What a link asks of the open cloth at its end. */
export interface LinkedRoom {
  readonly record: ClothRecord;
  readonly journal: {
    /** Everything stored up to this number is in the document. */
    readonly sequence: number;
    cover(first: number, last: number, bytes: number): void;
    reach(last: number, length: number, bytes: number): void;
    compactedUpTo(sequence: number): void;
    append(update: Uint8Array): number;
    whenDurable(callback: () => void): void;
  };
  /**
   * Takes in updates from elsewhere, which are or will be stored, and passes on what is new. False when parts were missing
   * that they build on; those that could not be used were dropped. Throws when they cannot be read.
   */
  hear(updates: readonly Uint8Array[]): boolean;
  readonly presence: {
    /** Takes what another node says of the people there. */
    hear(node: string, frame: Uint8Array, now: number): void;
    /** Drops everyone who is at that node. */
    forgetNode(node: string, now: number): void;
    /** Everyone at this node; null when nobody is. */
    everyoneHere(): Uint8Array | null;
    /** Whether the connection here that speaks for this client answers; false when there is none. */
    challengeHere(clientId: number): Promise<boolean>;
  };
  /** The version of the session's state, counted up at every change on any node. */
  readonly sessionVersion: number;
  adoptSession(json: string, version: number): void;
  /** Heeds a record that was changed elsewhere: who lost their key is closed. */
  adoptRecord(record: ClothRecord): void;
}
