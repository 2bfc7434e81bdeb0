import { afterEach, expect, test, vi } from 'vitest';
import { newPacker } from '../../../client/export/png/packers.ts';
import { packer } from '../../../server/export/packer.ts';
import { type NewPacker, type PngSize, PngWriter } from '../../../shared/formats/pictures/png.ts';
import { decodePng } from '../../support/picture.ts';
import { randomFrom } from '../../support/random.ts';

afterEach(() => vi.unstubAllGlobals());

/** Lines, flat stretches and noise, as RGBA. */
function drawnPixels({ width, height }: PngSize): Uint8Array {
  const random = randomFrom(5);
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const grey = y % 20 < 12 ? (x > 60 ? 255 : 120) : Math.floor(random() * 256);
    pixels.set([grey, x === y ? 0 : grey, (grey + x) % 256, 255], at * 4);
  }
  return pixels;
}

async function written(size: PngSize, pixels: Uint8Array, rows: number, pack: NewPacker): Promise<Buffer> {
  const png = new PngWriter(size, pack);
  const band = rows * size.width * 4;
  for (let at = 0; at < pixels.length; at += band) await png.add(pixels.subarray(at, at + band));
  return Buffer.concat(await png.end());
}

const SIZE = { width: 131, height: 97, dpi: 300 } as const;

test.each([
  ['the server', async () => packer],
  ['a browser', newPacker],
  [
    'a browser that cannot pack itself',
    () => {
      vi.stubGlobal('CompressionStream', undefined);
      return newPacker();
    },
  ],
])('what %s writes in bands of any height is read pixel for pixel, at its true size', async (_, packing) => {
  const pixels = drawnPixels(SIZE);
  const pack = await packing();
  for (const rows of [1, 7, 12, SIZE.height]) {
    const file = await written(SIZE, pixels, rows, pack);
    const read = decodePng(file);
    expect([read.width, read.height]).toEqual([SIZE.width, SIZE.height]);
    expect(Buffer.compare(read.pixels, pixels)).toBe(0);
    expect(file.readUInt32BE(file.indexOf('pHYs') + 4)).toBe(11_811);
  }
});

test('flat colours with a few lines take little', async () => {
  const size = { width: 800, height: 600 };
  const pixels = new Uint8Array(size.width * size.height * 4).fill(255);
  for (let row = 0; row < size.height; row++) pixels.set([20, 40, 60], (row * size.width + row) * 4);
  expect((await written(size, pixels, 50, packer)).length).toBeLessThan(6_000);
});

test('a picture is never cut: rows that are missing, too many or not whole are refused', async () => {
  const size = { width: 4, height: 3 };
  const row = new Uint8Array(16);
  const short = new PngWriter(size, packer);
  await short.add(row);
  await expect(short.end()).rejects.toThrow('1 rows of 3');
  await expect(new PngWriter(size, packer).add(new Uint8Array(64))).rejects.toThrow(RangeError);
  await expect(new PngWriter(size, packer).add(row.subarray(4))).rejects.toThrow(RangeError);
});
