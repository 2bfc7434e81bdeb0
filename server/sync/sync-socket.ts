import { WebSocket } from 'ws';
import { CLOSE } from '../../shared/protocol.ts';

/** What `ws` closes with when a frame is over its `maxPayload`. */
const MESSAGE_TOO_BIG = 1009;

/** A server-side socket that refuses a too large frame for good: on 1009 the stock client would send it again for ever. */
export class SyncSocket extends WebSocket {
  /** Whether anything was heard since the last heartbeat. */
  alive = true;

  override close(code?: number, reason?: string | Buffer): void {
    if (code === MESSAGE_TOO_BIG) super.close(CLOSE.frameTooLarge, 'this frame is too large');
    else super.close(code, reason);
  }
}
