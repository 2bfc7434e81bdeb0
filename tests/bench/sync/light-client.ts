import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT_END = Buffer.from('\r\n\r\n');
const BINARY = 0x82;
const PING = 0x89;
const PONG = 0x8a;
const MASKED = 0x80;

/**
 * A WebSocket client that costs next to nothing, so that one process can play a school without being what is measured.
 * It takes frames apart only when someone listens; otherwise it counts bytes.
 */
export class LightClient {
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  /** Bytes of the socket after the handshake. */
  bytesIn = 0;
  onFrame: ((payload: Buffer) => void) | null = null;
  closed = false;

  private constructor(socket: Socket, rest: Buffer) {
    this.#socket = socket;
    socket.on('data', (data: Buffer) => this.#receive(data));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
    });
    if (rest.length > 0) this.#receive(rest);
  }

  /** Connects and shakes hands; `onFrame` is set before the first frame can come in. */
  static open(port: number, path: string, onFrame: ((payload: Buffer) => void) | null = null): Promise<LightClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let head = Buffer.alloc(0);
      const shake = (data: Buffer): void => {
        head = Buffer.concat([head, data]);
        const end = head.indexOf(TEXT_END);
        if (end < 0) return;
        socket.off('data', shake);
        socket.off('error', reject);
        const status = head.toString('latin1', 0, head.indexOf('\r\n'));
        if (!status.includes(' 101 ')) {
          socket.destroy();
          reject(new Error(`no socket at ${path}: ${status}`));
          return;
        }
        const rest = head.subarray(end + TEXT_END.length);
        const client = new LightClient(socket, Buffer.alloc(0));
        client.onFrame = onFrame;
        if (rest.length > 0) client.#receive(rest);
        resolve(client);
      };
      socket.once('error', reject);
      socket.on('data', shake);
      socket.once('connect', () => {
        const key = randomBytes(16).toString('base64');
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
            `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
        );
      });
    });
  }

  send(payload: Uint8Array): void {
    this.#socket.write(frameOf(BINARY, payload));
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(data: Buffer): void {
    this.bytesIn += data.length;
    if (!this.onFrame) return;
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, data]) : data;
    for (;;) {
      const frame = takeFrame(this.#rest);
      if (!frame) return;
      this.#rest = this.#rest.subarray(frame.end);
      if (frame.opcode === PING) this.#socket.write(frameOf(PONG, frame.payload));
      else if (frame.opcode === BINARY) this.onFrame(frame.payload);
    }
  }
}

/** A client's frame; its mask is zero, which leaves the payload as it is. */
function frameOf(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const lengthBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.alloc(2 + lengthBytes + 4 + length);
  frame[0] = opcode;
  if (lengthBytes === 0) frame[1] = MASKED | length;
  else if (lengthBytes === 2) {
    frame[1] = MASKED | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = MASKED | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(payload, 2 + lengthBytes + 4);
  return frame;
}

function takeFrame(data: Buffer): { opcode: number; payload: Buffer; end: number } | null {
  if (data.length < 2) return null;
  const short = (data[1] ?? 0) & 0x7f;
  const lengthBytes = short < 126 ? 0 : short === 126 ? 2 : 8;
  const start = 2 + lengthBytes;
  if (data.length < start) return null;
  const length = lengthBytes === 0 ? short : lengthBytes === 2 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  if (data.length < start + length) return null;
  return { opcode: data[0] ?? 0, payload: data.subarray(start, start + length), end: start + length };
}
