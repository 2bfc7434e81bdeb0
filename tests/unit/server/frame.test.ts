import { expect, test } from 'vitest';
import { frameOf } from '../../../server/sync/frames/frame.ts';

test.each([
  [1, [0x82, 1]],
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [65_535, [0x82, 126, 0xff, 0xff]],
  [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('a message of %i bytes has the header of RFC 6455, and is not copied', (length, header) => {
  const message = new Uint8Array(length);
  const pieces = frameOf(message);
  expect([...(pieces[0] ?? [])]).toEqual(header);
  expect(pieces[1]).toBe(message);
  expect(pieces).toHaveLength(2);
});
