/** What a JPEG is to have beside a picture; all of it is as cameras and attackers write it, the packed picture is not. */
export interface JpegWishes {
  readonly width?: number;
  readonly height?: number;
  /** The marker that begins the frame: 0xc0 is baseline, 0xc2 progressive. */
  readonly frame?: number;
  readonly colours?: number;
  readonly scans?: number;
  /** Parts before the frame, by marker, each with these words in it. */
  readonly beside?: readonly (readonly [marker: number, words: string])[];
  /** What hangs behind the end. */
  readonly behind?: string;
}

/** The bytes of a JPEG in form: its parts are in order, and nobody has to be able to draw it. */
export function jpegOf({
  width = 640,
  height = 480,
  frame = 0xc0,
  colours = 3,
  scans = 1,
  beside = [],
  behind = '',
}: JpegWishes = {}): Uint8Array<ArrayBuffer> {
  const part = (marker: number, ...content: Uint8Array[]): Buffer => {
    const inner = Buffer.concat(content);
    return Buffer.concat([Buffer.of(0xff, marker, (inner.length + 2) >> 8, (inner.length + 2) & 0xff), inner]);
  };
  const size = Buffer.of(8, height >> 8, height & 0xff, width >> 8, width & 0xff, colours);
  const perColour = Buffer.concat(Array.from({ length: colours }, (_, index) => Buffer.of(index + 1, 0x11, 0)));
  const scan = Buffer.concat([
    part(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    // A stuffed byte and a restart are part of the packed picture.
    Buffer.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
  ]);
  return Uint8Array.from(
    Buffer.concat([
      Buffer.of(0xff, 0xd8),
      ...beside.map(([marker, words]) => part(marker, Buffer.from(words))),
      part(0xdb, Buffer.alloc(65, 1)),
      part(frame, size, perColour),
      part(0xc4, Buffer.alloc(20)),
      ...Array.from({ length: scans }, () => scan),
      Buffer.of(0xff, 0xd9),
      Buffer.from(behind),
    ]),
  );
}
