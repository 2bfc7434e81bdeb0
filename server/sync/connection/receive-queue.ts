import type { WebSocket } from 'ws';
import { CLOSE } from '../../../shared/model/protocol.ts';
import type { Limits } from '../../core/config.ts';
import { type MemoryShare, NO_MEMORY } from '../../core/memory-budget.ts';
import { TokenBucket } from '../../core/token-bucket.ts';
import { warningFrame } from '../frames/outgoing.ts';

/** Bursts: this many seconds' worth of messages or bytes pass at once. */
const BURST_SECONDS = 5;
/** Two slow-downs this near to each other are one, ms. */
const PAUSE_MS = 1_000;

const TOO_MANY = warningFrame(JSON.stringify({ code: 'too-many-messages' }));

export interface InboxOwner {
  process(frame: Uint8Array): void;
  warn(frame: Uint8Array): void;
  refuse(code: number, reason: string): void;
}

/**
 * Frames on their way in, one by one and no faster than allowed. Over the rate it stops reading the socket, so that the
 * sender feels it through TCP; only one that goes on and on is warned and then closed.
 */
export class ReceiveQueue {
  readonly #socket: WebSocket;
  readonly #owner: InboxOwner;
  readonly #limits: Pick<Limits, 'slowedWarnMs' | 'slowedCloseMs'>;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  /** What waits, and what it takes of the server's memory. */
  readonly #frames: Uint8Array[] = [];
  readonly #waiting: MemoryShare;
  #held = false;
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;
  #slowSince: number | null = null;
  #slowUntil = 0;
  #warned = false;

  constructor(socket: WebSocket, limits: Limits, waiting: MemoryShare, owner: InboxOwner) {
    this.#socket = socket;
    this.#owner = owner;
    this.#limits = limits;
    this.#waiting = waiting;
    const now = performance.now();
    const { messagesPerSecond, bytesPerSecond, frameBytes } = limits;
    this.#messages = new TokenBucket(messagesPerSecond * BURST_SECONDS, messagesPerSecond, now);
    this.#bytes = new TokenBucket(Math.max(bytesPerSecond * BURST_SECONDS, frameBytes), bytesPerSecond, now);
  }

  push(frame: Uint8Array): void {
    // A socket that was told to close may go on sending until it heard of it.
    if (this.#stopped) return;
    if (this.#passes(frame)) return;
    if (!this.#waiting.grow(frame.length)) {
      this.#owner.refuse(CLOSE.tryLater, NO_MEMORY);
      return;
    }
    this.#frames.push(frame);
    this.#drain();
  }

  /** Stops handling frames until {@link release}. */
  hold(): void {
    this.#held = true;
    this.#socket.pause();
  }

  release(): void {
    this.#held = false;
    this.#drain();
  }

  /** Takes from the allowance for work that a frame caused beyond its own size, in messages. */
  charge(messages: number): void {
    this.#messages.charge(messages, performance.now());
  }

  stop(): void {
    this.#stopped = true;
    this.#frames.length = 0;
    this.#waiting.release();
    if (this.#timer) clearTimeout(this.#timer);
    // A paused socket would never see the other side's close.
    this.#socket.resume();
  }

  /** Handles a frame at once when nothing is in its way, as is nearly always so. Returns whether it did. */
  #passes(frame: Uint8Array): boolean {
    // A socket that is not read from has to be set going again, behind this frame.
    if (this.#socket.isPaused || this.#held || this.#timer || this.#frames.length > 0) return false;
    const now = performance.now();
    if (this.#bytes.wait(now) > 0 || !this.#messages.take(1, now)) return false;
    this.#bytes.take(frame.length, now);
    this.#owner.process(frame);
    return true;
  }

  #drain(): void {
    while (!this.#held && !this.#timer && !this.#stopped) {
      const frame = this.#frames[0];
      if (!frame) break;
      const now = performance.now();
      const wait = Math.max(this.#messages.wait(now), this.#bytes.wait(now));
      if (wait > 0) {
        this.#slowDown(wait, now);
        break;
      }
      this.#messages.take(1, now);
      this.#bytes.take(frame.length, now);
      this.#frames.shift();
      this.#waiting.resize(this.#waiting.bytes - frame.length);
      this.#owner.process(frame);
    }
    if (this.#stopped) return;
    if (this.#frames.length > 0) this.#socket.pause();
    else if (!this.#held && this.#socket.isPaused) this.#socket.resume();
  }

  #slowDown(wait: number, now: number): void {
    if (this.#slowSince === null || now - this.#slowUntil > PAUSE_MS) {
      this.#slowSince = now;
      this.#warned = false;
    }
    this.#slowUntil = now + wait;
    const slowFor = now - this.#slowSince;
    if (slowFor > this.#limits.slowedCloseMs) {
      this.#owner.refuse(CLOSE.tooManyMessages, 'too many messages');
      return;
    }
    if (slowFor > this.#limits.slowedWarnMs && !this.#warned) {
      this.#warned = true;
      this.#owner.warn(TOO_MANY);
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#drain();
    }, wait);
  }
}
