import { sizeOfPhoto } from '../../../shared/formats/photo/photo-size.ts';
import { PHOTO, TAKEN } from '../../../shared/model/photo.ts';

/** Why a file is not laid under the cloth. */
export type NoPhoto =
  | { readonly why: 'noPhoto' | 'damaged' }
  | { readonly why: 'tooLarge'; readonly megabytes: number }
  | { readonly why: 'tooManyPixels'; readonly millions: number; readonly most: number };

/** A photo as it is sent: new pixels, and nothing of what a camera wrote beside them. */
export interface MadePhoto {
  readonly blob: Blob;
  /** px */
  readonly width: number;
  readonly height: number;
}

/** What a photo says of its size stands before this, also behind all that cameras write there, bytes. */
const HEAD_BYTES = 2 * 1024 * 1024;
/** How well it is drawn, and how large beside the largest: the next is tried where it is still too many bytes. */
const TRIES = [
  { quality: 0.82, part: 1 },
  { quality: 0.7, part: 1 },
  { quality: 0.7, part: 0.75 },
  { quality: 0.6, part: 0.5 },
  { quality: 0.5, part: 0.3 },
] as const;

/**
 * Makes of a file from a camera or folder a photo of at most so many bytes, upright. What it says of itself is read first: one
 * that is too much is refused before any of it is unpacked. Never throws.
 */
export async function makePhoto(file: Blob, most: number = PHOTO.bytes): Promise<MadePhoto | NoPhoto> {
  if (file.size > TAKEN.bytes) return { why: 'tooLarge', megabytes: Math.round(TAKEN.bytes / 2 ** 20) };
  let bitmap: ImageBitmap | null = null;
  try {
    const said = sizeOfPhoto(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
    if (!said) return { why: 'noPhoto' };
    const pixels = said.width * said.height;
    if (pixels === 0) return { why: 'damaged' };
    if (pixels > TAKEN.pixels) {
      const [millions, limit] = [Math.round(pixels / 1e6), TAKEN.pixels / 1e6];
      return { why: 'tooManyPixels', millions, most: limit };
    }
    bitmap = await unpacked(file, Math.min(1, PHOTO.made / Math.max(said.width, said.height)) * said.width);
    for (const { quality, part } of TRIES) {
      const made = await drawn(bitmap, PHOTO.made * part, quality);
      if (made && made.blob.size <= most) return made;
    }
    return { why: 'damaged' };
  } catch {
    return { why: 'damaged' };
  } finally {
    bitmap?.close();
  }
}

/** As people look at it: turned as the camera was held, and no larger than need be where the browser can do that by itself. */
async function unpacked(file: Blob, width: number): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { resizeWidth: Math.max(1, Math.round(width)), resizeQuality: 'high' });
  } catch {
    return createImageBitmap(file);
  }
}

async function drawn(bitmap: ImageBitmap, side: number, quality: number): Promise<MadePhoto | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((px) => Math.max(1, Math.round(px * scale)));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const ctx = canvas.getContext('2d');
  if (!ctx || width === undefined || height === undefined) return null;
  // What lets the table through, as a PNG may, is paper.
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, width, height);
  ctx.drawImage(bitmap, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, PHOTO.mediaType, quality));
  // Given back at once: a phone has little for canvases.
  canvas.width = 0;
  return blob && { blob, width, height };
}
