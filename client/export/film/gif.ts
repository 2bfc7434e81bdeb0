import { applyPalette, GIFEncoder, type Palette, quantize } from 'gifenc';

/** Colours of a picture; one of a GIF's 256 says "as it was". */
const COLOURS = 255;

/** A GIF that is being written, picture after picture. */
export interface Gif {
  /** Chooses the colours for all pictures: one palette, or the paper would flicker. RGBA. */
  takeColours(pixels: Uint8ClampedArray): void;
  /** Adds a picture of `width` × `height` px that lasts so many ms. RGBA. */
  add(
    pixels: Uint8ClampedArray,
    size: { readonly width: number; readonly height: number; readonly lasts: number },
  ): void;
  end(): Uint8Array<ArrayBuffer>;
}

/** Writes only what is new on each picture: what stayed is the one colour that is seen through. */
export function newGif(): Gif {
  const encoder = GIFEncoder();
  let palette: Palette = [];
  let before: Uint8Array | null = null;
  return {
    takeColours(pixels) {
      const chosen = quantize(pixels, COLOURS);
      // The one that is seen through is the first; what colour it has is never seen.
      palette = [[0, 0, 0], ...chosen];
    },
    add(pixels, { width, height, lasts }) {
      const drawn = applyPalette(pixels, palette.slice(1)).map((colour) => colour + 1);
      const fresh = before ? onlyNew(drawn, before) : drawn;
      before = drawn;
      encoder.writeFrame(fresh, width, height, {
        ...(encoder.bytesView().length === 0 && { palette }),
        transparent: true,
        transparentIndex: 0,
        delay: lasts,
        dispose: 1,
      });
    },
    end() {
      encoder.finish();
      return new Uint8Array(encoder.bytes());
    },
  };
}

function onlyNew(drawn: Uint8Array, before: Uint8Array): Uint8Array {
  return drawn.map((colour, at) => (colour === before[at] ? 0 : colour));
}
