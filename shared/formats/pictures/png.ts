/** A PNG begins with this. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** 8 bits for each of red, green and blue. */
const DEPTH = { bits: 8, colours: 2, channels: 3 } as const;
const FILTER = { none: 0, up: 2 } as const;
/** An RGBA pixel, bytes. */
const PIXEL = 4;
const INCH_MM = 25.4;
const PER_METRE = 1;

/** How large a PNG is, px, and at how many dots to the inch it is printed at its true size. */
export interface PngSize {
  readonly width: number;
  readonly height: number;
  readonly dpi?: number | undefined;
}

/** Packs bytes as zlib does (RFC 1950), and hands on what is packed as it comes. */
export interface Packer {
  /** Settles when there is room for more. */
  add(bytes: Uint8Array): Promise<void>;
  /** Settles when all was handed on. */
  end(): Promise<void>;
}

export type NewPacker = (take: (packed: Uint8Array) => void) => Packer;

/**
 * Writes a PNG (W3C, PNG second edition) from bands of whole rows, from the top down: a picture may so be larger than any canvas
 * or memory. It has no transparency.
 */
export class PngWriter {
  readonly #size: PngSize;
  readonly #packer: Packer;
  readonly #file: Uint8Array<ArrayBuffer>[];
  #above: Uint8Array;
  #rows = 0;

  constructor(size: PngSize, newPacker: NewPacker) {
    this.#size = size;
    this.#above = new Uint8Array(size.width * DEPTH.channels);
    this.#file = [new Uint8Array(SIGNATURE), header(size), ...(size.dpi ? [density(size.dpi)] : [])];
    this.#packer = newPacker((packed) => this.#file.push(chunk('IDAT', packed)));
  }

  /** Adds rows of RGBA pixels. Settles when there is room for more. Throws a `RangeError` on rows that are not whole, or too many. */
  async add(pixels: Uint8Array | Uint8ClampedArray): Promise<void> {
    const { width, height } = this.#size;
    const rows = pixels.length / (width * PIXEL);
    if (!Number.isInteger(rows) || this.#rows + rows > height) throw new RangeError('no whole rows of this picture');
    this.#rows += rows;
    await this.#packer.add(this.#filtered(pixels, rows));
  }

  /** The file, in parts. Throws a `RangeError` when rows are missing: a picture is never cut. */
  async end(): Promise<readonly Uint8Array<ArrayBuffer>[]> {
    if (this.#rows !== this.#size.height) throw new RangeError(`${this.#rows} rows of ${this.#size.height}`);
    await this.#packer.end();
    return [...this.#file, chunk('IEND', new Uint8Array())];
  }

  /**
   * Rows as they are packed best: as they are, for lines and letters of few colours repeat along a row; or as what differs from the row
   * above, where most of it is alike.
   */
  #filtered(pixels: Uint8Array | Uint8ClampedArray, rows: number): Uint8Array {
    const line = this.#size.width * DEPTH.channels;
    const all = new Uint8Array(rows * (line + 1));
    let above = this.#above;
    let from = 0;
    for (let row = 0; row < rows; row++) {
      const start = row * (line + 1);
      const own = all.subarray(start + 1, start + 1 + line);
      let alike = 0;
      for (let at = 0; at < line; at += DEPTH.channels) {
        const [red, green, blue] = [pixels[from] as number, pixels[from + 1] as number, pixels[from + 2] as number];
        own[at] = red;
        own[at + 1] = green;
        own[at + 2] = blue;
        if (red === above[at] && green === above[at + 1] && blue === above[at + 2]) alike++;
        from += PIXEL;
      }
      all[start] = alike > this.#size.width / 2 ? FILTER.up : FILTER.none;
      above = own;
    }
    // From below: a row is told by the one above as long as that is still itself.
    const last = above.slice();
    for (let row = rows - 1; row >= 0; row--) {
      const start = row * (line + 1);
      if (all[start] !== FILTER.up) continue;
      const over = row > 0 ? all.subarray(start - line, start) : this.#above;
      for (let at = 0; at < line; at++) all[start + 1 + at] = (all[start + 1 + at] as number) - (over[at] as number);
    }
    this.#above = last;
    return all;
  }
}

function header({ width, height }: PngSize): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data.set([DEPTH.bits, DEPTH.colours], 8);
  return chunk('IHDR', data);
}

/** So that it prints at its true size (PNG second edition, 11.3.5.3). */
function density(dpi: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round((dpi * 1_000) / INCH_MM);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  view.setUint8(8, PER_METRE);
  return chunk('pHYs', data);
}

function chunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(data.length + 12);
  const view = new DataView(all.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) all[4 + at] = name.charCodeAt(at);
  all.set(data, 8);
  view.setUint32(8 + data.length, crc32(all.subarray(4, 8 + data.length)));
  return all;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as PNG has it (ISO 3309, reflected 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
}
