import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { colourIn, decodePng, differenceOf, inkIn } from '../../support/picture.ts';

/** A sheet of cream paper with a black bar from (20, 20) to (60, 30). */
function sheetWithBar(): Uint8Array {
  const png = new PNG({ width: 100, height: 80 });
  for (let y = 0; y < 80; y++) {
    for (let x = 0; x < 100; x++) {
      const bar = x >= 20 && x < 60 && y >= 20 && y < 30;
      png.data.set(bar ? [0, 0, 0, 255] : [250, 245, 234, 255], (y * 100 + x) * 4);
    }
  }
  return PNG.sync.write(png);
}

test('ink is found where something is drawn, and only there', () => {
  const picture = decodePng(sheetWithBar());
  expect([picture.width, picture.height]).toEqual([100, 80]);
  expect(inkIn(picture, { x: 0, y: 40, w: 100, h: 40 })).toBe(0);
  expect(inkIn(picture, { x: 10, y: 10, w: 60, h: 30 })).toBeCloseTo(400 / 1800);
});

test('a region beyond the edge counts only what lies inside', () => {
  const picture = decodePng(sheetWithBar());
  expect(inkIn(picture, { x: -50, y: -50, w: 100, h: 100 })).toBeCloseTo(300 / 2500);
  expect(inkIn(picture, { x: 200, y: 0, w: 10, h: 10 })).toBe(0);
});

test('a picture that is cut off is refused', () => {
  expect(() => decodePng(sheetWithBar().subarray(0, 150))).toThrow();
});

test('ink of one colour is told from paper and from other ink', () => {
  const picture = decodePng(sheetWithBar());
  const bar = { x: 20, y: 20, w: 40, h: 10 };
  expect(colourIn(picture, bar, '#101010')).toBe(1);
  expect(colourIn(picture, bar, '#c2185b')).toBe(0);
  expect(colourIn(picture, { x: 0, y: 40, w: 100, h: 40 }, '#101010')).toBe(0);
});

test('two pictures differ by the part of them that looks other', () => {
  const picture = decodePng(sheetWithBar());
  const bare = { ...picture, pixels: picture.pixels.map((value) => (value === 0 ? 250 : value)) };
  expect(differenceOf(picture, picture)).toBe(0);
  expect(differenceOf(picture, bare)).toBeCloseTo(400 / 8000);
  expect(differenceOf(picture, { ...bare, width: 80, height: 100 })).toBe(1);
});
