import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { CLOSE } from '../../shared/protocol.ts';
import { Line } from './line.ts';

/** What `ws` closes with when a frame is over its `maxPayload`. */
const MESSAGE_TOO_BIG = 1009;

/** A server-side socket that refuses a too large frame for good: on 1009 the stock client would send it again for ever. */
export class SyncSocket extends WebSocket {
  /** Whether anything was heard since the last heartbeat. */
  alive = true;
  #line: Line | null = null;

  /** Tells it the stream of the connection that was upgraded. */
  attach(stream: Duplex): void {
    this.#line = new Line(this, stream);
  }

  /** The way out for messages. Throws before the socket is attached to its stream. */
  get line(): Line {
    if (!this.#line) throw new Error('this socket is not attached to a stream');
    return this.#line;
  }

  override close(code?: number, reason?: string | Buffer): void {
    // What was said before goes before.
    this.#line?.flush();
    if (code === MESSAGE_TOO_BIG) super.close(CLOSE.frameTooLarge, 'this frame is too large');
    else super.close(code, reason);
  }
}
