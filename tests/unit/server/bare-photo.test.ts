import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barePhoto } from '../../../server/http/photo/bare-photo.ts';
import { jpegOf } from '../../support/jpeg.ts';

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const why = (bytes: Uint8Array) => {
  const read = barePhoto(bytes);
  return 'why' in read ? read.why : null;
};

test('a photo keeps its picture, and nothing of where, when and by whom it was taken', () => {
  const beside = [
    [0xe0, 'JFIF\0 and a small picture'],
    [0xe1, 'Exif\0\0 52.37 N 4.89 E'],
    [0xe1, 'http://ns.adobe.com/xap/1.0/ <x:creator>Ria</x:creator>'],
    [0xe2, 'ICC_PROFILE'],
    [0xed, 'Photoshop 3.0 byline Theo'],
    [0xfe, 'a comment of the camera'],
  ] as const;
  const read = barePhoto(jpegOf({ beside, behind: '<script>hidden behind the end</script>' }));
  if ('why' in read) throw new Error(read.why);
  expect([read.width, read.height]).toEqual([640, 480]);
  expect(textOf(read.bytes)).toBe(textOf(jpegOf()));
  expect(barePhoto(jpegOf({ frame: 0xc2, scans: 10 }))).toMatchObject({ width: 640 });
  expect(barePhoto(jpegOf({ colours: 1 }))).toMatchObject({ width: 640 });
});

test.each([
  ['nothing', new Uint8Array(), 'no JPEG'],
  ['a drawing that calls out', Buffer.from('<svg><image href="http://evil.example"/></svg>'), 'no JPEG'],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'no JPEG'],
  ['a page under a photo’s name', Buffer.from('<!doctype html><script>alert(1)</script>'), 'no JPEG'],
  ['one that is cut off', jpegOf().subarray(0, -2), 'not whole'],
  [
    'one with bytes between its parts',
    Buffer.concat([jpegOf().subarray(0, 2), Buffer.of(0x3c), jpegOf().subarray(2)]),
    'no JPEG',
  ],
  ['200 megapixels', jpegOf({ width: 16_320, height: 12_240 }), '16320 × 12240 px'],
  ['one without a height', jpegOf({ height: 0 }), '640 × 0 px'],
  ['an arithmetic one', jpegOf({ frame: 0xc9 }), 'do not draw'],
  ['one for print', jpegOf({ colours: 4 }), 'for print'],
  ['thousands of scans', jpegOf({ frame: 0xc2, scans: 2_000 }), '2000 scans'],
  ['no scan', jpegOf({ scans: 0 }), '0 scans'],
])('%s is no photo, and it is said why', (_, bytes, words) => {
  expect(why(bytes)).toContain(words);
});

test('a second frame does not hide behind a small one', () => {
  const [small, large] = [jpegOf(), jpegOf({ width: 4_000, height: 4_000 })];
  expect(why(Buffer.concat([small.subarray(0, -2), large.subarray(2)]))).toContain('do not draw');
});

test('whatever bytes come, they are read to an end, and what is made of a photo is a photo again', () => {
  const like = fc.tuple(fc.nat(200), fc.uint8Array({ maxLength: 12 })).map(([at, bytes]) => {
    const photo = jpegOf({ beside: [[0xe1, 'Exif']], scans: 2 });
    photo.set(bytes.subarray(0, Math.max(0, photo.length - at)), Math.min(at, photo.length));
    return photo;
  });
  fc.assert(
    fc.property(fc.oneof(like, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const once = barePhoto(bytes);
      if ('why' in once) return;
      const twice = barePhoto(once.bytes);
      expect('why' in twice ? twice.why : textOf(twice.bytes)).toBe(textOf(once.bytes));
    }),
    { numRuns: 2_000 },
  );
});
