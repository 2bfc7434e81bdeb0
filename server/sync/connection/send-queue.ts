import type { MemoryAccount, MemoryShare } from '../../core/memory-budget.ts';
import type { Metrics } from '../../core/metrics.ts';
import { KEEP_ALIVE_FRAME } from '../frames/outgoing.ts';
import type { SocketWriter } from '../frames/socket-writer.ts';

/** A reader that has not caught up after this long is let go, ms. */
const STUCK_MS = 30_000;
/** The stock client gives a line up that was silent for 30 s; looked at every heartbeat, this is safe, ms. */
const SILENCE_MS = 10_000;
/** So much unsent is what any line has at times, and is not counted, bytes. */
const LEAST_COUNTED = 64 * 1024;
/** Acks kept for a slow reader; beyond, the oldest are forgotten, for a later one covers them. */
const MOST_OWED_ACKS = 1_000;

export interface OutboxSource {
  /** What the document holds at this moment, as a state vector. */
  stateVector(): Uint8Array;
  /** The reader has read all that was sent. What was kept back since this state vector is sent now; null: nothing was. */
  catchUp(stateVector: Uint8Array | null): void;
  /** There is no room for what is to be sent. */
  refused(): void;
}

/**
 * Frames on their way out, with bounded memory for a reader that does not keep up: presence is left out first; past the
 * bound nothing more is queued but the point is remembered, and one answer from there follows when the line is free.
 */
export class SendQueue {
  readonly #line: SocketWriter;
  readonly #backlogBytes: number;
  readonly #metrics: Metrics;
  readonly #source: OutboxSource;
  /** Set while the reader is behind: since when, and from which state on it has to be told. */
  #behind: { readonly since: number; from: Uint8Array; missed: boolean; readonly acks: Uint8Array[] } | null = null;
  readonly #memory: MemoryAccount;
  readonly #unsent: MemoryShare;
  /** Gives back what the frames took that the reader is behind with. */
  #letGo: (() => void) | null = null;
  #sentAt = performance.now();

  constructor(line: SocketWriter, backlogBytes: number, memory: MemoryAccount, metrics: Metrics, source: OutboxSource) {
    this.#line = line;
    this.#backlogBytes = backlogBytes;
    this.#metrics = metrics;
    this.#memory = memory;
    this.#unsent = memory.share();
    this.#source = source;
  }

  /** Whether the reader still has to read what was sent, and is sent nothing more meanwhile. */
  get isBehind(): boolean {
    return this.#behind !== null;
  }

  /** Sends what must arrive, at once or as part of the next catching up. */
  send(frame: Uint8Array): void {
    if (this.#behind) this.#behind.missed = true;
    else this.#write(frame);
  }

  /** Sends the answer to a client's question, all of it or nothing; a reader that is behind gets it when it catches up. */
  answer(frames: readonly Uint8Array[], stateVector: Uint8Array): void {
    if (!this.#behind) {
      this.#write(...frames);
      return;
    }
    this.#behind.missed = true;
    this.#behind.from = stateVector;
  }

  sendAck(frame: Uint8Array): void {
    if (!this.#behind) {
      this.#write(frame);
      return;
    }
    this.#behind.acks.push(frame);
    if (this.#behind.acks.length > MOST_OWED_ACKS) this.#behind.acks.shift();
  }

  /** Sends what a slow reader can do without. */
  sendIfQuick(frame: Uint8Array): void {
    if (!this.#behind && this.#line.waitingBytes <= this.#backlogBytes / 4) {
      this.#write(frame);
      return;
    }
    if (this.#behind) this.#behind.missed = true;
    this.#metrics.presenceDropped.inc();
  }

  /** Sends a frame that changes nothing when there was nothing else for a while. */
  keepAlive(now: number): void {
    if (!this.#behind) this.#count(this.#line.waitingBytes);
    if (!this.#behind && now - this.#sentAt > SILENCE_MS) this.#write(KEEP_ALIVE_FRAME);
  }

  /** Gives back all the memory that was taken: nothing more is sent. */
  stop(): void {
    this.#letGo?.();
    this.#unsent.release();
  }

  #count(unsent: number): boolean {
    return this.#unsent.resize(unsent > LEAST_COUNTED ? unsent : 0);
  }

  /** Whether the reader has been behind for too long. */
  stuck(now: number): boolean {
    return this.#behind !== null && now - this.#behind.since > STUCK_MS;
  }

  #write(...frames: readonly Uint8Array[]): void {
    const line = this.#line;
    if (!line.isOpen) return;
    this.#sentAt = performance.now();
    const length = frames.reduce((sum, frame) => sum + frame.length, 0);
    this.#metrics.bytesOut.inc(length);
    const unsent = line.waitingBytes + length;
    if (unsent <= this.#backlogBytes && this.#count(unsent)) {
      for (const frame of frames) line.send(frame);
      if (unsent > LEAST_COUNTED) line.flush(() => this.#count(line.waitingBytes));
      return;
    }
    // Many may wait for the same: it takes its memory once.
    const held = frames.map((frame) => this.#memory.hold(frame));
    const letGo = (): void => {
      for (const each of held) each?.();
    };
    if (held.includes(null)) {
      letGo();
      this.#source.refused();
      return;
    }
    this.#letGo = letGo;
    for (const frame of frames) line.send(frame);
    this.#metrics.readersBehind.inc();
    this.#behind = { since: this.#sentAt, from: this.#source.stateVector(), missed: false, acks: [] };
    // The callback comes when the last of these, and so all before it, has left for the network.
    line.flush(() => this.#caughtUp());
  }

  #caughtUp(): void {
    const behind = this.#behind;
    this.#behind = null;
    this.#letGo?.();
    this.#count(this.#line.waitingBytes);
    if (!behind || !this.#line.isOpen) return;
    this.#source.catchUp(behind.missed ? behind.from : null);
    for (const ack of behind.acks) this.sendAck(ack);
  }
}
