import * as Y from 'yjs';
import type { Limits } from '../../core/config.ts';
import { DocumentVersion } from './document-version.ts';

/** Counting records walks the whole document, so it is done once per this many bytes of change. */
const COUNT_EVERY_BYTES = 64 * 1024;
/** Waking takes a millisecond for every few kilobytes; a larger document stays awake, bytes. */
const MOST_RESTING_BYTES = 64 * 1024;

export interface DocumentOptions {
  /** What the document is made of took so many bytes. */
  readonly bytes: number;
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
  /** All of it, encoded; null since the last change. */
  #whole: Uint8Array | null = null;
  /** When it was woken or changed last, `performance.now()`. */
  #usedAt = 0;
  #bytes: number;
  #countAt = 0;
  #full = false;

  constructor(doc: Y.Doc, { bytes, limits, changed }: DocumentOptions) {
    this.#bytes = bytes;
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

  /** What a client with this state vector does not have yet. Throws when the vector cannot be read. */
  answer(stateVector: Uint8Array): Uint8Array {
    return stateVector.length === 1 && stateVector[0] === 0
      ? this.encodeAll()
      : Y.encodeStateAsUpdate(this.doc, stateVector);
  }

  /** The whole document; kept until the next change, for a class joins within seconds. */
  encodeAll(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.doc);
    return this.#whole;
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
      this.#whole = null;
      this.#bytes += update.length;
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
