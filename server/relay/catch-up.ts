import type { Logger } from 'pino';
import { Backoff } from '../core/patience.ts';
import type { SharedStorage } from '../storage/shared-storage.ts';
import type { LinkedRoom } from './linked-room.ts';

/** Numbers that are missing mostly come in within this, for the nodes' own commits cross each other, ms. */
const GRACE_MS = 60;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 60_000;

/** Reads from the store what a room missed of the other nodes' work, as often as it takes. */
export class CatchUp {
  readonly #id: string;
  readonly #room: LinkedRoom;
  readonly #storage: SharedStorage;
  readonly #log: Logger;
  readonly #onRead: () => void;
  /** How far the store is known to be. */
  #target = 0;
  #timer: NodeJS.Timeout | null = null;
  #reading = false;
  readonly #backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS);
  #stopped = false;

  constructor(id: string, room: LinkedRoom, storage: SharedStorage, log: Logger, onRead: () => void) {
    this.#id = id;
    this.#room = room;
    this.#storage = storage;
    this.#log = log;
    this.#onRead = onRead;
  }

  /** The store holds everything up to this number; what the room has not got by other ways soon is read. */
  need(sequence: number): void {
    this.#target = Math.max(this.#target, sequence);
    if (this.#room.journal.sequence < this.#target) this.#schedule(GRACE_MS);
  }

  /** Reads now, whether or not anything is known to be missing. */
  now(): void {
    this.#backoff.reset();
    void this.#read();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(ms: number): void {
    if (this.#stopped || this.#reading) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (this.#room.journal.sequence < this.#target) void this.#read();
    }, ms);
  }

  async #read(): Promise<void> {
    if (this.#reading || this.#stopped) return;
    this.#reading = true;
    let whole = false;
    try {
      const { journal } = this.#room;
      const stored = await this.#storage.loadSince(this.#id, journal.sequence);
      if (this.#stopped) return;
      this.#onRead();
      this.#target = Math.max(this.#target, stored.lastSequence);
      // Updates of two nodes are not always stored in the order in which they build on each other. What builds on an
      // update that is still under way is dropped, and read again from the same number on when that has arrived.
      whole = stored.updates.length === 0 || this.#room.hear(stored.updates);
      if (whole) journal.reach(stored.lastSequence, stored.logLength, stored.logBytes);
      if (stored.session !== null) this.#room.adoptSession(stored.session, stored.sessionVersion);
    } catch (error) {
      this.#log.warn({ cloth: this.#id, err: error }, 'catching up failed; it is tried again');
    } finally {
      this.#reading = false;
    }
    if (whole) this.#backoff.reset();
    if (this.#room.journal.sequence < this.#target) this.#schedule(whole ? GRACE_MS : this.#backoff.next());
  }
}
