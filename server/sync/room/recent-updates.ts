import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { EMPTY_UPDATE } from './encoded-document.ts';

/** What is kept for those who come back: this many updates, and no more than so many bytes of them. */
const MOST_UPDATES = 500;
const MOST_BYTES = 64 * 1024;
const LIFE_LENGTH = 8;

/**
 * The latest updates of an open cloth, in the order in which everyone is sent them. Whoever names the place up to which it
 * has them is given those after it. A state vector says less: it leaves out deletions, so that who comes with nothing else has
 * to be told of every deletion there ever was.
 */
export class RecentUpdates {
  /** Only in this life of the room does a number mean anything: after a crash, or on another node, the order is another. */
  readonly #life = nanoid(LIFE_LENGTH);
  #updates: Uint8Array[] = [];
  #bytes = 0;
  #count = 0;

  /** The place after the last update. */
  get place(): string {
    return `${this.#life}.${this.#count}`;
  }

  add(update: Uint8Array): void {
    this.#count += 1;
    this.#bytes += update.length;
    this.#updates.push(update);
    while (this.#updates.length > MOST_UPDATES || this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#updates.shift()?.length ?? 0;
    }
  }

  /** The updates after a place, as one; null when they are not all here, or the place is none of this life. */
  since(place: string): Uint8Array | null {
    const [, life, number] = /^([\w-]+)\.(\d{1,15})$/.exec(place) ?? [];
    if (life !== this.#life) return null;
    const missed = this.#count - Number(number);
    if (missed < 0 || missed > this.#updates.length) return null;
    return missed === 0 ? EMPTY_UPDATE : Y.mergeUpdates(this.#updates.slice(-missed));
  }
}
