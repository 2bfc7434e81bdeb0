import { type JpegPart, partsOfJpeg, type Size, sizeInFrame } from '../../../shared/formats/photo/jpeg.ts';
import { PHOTO } from '../../../shared/model/photo.ts';

/** A photo with nothing in it but the picture. */
export interface BarePhoto extends Size {
  readonly bytes: Uint8Array;
}

/** Why bytes that came in are not laid under a sheet, in words for who wrote the program that sent them. */
export interface Unfit {
  readonly why: string;
}

/** A progressive JPEG comes in some ten scans; thousands of them keep a browser busy for minutes over a small file. */
const MOST_SCANS = 64;
/** What a picture is drawn from: tables, frame, restarts and scans. */
const DRAWN = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd]);

/**
 * A JPEG as it is kept: what cameras and programs write beside the picture (where it was taken, when and by whom; comments;
 * a small picture of what was cut off; what hangs behind its end) is left out. Nothing is unpacked.
 */
export function barePhoto(bytes: Uint8Array): BarePhoto | Unfit {
  const parts = partsOfJpeg(bytes);
  if (!parts) return { why: 'this is no JPEG, or it is not whole' };
  const drawn = parts.filter(({ marker }) => DRAWN.has(marker));
  const frames = parts.filter(({ marker }) => isFrame(marker));
  const [frame] = frames;
  const size = frame && sizeInFrame(bytes, frame);
  if (!frame || !size || frames.length > 1) return { why: 'this JPEG is of a kind that browsers do not draw' };
  const { width, height } = size;
  const colours = bytes[frame.start + 9];
  if (bytes[frame.start + 4] !== 8 || (colours !== 1 && colours !== 3)) {
    return { why: 'this JPEG is for print; one in ordinary colours is needed' };
  }
  if (width === 0 || height === 0 || width > PHOTO.side || height > PHOTO.side) {
    return { why: `${width} × ${height} px; each side may be 1 to ${PHOTO.side}` };
  }
  const scans = drawn.filter(({ marker }) => marker === 0xda).length;
  if (scans === 0 || scans > MOST_SCANS) return { why: `${scans} scans; 1 to ${MOST_SCANS} are read` };
  return { width, height, bytes: join(bytes, drawn) };
}

/** All that begin a picture, also those that are not drawn: 0xc4, 0xc8 and 0xcc lie between them and are none. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function join(bytes: Uint8Array, parts: readonly JpegPart[]): Uint8Array {
  const start = Uint8Array.of(0xff, 0xd8);
  const end = Uint8Array.of(0xff, 0xd9);
  return Buffer.concat([start, ...parts.map((part) => bytes.subarray(part.start, part.end)), end]);
}
