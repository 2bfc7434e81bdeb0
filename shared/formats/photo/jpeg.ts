/** One stretch of a JPEG: a marker with what belongs to it. `start` and `end` are where it lies in the file, bytes. */
export interface JpegPart {
  /** The second byte of the marker: 0xc0 begins a frame, 0xda a scan, 0xe1 is where cameras write what they know. */
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

export interface Size {
  /** px */
  readonly width: number;
  readonly height: number;
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;

/** A JPEG's parts from its start to its end, read without unpacking anything; null when it is none, or is not whole. */
export function partsOfJpeg(bytes: Uint8Array): readonly JpegPart[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const parts: JpegPart[] = [];
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // A marker may be led in by any number of these.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return [...parts, { marker, start: at, end: at + 2 }];
    if (isBare(marker)) return null;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    let end = at + 2 + length;
    if (marker === SCAN) end = endOfScan(bytes, end);
    parts.push({ marker, start: at, end });
    at = end;
  }
  return null;
}

/** How large a frame says that the picture is; null for what begins no frame that browsers draw. */
export function sizeInFrame(bytes: Uint8Array, { marker, start, end }: JpegPart): Size | null {
  // Baseline, extended and progressive: all others are for special trades.
  if (marker < 0xc0 || marker > 0xc2 || end - start < 10) return null;
  const two = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return { height: two(start + 5), width: two(start + 7) };
}

/** Markers that stand alone, and have no place between the parts. */
function isBare(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= START);
}

/** Where the packed picture after a scan's head ends: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}
