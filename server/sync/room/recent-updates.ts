import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { EMPTY_UPDATE } from './encoded-document.ts';

/** What is kept for those who come back: this many updates, and no more than so many bytes of them. */
const MOST_UPDATES = 500;
const MOST_BYTES = 64 * 1024;
const INCARNATION_LENGTH = 8;

/**
 * The latest updates of an open cloth, in the order in which everyone is sent them. Whoever shows the token up to which it
 * has them is given those after it. A state vector says less: it leaves out deletions, so that who comes with nothing else has
 * to be told of every deletion there ever was.
 */
export class RecentUpdates {
  /** Only in this incarnation of the room does a number mean anything: after a crash, or on another node, the order is another. */
  readonly #incarnation = nanoid(INCARNATION_LENGTH);
  #updates: Uint8Array[] = [];
  #bytes = 0;
  #count = 0;

  /** The token that stands for all updates up to now: who shows it is sent what came after. */
  get resumeToken(): string {
    return `${this.#incarnation}.${this.#count}`;
  }

  add(update: Uint8Array): void {
    this.#count += 1;
    this.#bytes += update.length;
    this.#updates.push(update);
    while (this.#updates.length > MOST_UPDATES || this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#updates.shift()?.length ?? 0;
    }
  }

  /** The updates after those a token stands for, as one; null when they are not all here, or the token is none of this incarnation. */
  since(token: string): Uint8Array | null {
    const [, incarnation, number] = /^([\w-]+)\.(\d{1,15})$/.exec(token) ?? [];
    if (incarnation !== this.#incarnation) return null;
    const missed = this.#count - Number(number);
    if (missed < 0 || missed > this.#updates.length) return null;
    return missed === 0 ? EMPTY_UPDATE : Y.mergeUpdates(this.#updates.slice(-missed));
  }
}
