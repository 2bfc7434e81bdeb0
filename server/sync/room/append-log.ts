import { type Storage, UnknownCloth } from '../../storage/storage.ts';
import { SequenceTracker } from './sequence-tracker.ts';

/** Beyond this much unwritten, one whole snapshot is kept to be written instead, bytes. */
const LONGEST_QUEUE = 8 * 1024 * 1024;

/** What was stored together: its numbers in the store's log, and what it was counted as when it came in. */
export interface Batch {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly upTo: number;
}

interface Waiter {
  readonly upTo: number;
  readonly callback: () => void;
  /** Called instead when the cloth is deleted. */
  readonly lost: () => void;
}

/**
 * Brings the updates of one cloth to the store in order, as many at a time as have gathered, and tells who waits when
 * they are durable. While the disk refuses, the updates stay here (or, when they grow too many, in the document).
 */
export class AppendLog {
  readonly #id: string;
  readonly #storage: Pick<Storage, 'append' | 'compact'>;
  /** Throws when the document cannot be encoded. */
  readonly #wholeState: () => Uint8Array;
  readonly #onDurable: (batch: Batch) => void;
  readonly #sequence: SequenceTracker;
  #queue: Uint8Array[] = [];
  #queueBytes = 0;
  #needsWholeState = false;
  #writing = false;
  #gone = false;
  /** Updates counted since the room was opened. */
  #received = 0;
  #durable = 0;
  readonly #waiters: Waiter[] = [];
  /** What a compaction would save: updates and bytes written since the last snapshot. */
  logLength: number;
  logBytes: number;

  constructor(
    storage: Pick<Storage, 'append' | 'compact'>,
    id: string,
    start: { readonly lastSequence: number; readonly logLength: number; readonly logBytes: number },
    wholeState: () => Uint8Array,
    onDurable: (batch: Batch) => void,
  ) {
    this.#storage = storage;
    this.#id = id;
    this.#sequence = new SequenceTracker(start.lastSequence);
    this.logLength = start.logLength;
    this.logBytes = start.logBytes;
    this.#wholeState = wholeState;
    this.#onDurable = onDurable;
  }

  /** True when all that was given is durable. */
  get idle(): boolean {
    return this.#durable === this.#received || this.#gone;
  }

  /** Updates not yet durable. */
  get depth(): number {
    return this.#received - this.#durable;
  }

  /** Everything stored under this number and below is in the document. */
  get sequence(): number {
    return this.#sequence.reached;
  }

  /** Takes an update that is in the document already. Returns how many it has taken now. */
  append(update: Uint8Array): number {
    if (this.#gone) return this.#received;
    this.#received += 1;
    if (!this.#needsWholeState) {
      this.#queue.push(update);
      this.#queueBytes += update.length;
      if (this.#queueBytes > LONGEST_QUEUE) {
        this.#queue = [];
        this.#queueBytes = 0;
        this.#needsWholeState = true;
      }
    }
    this.#flush();
    return this.#received;
  }

  /** Calls back once everything given so far is durable: now, if it is. Calls `lost` instead if the cloth is deleted. */
  whenDurable(callback: () => void, lost: () => void = () => undefined): void {
    if (this.#gone) lost();
    else if (this.#durable === this.#received) callback();
    else this.#waiters.push({ upTo: this.#received, callback, lost });
  }

  /** Resolves once everything given so far is durable; rejects with UnknownCloth when the cloth is deleted. */
  settled(): Promise<void> {
    return new Promise((resolve, reject) => this.whenDurable(resolve, () => reject(new UnknownCloth(this.#id))));
  }

  /** Another node stored what is in the document here too. */
  cover(first: number, last: number, bytes: number): void {
    this.#sequence.cover(first, last);
    this.logLength += last - first + 1;
    this.logBytes += bytes;
  }

  /** The document has caught up with the store, by reading `length` updates of `bytes` in all. */
  reach(sequence: number, length: number, bytes: number): void {
    this.#sequence.reach(sequence);
    this.logLength += length;
    this.logBytes += bytes;
  }

  /** A snapshot up to this number was laid, here or on another node. */
  compactedUpTo(sequence: number): void {
    const left = Math.max(0, this.sequence - sequence);
    if (left >= this.logLength) return;
    this.logBytes = Math.round((this.logBytes * left) / this.logLength);
    this.logLength = left;
  }

  #flush(): void {
    if (this.#writing || this.#gone || this.#durable === this.#received) return;
    let updates: readonly Uint8Array[];
    try {
      updates = this.#needsWholeState ? [this.#wholeState()] : this.#queue;
    } catch {
      // Nothing can be made of it. What was not stored is not acknowledged, and whoever wrote it brings it again.
      this.#giveUp();
      return;
    }
    this.#writing = true;
    const upTo = this.#received;
    this.#queue = [];
    this.#queueBytes = 0;
    this.#needsWholeState = false;
    this.#storage.append(this.#id, updates).then(
      (sequence) => this.#written(sequence, upTo, updates),
      (error: unknown) => this.#refused(error),
    );
  }

  #written(sequence: number, upTo: number, updates: readonly Uint8Array[]): void {
    this.#writing = false;
    const batch = { first: sequence - updates.length + 1, last: sequence, from: this.#durable + 1, upTo };
    this.#sequence.cover(batch.first, batch.last);
    this.#durable = upTo;
    this.logLength += updates.length;
    for (const update of updates) this.logBytes += update.length;
    const ready = this.#waiters.findIndex((waiter) => waiter.upTo > upTo);
    const called = ready < 0 ? this.#waiters.splice(0) : this.#waiters.splice(0, ready);
    for (const { callback } of called) callback();
    this.#onDurable(batch);
    this.#flush();
  }

  /** The store takes nothing any more: the cloth was deleted, or the store was closed. Nothing will be acknowledged. */
  #refused(error: unknown): void {
    this.#writing = false;
    if (error instanceof UnknownCloth) this.#giveUp();
    else this.#needsWholeState = true;
  }

  #giveUp(): void {
    this.#gone = true;
    for (const { lost } of this.#waiters.splice(0)) lost();
  }
}
