import { expect, test } from 'vitest';
import { FrameReader, frameOf, OPCODE } from '../../../client/document/socket-frames.ts';

const TAKEN = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A frame as a server sends it: the client's without its mask. */
function served(opcode: number, content: Uint8Array): Uint8Array {
  const frame = frameOf(opcode, content);
  const head = frame.length - content.length;
  const unmasked = new Uint8Array([...frame.subarray(0, head - 4), ...content]);
  unmasked[1] = (unmasked[1] ?? 0) & 0x7f;
  return unmasked;
}

test.each([1, 7, 1_000, 100_000])('messages of every length are read from pieces of %i bytes', (size) => {
  const lengths = [0, 1, 125, 126, 65_535, 65_536, 70_000];
  const messages = lengths.map((length) => new Uint8Array(length).fill(length % 251));
  const stream = [bytesOf(TAKEN), ...messages.map((message) => served(OPCODE.binary, message))];
  const all = new Uint8Array(Buffer.concat(stream));
  const read: Uint8Array[] = [];
  let opened = 0;
  const reader = new FrameReader({
    opened: () => {
      opened += 1;
    },
    frame: (_opcode, content) => read.push(content),
  });
  // Byte by byte only as far as there is something new to see.
  for (let at = 0; at < (size === 1 ? 1_000 : all.length); at += size) reader.push(all.subarray(at, at + size));
  expect(opened).toBe(1);
  const wanted = size === 1 ? messages.slice(0, 4) : messages;
  expect(read.map(({ length }) => length)).toEqual(wanted.map(({ length }) => length));
  expect(Buffer.concat(read).equals(Buffer.concat(wanted))).toBe(true);
});

test('what a client sends is masked, by a mask that changes nothing', () => {
  expect([...frameOf(OPCODE.binary, new Uint8Array([1, 2]))]).toEqual([0x82, 0x82, 0, 0, 0, 0, 1, 2]);
});

test('a server that takes no socket is not taken for one that does', () => {
  const reader = new FrameReader({ opened: () => expect.unreachable(), frame: () => expect.unreachable() });
  expect(() => reader.push(bytesOf('HTTP/1.1 503 Service Unavailable\r\n\r\n'))).toThrow('no socket');
});
