import { type Size, sizeInFrame } from './jpeg.ts';

/**
 * How large a photo says that it is, read from its head alone: before anything of it is unpacked, for a small file may claim to be
 * a picture that no memory holds. Null for what is no JPEG, PNG or WebP: a drawing (SVG) is a page of its own that asks for others.
 */
export function sizeOfPhoto(bytes: Uint8Array): Size | null {
  return sizeOfJpeg(bytes) ?? sizeOfPng(bytes) ?? sizeOfWebp(bytes);
}

/** Also of one that is cut off further on: whether it can be shown is the browser's to say. */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  for (let at = 2; bytes[0] === 0xff && bytes[1] === 0xd8 && at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xda || marker === 0xd9) return null;
    const end = at + 2 + number(bytes, at + 2, 2);
    const size = sizeInFrame(bytes, { marker, start: at, end });
    if (size) return size;
    at = marker === 0xff ? at + 1 : Math.max(end, at + 4);
  }
  return null;
}

function sizeOfPng(bytes: Uint8Array): Size | null {
  const isPng = number(bytes, 0, 4) === 0x89504e47 && number(bytes, 4, 4) === 0x0d0a1a0a && says(bytes, 12, 'IHDR');
  return isPng ? { width: number(bytes, 16, 4), height: number(bytes, 20, 4) } : null;
}

function sizeOfWebp(bytes: Uint8Array): Size | null {
  if (!says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return null;
  const little = (at: number, count: number) => number(bytes.slice(at, at + count).reverse(), 0, count);
  if (says(bytes, 12, 'VP8X')) return { width: little(24, 3) + 1, height: little(27, 3) + 1 };
  if (says(bytes, 12, 'VP8 ')) return { width: little(26, 2) & 0x3fff, height: little(28, 2) & 0x3fff };
  if (!says(bytes, 12, 'VP8L')) return null;
  const packed = little(21, 4);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
}

/** So many bytes as one number, the greatest first; 0 for each that is not there. */
function number(bytes: Uint8Array, at: number, count: number): number {
  let sum = 0;
  for (let index = at; index < at + count; index++) sum = sum * 256 + (bytes[index] ?? 0);
  return sum;
}

function says(bytes: Uint8Array, at: number, word: string): boolean {
  return [...word].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}
