import { copyFile, mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * LevelDB drops what it cannot read of its write-ahead log without a word, and then deletes the file. So before it gets
 * to open its files, the logs are read here, and one with a fault is copied aside and reported.
 *
 * Format (github.com/google/leveldb, doc/log_format.md): blocks of 32 KiB; in each, records of a 4-byte masked CRC-32C
 * over type and data, a 2-byte length, a 1-byte type and the data, all little-endian; the last < 7 bytes of a block are
 * zero.
 */
const BLOCK_BYTES = 32_768;
const HEADER_BYTES = 7;
const LAST_TYPE = 4;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** LevelDB stores a CRC rotated and shifted, so that a CRC of data that holds CRCs stays meaningful. */
function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** Where the first unreadable record of a log begins, bytes from the start; null when all can be read. */
export function firstFault(log: Uint8Array): number | null {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  let at = 0;
  while (at < log.length) {
    const left = Math.min(log.length - at, BLOCK_BYTES - (at % BLOCK_BYTES));
    if (left < HEADER_BYTES) {
      if (log.subarray(at, at + left).some((byte) => byte !== 0)) return at;
      at += left;
      continue;
    }
    const length = view.getUint16(at + 4, true);
    const type = view.getUint8(at + 6);
    const isRecord = type >= 1 && type <= LAST_TYPE && HEADER_BYTES + length <= left;
    if (!isRecord) return at;
    if (masked(crc32c(log.subarray(at + 6, at + HEADER_BYTES + length))) !== view.getUint32(at, true)) return at;
    at += HEADER_BYTES + length;
  }
  return null;
}

export interface KeptLog {
  /** The copy that was kept. */
  readonly copy: string;
  /** Where the first unreadable record begins, bytes. */
  readonly offset: number;
}

/**
 * Copies logs with a fault to `damaged/` beside them, and says which were copied now; a whole copy made before is left as
 * it is. Rejects when that cannot be done, for then nothing may touch the files.
 */
export async function keepFaultyLogs(directory: string): Promise<KeptLog[]> {
  const kept: KeptLog[] = [];
  for (const name of await filesIn(directory)) {
    if (!name.endsWith('.log')) continue;
    const path = join(directory, name);
    const offset = firstFault(await readFile(path));
    if (offset === null) continue;
    const damaged = join(directory, 'damaged');
    await mkdir(damaged, { recursive: true });
    const copy = join(damaged, `${name}.${offset}`);
    if ((await sizeOf(copy)) >= (await sizeOf(path))) continue;
    await copyWhole(path, copy);
    kept.push({ copy, offset });
  }
  return kept;
}

/** Under its own name a copy is on disk and whole: one that breaks off half-way is not to count as kept. */
async function copyWhole(path: string, copy: string): Promise<void> {
  const unfinished = `${copy}.unfinished`;
  await copyFile(path, unfinished);
  const file = await open(unfinished, 'r+');
  await file.sync().finally(() => file.close());
  await rename(unfinished, copy);
}

/** Bytes of a file; -1 when it is not there. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return -1;
    throw error;
  }
}

async function filesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    // A directory that is not there yet has no logs; anything else is LevelDB's to complain about.
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
