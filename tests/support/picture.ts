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
