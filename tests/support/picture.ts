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

/**
 * How much is drawn in a region: the part of its pixels (0..1) whose brightness differs from the region's own most
 * common brightness by more than `contrast` (of 255). Bare paper gives almost 0, words some hundredths and up.
 */
export function inkIn(picture: Picture, region: Region, contrast = 48): number {
  const counts = new Uint32Array(256);
  let all = 0;
  const left = Math.max(0, Math.floor(region.x));
  const top = Math.max(0, Math.floor(region.y));
  const right = Math.min(picture.width, Math.ceil(region.x + region.w));
  const bottom = Math.min(picture.height, Math.ceil(region.y + region.h));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * picture.width + x) * 4;
      const [red = 0, green = 0, blue = 0] = picture.pixels.subarray(at, at + 3);
      const brightness = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
      counts[brightness] = (counts[brightness] ?? 0) + 1;
      all += 1;
    }
  }
  if (all === 0) return 0;
  const paper = counts.indexOf(counts.reduce((most, count) => Math.max(most, count)));
  const ink = counts.reduce(
    (sum, count, brightness) => (Math.abs(brightness - paper) > contrast ? sum + count : sum),
    0,
  );
  return ink / all;
}
