import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizeOfPhoto } from '../../../shared/formats/photo/photo-size.ts';
import { jpegOf } from '../../support/jpeg.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const webp = (kind: string, rest: string) =>
  Uint8Array.from(Buffer.concat([Buffer.from(`RIFF\x20\0\0\0WEBP${kind}`, 'latin1'), hex(rest)]));

test('how large a photo says it is stands in its head: no picture is unpacked to know it', () => {
  expect(sizeOfPhoto(jpegOf({ beside: [[0xe1, 'Exif'.padEnd(5_000)]] }))).toEqual({ width: 640, height: 480 });
  expect(sizeOfPhoto(jpegOf({ width: 16_320, height: 12_240 }))).toEqual({ width: 16_320, height: 12_240 });
  // A PNG of a few bytes that would be ten thousand million pixels.
  expect(sizeOfPhoto(hex('89504e470d0a1a0a 0000000d 49484452 000186a0 000186a0 0806000000'))).toEqual({
    width: 100_000,
    height: 100_000,
  });
  expect(sizeOfPhoto(webp('VP8X', '0a000000 10000000 ff0f00 ff0700'))).toEqual({ width: 4_096, height: 2_048 });
  expect(sizeOfPhoto(webp('VP8 ', '20000000 300100 9d012a 8002 e001'))).toEqual({ width: 640, height: 480 });
  expect(sizeOfPhoto(webp('VP8L', '20000000 2f 7fc27700'))).toEqual({ width: 640, height: 480 });
});

test('a drawing, a page, a film and what is cut off before its size are no photos', () => {
  for (const words of [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!doctype html>',
    'GIF89a',
    '',
    '\0\0\0 ftypheic',
  ]) {
    expect(sizeOfPhoto(Buffer.from(words))).toBeNull();
  }
  expect(sizeOfPhoto(jpegOf().subarray(0, 20))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      sizeOfPhoto(Uint8Array.of(0xff, 0xd8, ...bytes));
    }),
  );
});
