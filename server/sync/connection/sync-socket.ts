import type { Duplex } from 'node:stream';
import { type RawData, WebSocket } from 'ws';
import { CLOSE } from '../../../shared/model/protocol.ts';
import { isTooSlow } from '../../core/least-speed.ts';
import { type MemoryAccount, STRETCH } from '../../core/memory-budget.ts';
import { SocketWriter } from '../frames/socket-writer.ts';

/** What `ws` closes with when a frame is over its `maxPayload`. */
const MESSAGE_TOO_BIG = 1009;
/** Of what comes in after closing so much is looked at, to find the other side's own close behind what was under way, bytes. */
const MOST_AFTER_CLOSE = 16 * 1024;
/** As many bytes the smallest piece counts for: it takes memory of its own. */
const LEAST_PIECE = 256;
/** A frame of which so much came in is counted, bytes: nearly every one is whole before. */
const LEAST_COUNTED = 16 * 1024;
/** Who was never let in is given so long to close in its turn, ms. */
const TURNED_AWAY_MS = 1_000;

/**
 * A server-side socket that refuses a too large frame for good: on 1009 the stock client would send it again for ever. Once
 * it is closing it keeps next to nothing of what still comes in.
 */
export class SyncSocket extends WebSocket {
  /** Whether anything was heard since the last heartbeat. */
  alive = true;
  #line: SocketWriter | null = null;
  #stream: Duplex | null = null;
  /** Of a frame that is being put together so much came in, bytes, since when; and of the last piece. */
  #partial = 0;
  #partialSince: number | null = null;
  #piece = 0;

  /** Tells it the stream of the connection that was upgraded. */
  attach(stream: Duplex): void {
    this.#line = new SocketWriter(this, stream);
    this.#stream = stream;
    stream.prependListener('data', (piece: Buffer) => {
      this.#partial += piece.length;
      this.#piece = piece.length;
    });
    this.on('message', (data: RawData) => {
      // What is left came with the piece in which this one ended.
      const length = Buffer.isBuffer(data) ? data.length : 0;
      this.#partial = Math.max(0, Math.min(this.#partial - length, this.#piece));
      this.#partialSince = null;
    });
  }

  /**
   * Takes what frames that are being put together hold out of the server's memory, and reads on in turn with others; `refused`
   * is called when there is no room.
   */
  payBy(memory: MemoryAccount, refused: () => void): void {
    const share = memory.share();
    let stretch = 0;
    this.#stream?.on('data', (piece: Buffer) => {
      const counted = this.#partial > LEAST_COUNTED ? this.#partial : 0;
      if (counted > 0) this.#partialSince ??= performance.now();
      if (!share.resize(counted)) refused();
      stretch += piece.length;
      if (stretch < STRETCH) return;
      stretch = 0;
      this.#stream?.pause();
      void memory.reading.take(() => {
        if (!this.isPaused) this.#stream?.resume();
      });
    });
    this.once('close', () => share.release());
  }

  /** Whether a frame has been coming in at less than this many bytes a second. What is not read meanwhile is not its sender's doing. */
  isStalled(now: number, leastBytesPerSecond: number): boolean {
    if (this.#partialSince === null) return false;
    if (this.isPaused) this.#partialSince = now;
    return isTooSlow(this.#partial, now - this.#partialSince, leastBytesPerSecond);
  }

  /** The way out for messages. Throws before the socket is attached to its stream. */
  get line(): SocketWriter {
    if (!this.#line) throw new Error('this socket is not attached to a stream');
    return this.#line;
  }

  override close(code?: number, reason?: string | Buffer): void {
    // What was said before goes before.
    this.#line?.flush();
    const wasOpen = this.readyState === this.OPEN;
    if (code === MESSAGE_TOO_BIG) super.close(CLOSE.frameTooLarge, 'this frame is too large');
    else super.close(code, reason);
    if (wasOpen && this.#stream) this.#readOnlyForClose(this.#stream);
  }

  /** Closes who was never let in; one that does not close in its turn is cut off soon. */
  turnAway(code: number, reason: string): void {
    this.close(code, reason);
    const timer = setTimeout(() => this.terminate(), TURNED_AWAY_MS);
    this.once('close', () => clearTimeout(timer));
  }

  /** Without this `ws` would go on putting frames of any allowed size together until the other side closes. */
  #readOnlyForClose(stream: Duplex): void {
    const readers = stream.listeners('data');
    stream.removeAllListeners('data');
    let read = 0;
    stream.on('data', (piece: Buffer) => {
      read += Math.max(piece.length, LEAST_PIECE);
      if (read <= MOST_AFTER_CLOSE) for (const reader of readers) reader.call(stream, piece);
    });
    // A paused socket would never see the other side's close.
    this.resume();
  }
}
