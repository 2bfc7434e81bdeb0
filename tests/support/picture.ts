import { PNG } from 'pngjs';

/** A decoded PNG: 4 bytes (red, green, blue, alpha) for each pixel, row by row from the top left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A stretch of a picture, px from its top left. May reach over the edge; what lies outside counts as nothing. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Decodes a whole PNG with all its checksums; throws on one that is cut off or damaged. */
export function decodePng(bytes: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return { width, height, pixels: data };
}

/** Two colours farther apart than this in RGB are told apart at a glance. */
const VISIBLE = 24;

/** How far two colours may lie apart in RGB and still be the same ink, thinned where a stroke ends in the paper. */
const ALIKE = 110;

/**
 * How much is drawn in a region: the part of its pixels (0..1) whose brightness differs from the region's own most
 * common brightness by more than `contrast` (of 255). Bare paper gives almost 0, words some hundredths and up.
 */
export function inkIn(picture: Picture, region: Region, contrast = 48): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (const [red = 0, green = 0, blue = 0] of pixelsIn(picture, region)) {
    const brightness = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    counts[brightness] = (counts[brightness] ?? 0) + 1;
    all += 1;
  }
  if (all === 0) return 0;
  const paper = counts.indexOf(counts.reduce((most, count) => Math.max(most, count)));
  const ink = counts.reduce(
    (sum, count, brightness) => (Math.abs(brightness - paper) > contrast ? sum + count : sum),
    0,
  );
  return ink / all;
}

/** The part (0..1) of a region's pixels that have nearly this colour (`#rrggbb`), soft edges included half way. */
export function colourIn(picture: Picture, region: Region, colour: string): number {
  const wanted = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
  let all = 0;
  let alike = 0;
  for (const pixel of pixelsIn(picture, region)) {
    all += 1;
    const squared = wanted.reduce((sum, channel, index) => sum + (channel - (pixel[index] ?? 0)) ** 2, 0);
    if (squared <= ALIKE ** 2) alike += 1;
  }
  return all === 0 ? 0 : alike / all;
}

/** The pixels of a region, each as red, green, blue, alpha. */
function* pixelsIn({ width, height, pixels }: Picture, { x, y, w, h }: Region): Iterable<Uint8Array> {
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const right = Math.min(width, Math.ceil(x + w));
  const bottom = Math.min(height, Math.ceil(y + h));
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const at = (row * width + column) * 4;
      yield pixels.subarray(at, at + 4);
    }
  }
}

/** The part (0..1) of the pixels in which two pictures differ to the eye; 1 when they are not of one size. */
export function differenceOf(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let other = 0;
  for (let at = 0; at < a.pixels.length; at += 4) {
    const apart = [0, 1, 2].map((channel) => (a.pixels[at + channel] ?? 0) - (b.pixels[at + channel] ?? 0));
    if (Math.hypot(...apart) > VISIBLE) other += 1;
  }
  return other / (a.width * a.height);
}

/** Side of a square of pixels that is compared by its mean: edges are softened in another way by every program. px */
const SQUARE = 4;

/**
 * How far two pictures of one thing lie apart that different programs drew: by how much the brightness of their squares differs on
 * average, and the part of them (0..1) that differs by more than a third of all there is. They may differ by a pixel in size.
 */
export function apart(a: Picture, b: Picture): { readonly mean: number; readonly squares: number } {
  const [columns, rows] = [Math.min(a.width, b.width), Math.min(a.height, b.height)].map((px) =>
    Math.floor(px / SQUARE),
  );
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) return { mean: 1, squares: 1 };
  const brightness = (picture: Picture, x: number, y: number): number => {
    let sum = 0;
    const square = { x: x * SQUARE, y: y * SQUARE, w: SQUARE, h: SQUARE };
    for (const [red = 0, green = 0, blue = 0] of pixelsIn(picture, square)) sum += red + green + blue;
    return sum / (3 * 255 * SQUARE * SQUARE);
  };
  let sum = 0;
  let far = 0;
  const all = (columns ?? 0) * (rows ?? 0);
  for (let y = 0; y < (rows ?? 0); y++) {
    for (let x = 0; x < (columns ?? 0); x++) {
      const by = Math.abs(brightness(a, x, y) - brightness(b, x, y));
      sum += by;
      if (by > 1 / 3) far += 1;
    }
  }
  return { mean: sum / all, squares: far / all };
}
