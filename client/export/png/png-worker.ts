import { type PngSize, PngWriter } from '../../../shared/formats/pictures/png.ts';
import { newPacker } from './packers.ts';

/** What the page asks of the thread, one at a time. */
export type PngOrder =
  | { readonly kind: 'begin'; readonly size: PngSize }
  /** The next rows, RGBA: parts of them side by side, each of so many px wide. */
  | { readonly kind: 'rows'; readonly parts: readonly { readonly width: number; readonly pixels: ArrayBuffer }[] }
  | { readonly kind: 'end' };

export interface PngAnswer {
  /** What was asked for could not be done. */
  readonly failed?: true;
  /** The whole picture, when it was asked for. */
  readonly file?: Blob;
}

const PIXEL = 4;
let png: PngWriter | null = null;

// A thread of its own: packing 35 million pixels takes seconds, in which the page would stand still.
addEventListener('message', async ({ data }: MessageEvent<PngOrder>) => {
  const answer = await carryOut(data).catch((): PngAnswer => ({ failed: true }));
  postMessage(answer);
});

async function carryOut(order: PngOrder): Promise<PngAnswer> {
  switch (order.kind) {
    case 'begin':
      png = new PngWriter(order.size, await newPacker());
      return {};
    case 'rows':
      await png?.add(sideBySide(order.parts));
      return {};
    case 'end': {
      const parts = await png?.end();
      return parts ? { file: new Blob([...parts], { type: 'image/png' }) } : { failed: true };
    }
  }
}

function sideBySide(parts: readonly { readonly width: number; readonly pixels: ArrayBuffer }[]): Uint8Array {
  const [only, ...others] = parts;
  if (only && others.length === 0) return new Uint8Array(only.pixels);
  const line = PIXEL * parts.reduce((sum, { width }) => sum + width, 0);
  const rows = only ? only.pixels.byteLength / (PIXEL * only.width) : 0;
  const all = new Uint8Array(line * rows);
  let left = 0;
  for (const { width, pixels } of parts) {
    for (let row = 0; row < rows; row++)
      all.set(new Uint8Array(pixels, row * width * PIXEL, width * PIXEL), row * line + left);
    left += width * PIXEL;
  }
  return all;
}
