/** What frames of a WebSocket are for (RFC 6455, 5.2). */
export const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** First bit of a frame that is a whole message. */
const WHOLE = 0x80;
/** What a client sends is to be masked; this mask changes nothing. */
const MASKED = 0x80;
const MASK_BYTES = 4;
const LENGTH_IN_2_BYTES = 126;
const LENGTH_IN_8_BYTES = 127;
const MOST_IN_2_BYTES = 65_535;

/** The answer to a handshake, up to its empty line. */
const ANSWER_END = '\r\n\r\n';
const SWITCHES = /^HTTP\/1\.1 101 /;

/** A message as a client sends it. */
export function frameOf(opcode: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = content;
  const lengthBytes = length < LENGTH_IN_2_BYTES ? 0 : length <= MOST_IN_2_BYTES ? 2 : 8;
  const head = 2 + lengthBytes + MASK_BYTES;
  const frame = new Uint8Array(head + length);
  const view = new DataView(frame.buffer);
  frame[0] = WHOLE | opcode;
  frame[1] = MASKED | (lengthBytes === 0 ? length : lengthBytes === 2 ? LENGTH_IN_2_BYTES : LENGTH_IN_8_BYTES);
  if (lengthBytes === 2) view.setUint16(2, length);
  if (lengthBytes === 8) view.setBigUint64(2, BigInt(length));
  frame.set(content, head);
  return frame;
}

export interface FrameEvents {
  /** The server took the socket. */
  opened(): void;
  /** A whole message; its content is the caller's own. */
  frame(opcode: number, content: Uint8Array<ArrayBuffer>): void;
}

/** Takes apart what a server says on a socket, in whatever pieces it comes: its answer to the handshake, then frames. */
export class FrameReader {
  readonly #on: FrameEvents;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  /** With fewer bytes than this there is nothing to take out yet. */
  #wanted = 1;
  #isOpen = false;

  constructor(on: FrameEvents) {
    this.#on = on;
  }

  /** Throws when the server does not take the socket. */
  push(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    // Put together only when something can be taken out: a large message comes in many pieces.
    while (this.#bytes >= this.#wanted) {
      const bytes = this.#gathered();
      const taken = this.#isOpen ? this.#takeFrame(bytes) : this.#takeAnswer(bytes);
      if (taken === 0) return;
      this.#pieces = taken < bytes.length ? [bytes.subarray(taken)] : [];
      this.#bytes -= taken;
      this.#wanted = 2;
    }
  }

  #gathered(): Uint8Array {
    const [first] = this.#pieces;
    if (first && this.#pieces.length === 1) return first;
    const all = new Uint8Array(this.#bytes);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [all];
    return all;
  }

  #takeAnswer(bytes: Uint8Array): number {
    const text = String.fromCharCode(...bytes.subarray(0, 1_024));
    const end = text.indexOf(ANSWER_END);
    if (end < 0) {
      this.#wanted = bytes.length + 1;
      return 0;
    }
    if (!SWITCHES.test(text)) throw new Error('the server takes no socket');
    this.#isOpen = true;
    this.#on.opened();
    return end + ANSWER_END.length;
  }

  /** How many bytes it took; with 0 it wants more. */
  #takeFrame(bytes: Uint8Array): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const short = view.getUint8(1);
    const head = short < LENGTH_IN_2_BYTES ? 2 : short === LENGTH_IN_2_BYTES ? 4 : 10;
    if (bytes.length < head) {
      this.#wanted = head;
      return 0;
    }
    const length = head === 2 ? short : head === 4 ? view.getUint16(2) : Number(view.getBigUint64(2));
    const whole = head + length;
    if (bytes.length < whole) {
      this.#wanted = whole;
      return 0;
    }
    this.#on.frame(view.getUint8(0) & 0x0f, bytes.slice(head, whole));
    return whole;
  }
}
