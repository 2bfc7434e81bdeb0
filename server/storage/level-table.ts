import { type FileHandle, open } from 'node:fs/promises';
import { maskedCrc } from './level-wal.ts';

/**
 * LevelDB's tables (doc/table_format.md): blocks one after the other, each with a byte behind it for how it is compressed
 * and a checksum; an index of them, a block as well; and a footer that says where the index lies, with eight bytes of
 * magic. LevelDB checks no checksum unless told to, and this binding does not tell it.
 */
const FOOTER_BYTES = 48;
const MAGIC = 0xdb4775248b80fb57n;
const TRAILER_BYTES = 5;
const SNAPPY = 1;
/** No way of compressing: a block marked so LevelDB refuses, where it would take a damaged one for what was written. */
const NO_TYPE = 0x7f;

interface Block {
  /** Bytes from the start of the file. */
  readonly start: number;
  /** Bytes, without what is behind it. */
  readonly length: number;
}

/** Whether a table's index is whole. Without it nothing in the table is found; a block of it holds only some of its words. */
export async function hasIndex(path: string): Promise<boolean> {
  return using(path, 'r', async (file) => (await readIndex(file)) !== null);
}

/** Marks those blocks of a table whose checksum is wrong, so that LevelDB leaves them out. Resolves with how many, or null without an index. */
export async function markDamagedBlocks(path: string): Promise<number | null> {
  return using(path, 'r+', async (file) => {
    const index = await readIndex(file);
    if (!index) return null;
    let damaged = 0;
    for (const { start, length } of blocksIn(index)) {
      if (await readBlock(file, { start, length })) continue;
      damaged += 1;
      await file.write(Uint8Array.of(NO_TYPE), 0, 1, start + length);
    }
    await file.sync();
    return damaged;
  });
}

/** How many blocks of a table have a wrong checksum; null without an index. */
export async function countDamagedBlocks(path: string): Promise<number | null> {
  return using(path, 'r', async (file) => {
    const index = await readIndex(file);
    if (!index) return null;
    let damaged = 0;
    for (const block of blocksIn(index)) if (!(await readBlock(file, block))) damaged += 1;
    return damaged;
  });
}

async function using<T>(path: string, flags: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function readIndex(file: FileHandle): Promise<Uint8Array | null> {
  const { size } = await file.stat();
  if (size < FOOTER_BYTES) return null;
  const footer = await readAt(file, size - FOOTER_BYTES, FOOTER_BYTES);
  if (footer.length < FOOTER_BYTES || footer.readBigUInt64LE(FOOTER_BYTES - 8) !== MAGIC) return null;
  // Where a block about the table lies, and its length; then the same of the index.
  const numbers = new Numbers(footer);
  numbers.next();
  numbers.next();
  const index = { start: numbers.next(), length: numbers.next() };
  return index.start + index.length + TRAILER_BYTES > size ? null : readBlock(file, index);
}

/** A block's bytes as they were before they were compressed; null when they are not what was written. */
async function readBlock(file: FileHandle, { start, length }: Block): Promise<Uint8Array | null> {
  const bytes = await readAt(file, start, length + TRAILER_BYTES);
  if (bytes.length < length + TRAILER_BYTES) return null;
  if (maskedCrc(bytes.subarray(0, length + 1)) !== bytes.readUInt32LE(length + 1)) return null;
  const data = bytes.subarray(0, length);
  return bytes[length] === SNAPPY ? unsnappy(data) : data;
}

async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

/** Where the blocks lie that an index names: its entries, without the list of where to begin reading that ends it. */
function blocksIn(index: Uint8Array): Block[] {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const restarts = view.getUint32(index.length - 4, true);
  const entries = new Numbers(index.subarray(0, index.length - 4 - 4 * restarts));
  const blocks: Block[] = [];
  while (!entries.done) {
    // How much of its key is as in the one before, how much is not, and how long its value is.
    entries.next();
    const keyBytes = entries.next();
    const valueBytes = entries.next();
    entries.skip(keyBytes);
    const value = new Numbers(entries.take(valueBytes));
    blocks.push({ start: value.next(), length: value.next() });
  }
  return blocks;
}

/** Undoes Snappy (github.com/google/snappy, format_description.txt): runs of bytes, and copies of what came before. */
function unsnappy(compressed: Uint8Array): Uint8Array {
  const input = new Numbers(compressed);
  const output = new Uint8Array(input.next());
  let at = 0;
  while (!input.done) {
    const tag = input.byte();
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >>> 2;
      const length = (short < 60 ? short : input.littleEndian(short - 59)) + 1;
      output.set(input.take(length), at);
      at += length;
      continue;
    }
    const length = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    const back = kind === 1 ? ((tag >>> 5) << 8) | input.byte() : input.littleEndian(kind === 2 ? 2 : 4);
    // Byte by byte, for a copy may reach into what it makes itself.
    for (const end = at + length; at < end; at++) output[at] = output[at - back] ?? 0;
  }
  return output;
}

/** Reads bytes as LevelDB writes them: numbers of seven bits a byte, the least first, and texts with their length in front. */
export class Numbers {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Whether more was asked for than there is. */
  get overran(): boolean {
    return this.#at > this.#bytes.length;
  }

  next(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  littleEndian(bytes: number): number {
    let value = 0;
    for (let index = 0, factor = 1; index < bytes; index++, factor *= 256) value += this.byte() * factor;
    return value;
  }

  take(length: number): Uint8Array {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  skip(length: number): void {
    this.#at += length;
  }

  skipText(): void {
    this.skip(this.next());
  }
}
