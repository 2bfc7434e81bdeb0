import * as Y from 'yjs';
import type { Limits } from '../../core/config.ts';
import { DocumentVersion } from './document-version.ts';

/** Counting records walks the whole document, so it is done once per this many bytes of change. */
const COUNT_EVERY_BYTES = 64 * 1024;
/** Waking takes a millisecond for every few kilobytes, and so does encoding; a larger document stays awake and encoded, bytes. */
const MOST_RESTING_BYTES = 64 * 1024;
/** Beside a large document that lies encoded so many changes are kept, of so many bytes, before it is encoded anew. */
const MOST_SINCE = 500;
const MOST_SINCE_BYTES = 64 * 1024;

export interface DocumentOptions {
  /** What the document is made of took so many bytes. */
  readonly bytes: number;
  /** All of it, where that was encoded already. */
  readonly whole?: Uint8Array | null;
  readonly limits: Pick<Limits, 'clothBytes' | 'clothRecords' | 'clothPieces'>;
  /** Called with every change, after it, as Yjs encodes and marks it. */
  readonly changed: (update: Uint8Array, origin: unknown) => void;
}

/** A document in memory: as Yjs has it while it is used, and while it rests as bytes alone, which take far less. */
export class RoomDocument {
  readonly #limits: DocumentOptions['limits'];
  readonly #changed: DocumentOptions['changed'];
  /** Null while it rests; then `#whole` is all there is. */
  #awake: { readonly doc: Y.Doc; readonly version: DocumentVersion } | null;
  /** All of it, encoded, but for what came since; null when it was changed too much for that. */
  #whole: Uint8Array | null;
  #since: Uint8Array[] = [];
  #sinceBytes = 0;
  /** When it was woken or changed last, `performance.now()`. */
  #usedAt = 0;
  #bytes: number;
  #countAt = 0;
  #full = false;

  constructor(doc: Y.Doc, { bytes, whole = null, limits, changed }: DocumentOptions) {
    this.#bytes = bytes;
    this.#whole = whole;
    this.#limits = limits;
    this.#changed = changed;
    this.#awake = this.#watch(doc);
  }

  /** The document itself, woken if it rests. Not to be held on to across an `await`. */
  get doc(): Y.Doc {
    return this.#wake().doc;
  }

  /** Holds the document to its version, see {@link DocumentVersion}. */
  get version(): DocumentVersion {
    return this.#wake().version;
  }

  get isResting(): boolean {
    return this.#awake === null;
  }

  /** Bytes of the encoded document, roughly. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Keeps the bytes alone until the document is needed again, if it was not changed for so long, ms; not when it is so large
   * that waking would be felt.
   */
  restAfter(ms: number, now: number): void {
    if (!this.#awake || now - this.#usedAt < ms || this.#bytes > MOST_RESTING_BYTES) return;
    this.encodeAll();
    this.#awake.doc.destroy();
    this.#awake = null;
  }

  stateVector(): Uint8Array {
    const { doc } = this.#awake ?? {};
    return doc ? Y.encodeStateVector(doc) : Y.encodeStateVectorFromUpdate(this.encodeAll());
  }

  /**
   * What a client with this state vector does not have yet, as updates to apply one after the other. Whoever lacks most of a large
   * document is given all of it. Throws when the vector cannot be read.
   */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    const isNew = stateVector.length === 1 && stateVector[0] === 0;
    if (!isNew && !this.#lacksMost(stateVector)) return [Y.encodeStateAsUpdate(this.doc, stateVector)];
    const whole = this.#whole ?? this.encodeAll();
    if (this.#since.length > 1) this.#since = [Y.mergeUpdates(this.#since)];
    return [whole, ...this.#since];
  }

  /** The whole document; kept until the next change, for a class joins within seconds. */
  encodeAll(): Uint8Array {
    if (this.#whole && this.#since.length === 0) return this.#whole;
    const whole = Y.encodeStateAsUpdate(this.doc);
    this.#encoded(whole);
    return whole;
  }

  /** Whether so many more bytes would bring the document over its limit, or it already holds too many records or pieces. */
  wouldOverflow(bytes: number): boolean {
    if (this.#full) return true;
    if (this.#bytes + bytes > this.#limits.clothBytes) {
      // Deleted and overwritten words no longer count, so measure before refusing anyone.
      this.#bytes = this.encodeAll().length;
      if (this.#bytes + bytes > this.#limits.clothBytes) return true;
    }
    if (this.#bytes + bytes > this.#countAt) {
      this.#countAt = this.#bytes + bytes + COUNT_EVERY_BYTES;
      this.#full = records(this.doc) > this.#limits.clothRecords || pieces(this.doc) > this.#limits.clothPieces;
    }
    return this.#full;
  }

  destroy(): void {
    this.#awake?.doc.destroy();
  }

  #encoded(whole: Uint8Array | null): void {
    this.#whole = whole;
    this.#since = [];
    this.#sinceBytes = 0;
  }

  /** A small document is soon encoded anew; beside a large one what is new in it is kept. */
  #keep(update: Uint8Array): void {
    this.#sinceBytes += update.length;
    this.#since.push(update);
    const isLarge = this.#whole !== null && this.#whole.length > MOST_RESTING_BYTES;
    if (!isLarge || this.#since.length > MOST_SINCE || this.#sinceBytes > MOST_SINCE_BYTES) this.#encoded(null);
  }

  #lacksMost(stateVector: Uint8Array): boolean {
    if (this.#bytes <= MOST_RESTING_BYTES) return false;
    const has = Y.decodeStateVector(stateVector);
    let [all, lacking] = [0, 0];
    for (const client of this.doc.store.clients.keys()) {
      const length = Y.getState(this.doc.store, client);
      all += length;
      lacking += Math.max(0, length - (has.get(client) ?? 0));
    }
    return lacking * 2 > all;
  }

  #wake(): { readonly doc: Y.Doc; readonly version: DocumentVersion } {
    if (!this.#awake) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, this.encodeAll());
      this.#awake = this.#watch(doc);
    }
    return this.#awake;
  }

  #watch(doc: Y.Doc): { readonly doc: Y.Doc; readonly version: DocumentVersion } {
    this.#usedAt = performance.now();
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#usedAt = performance.now();
      this.#bytes += update.length;
      this.#keep(update);
      this.#changed(update, origin);
    });
    return { doc, version: new DocumentVersion(doc) };
  }
}

/** How many records stand in a document of whatever kind: in a cloth mostly words and ties, in a room what it remembers. */
function records({ share }: Y.Doc): number {
  let count = 0;
  for (const { _map } of share.values()) for (const { deleted } of _map.values()) if (!deleted) count += 1;
  return count;
}

/** How many pieces Yjs keeps of a document. */
function pieces({ store }: Y.Doc): number {
  let count = 0;
  for (const structs of store.clients.values()) count += structs.length;
  return count;
}
