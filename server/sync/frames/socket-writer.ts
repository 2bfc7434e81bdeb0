import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** First byte of a whole binary message (RFC 6455, 5.2); what a server sends has no mask. */
const BINARY = 0x82;
const LENGTH_IN_2_BYTES = 126;
const LENGTH_IN_8_BYTES = 127;
/** Up to here a copy costs less than a second piece in the write, bytes. */
const MOST_COPIED = 16 * 1024;

/** Lines with something to send at the end of this turn of the event loop. */
let due: SocketWriter[] = [];

/** Whether this turn has had its first write. */
let begun = false;

/**
 * Sends what there is to send: at once the first time in a turn of the event loop, so that an edit waits for nothing. What
 * else this turn brings is left to its end, when one write to each reader does for all of it.
 */
export function flushFirst(): void {
  if (begun || due.length === 0) return;
  begun = true;
  flushDue();
}

function endTurn(): void {
  begun = false;
  flushDue();
}

function flushDue(): void {
  const lines = due;
  due = [];
  for (const line of lines) line.flush();
}

/**
 * The way out of one socket, straight to the stream under it. A message for a whole table gets its header once, and all
 * that one turn of the event loop has for a reader leaves in one write; so it costs a busy table little, and an edit waits
 * for nothing but what came in at the same moment.
 */
export class SocketWriter {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  /** @param stream the connection that was upgraded to `socket`, which must not compress */
  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket;
    this.#stream = stream;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** What has not left for the network yet. */
  get waitingBytes(): number {
    return this.#stream.writableLength + this.#bytes;
  }

  /** Sends a message before this turn of the event loop is over. */
  send(message: Uint8Array): void {
    if (this.#pieces.length === 0 && due.push(this) === 1 && !begun) setImmediate(endTurn);
    if (message.length <= MOST_COPIED) this.#add(framed(message));
    else {
      this.#add(headerFor(message.length));
      this.#add(message);
    }
  }

  /** Sends now what is there to send; `sent` is called when it, and so all before it, has left for the network. */
  flush(sent?: () => void): void {
    const [pieces, bytes] = [this.#pieces, this.#bytes];
    if (bytes === 0) return;
    this.#pieces = [];
    this.#bytes = 0;
    // After the closing frame nothing may follow.
    if (!this.isOpen) return;
    const [first] = pieces;
    if (first && pieces.length === 1) this.#stream.write(first, sent);
    else if (bytes <= MOST_COPIED) this.#stream.write(Buffer.concat(pieces, bytes), sent);
    else {
      this.#stream.cork();
      const last = pieces.pop();
      for (const piece of pieces) this.#stream.write(piece);
      this.#stream.write(last, sent);
      this.#stream.uncork();
    }
  }

  #add(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
  }
}

/** The last message that was framed: it is mostly meant for everyone at the table. */
let lastMessage: Uint8Array | null = null;
let lastFramed: Uint8Array = new Uint8Array();

/** The message with its header. */
function framed(message: Uint8Array): Uint8Array {
  if (message === lastMessage) return lastFramed;
  const header = headerFor(message.length);
  lastFramed = Buffer.concat([header, message], header.length + message.length);
  lastMessage = message;
  return lastFramed;
}

function headerFor(length: number): Uint8Array {
  if (length < LENGTH_IN_2_BYTES) return Buffer.from([BINARY, length]);
  if (length < 65_536) {
    const header = Buffer.from([BINARY, LENGTH_IN_2_BYTES, 0, 0]);
    header.writeUInt16BE(length, 2);
    return header;
  }
  const header = Buffer.alloc(10);
  header[0] = BINARY;
  header[1] = LENGTH_IN_8_BYTES;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
