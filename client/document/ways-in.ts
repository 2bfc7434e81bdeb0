import type { DeviceStorage } from '../device/device-storage.ts';

/** A socket that is not open after this is held up on the way, ms. */
const OPEN_WITHIN_MS = 5_000;
/** So many sockets that do not open are enough to try without. */
const ENOUGH = 2;
/** So long after the last try a socket is tried again when a new connection is to be made, ms. */
const TRY_AGAIN_MS = 10 * 60_000;
/** What this tab remembers, so that it does not wait in vain on every page. */
const REMEMBERED = 'tafelkleed:no-socket-since';

type Way = 'socket' | 'requests';

export interface WaysOptions {
  /** Gives up the attempt that is under way. */
  readonly giveUp: () => void;
  /** Fetches what goes by requests, and has the next attempt go that way. Rejects when it cannot be fetched. */
  readonly byRequests: () => Promise<void>;
  /** Has the next attempt go by a socket. */
  readonly bySocket: () => void;
  /** Of this tab. */
  readonly storage: Pick<DeviceStorage, 'get' | 'set'>;
}

/**
 * Which way leads to the server: a socket, or where the network lets none through (a school's proxy that answers in the
 * server's place, cuts it off or leaves it hanging) plain requests. A way that leads there is kept to.
 */
export class WaysIn {
  readonly #options: WaysOptions;
  /** The way of the next attempt, and of the one under way. */
  #way: Way = 'socket';
  #taken: Way = 'socket';
  /** Sockets in a row that did not open. */
  #failed = 0;
  #triedAt = Date.now();
  #isOpen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether there is a way that was not tried since the last one that led there. */
  #untried = true;

  constructor(options: WaysOptions) {
    this.#options = options;
    const since = Number(options.storage.get(REMEMBERED) ?? Number.NaN);
    if (!(Date.now() - since < TRY_AGAIN_MS)) return;
    this.#triedAt = since;
    this.#goByRequests().then(() => this.#isOpen || options.giveUp());
  }

  /** An attempt begins. */
  begins(): void {
    clearTimeout(this.#timer);
    this.#isOpen = false;
    this.#taken = this.#way;
    if (this.#taken === 'requests') return;
    this.#triedAt = Date.now();
    this.#timer = setTimeout(() => {
      this.#failed = ENOUGH;
      this.#options.giveUp();
    }, OPEN_WITHIN_MS);
  }

  opened(): void {
    clearTimeout(this.#timer);
    this.#isOpen = true;
    this.#failed = 0;
    this.#untried = true;
    const { storage } = this.#options;
    storage.set(REMEMBERED, this.#taken === 'requests' ? String(this.#triedAt) : null);
  }

  /** An attempt failed, or what was open is lost. Returns whether another way is still to be tried before one can say so. */
  lost(): boolean {
    clearTimeout(this.#timer);
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    if (this.#taken === 'requests') {
      if (!wasOpen || Date.now() - this.#triedAt > TRY_AGAIN_MS) this.#goBySocket();
      return false;
    }
    if (wasOpen) return false;
    this.#failed += 1;
    if (this.#failed < ENOUGH) return this.#untried;
    const untried = this.#untried;
    this.#untried = false;
    void this.#goByRequests();
    return untried;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #goByRequests(): Promise<void> {
    return this.#options.byRequests().then(
      () => {
        this.#way = 'requests';
      },
      // Without a network it cannot be fetched either: the next failure asks again.
      () => undefined,
    );
  }

  #goBySocket(): void {
    this.#way = 'socket';
    // One that opens is kept; one that does not is enough.
    this.#failed = ENOUGH - 1;
    this.#options.bySocket();
  }
}
