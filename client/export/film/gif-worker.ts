import { newGif } from './gif.ts';

/** What the page asks of the thread, one at a time. Pixels are RGBA. */
export type GifOrder =
  | { readonly kind: 'colours'; readonly pixels: ArrayBuffer }
  | {
      readonly kind: 'picture';
      readonly pixels: ArrayBuffer;
      readonly width: number;
      readonly height: number;
      readonly lasts: number;
    }
  | { readonly kind: 'end' };

export interface GifAnswer {
  /** The whole GIF, when it was asked for. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

const gif = newGif();

// A thread of its own: finding colours for a million pixels would hold up the page at every picture.
addEventListener('message', ({ data }: MessageEvent<GifOrder>) => {
  const answer: GifAnswer = carryOut(data);
  postMessage(answer);
});

function carryOut(order: GifOrder): GifAnswer {
  switch (order.kind) {
    case 'colours':
      gif.takeColours(new Uint8ClampedArray(order.pixels));
      return {};
    case 'picture':
      gif.add(new Uint8ClampedArray(order.pixels), order);
      return {};
    case 'end':
      return { bytes: gif.end() };
  }
}
