/**
 * LevelDB drops what it cannot read of its log files without a word, and then deletes them. So before it gets to open its
 * files, they are read here. Both its write-ahead logs and its manifests are of this form.
 *
 * Format (github.com/google/leveldb, doc/log_format.md): blocks of 32 KiB; in each, pieces of a 4-byte masked CRC-32C
 * over type and data, a 2-byte length, a 1-byte type and the data, all little-endian; the last < 7 bytes of a block are
 * zero. A record is one piece, or a first, any number of middle ones and a last.
 */
const BLOCK_BYTES = 32_768;
const HEADER_BYTES = 7;

const TYPES = { whole: 1, first: 2, middle: 3, last: 4 } as const;

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

/** The CRC-32C of bytes as LevelDB stores it: rotated and shifted, so that a CRC of data that holds CRCs stays meaningful. */
export function maskedCrc(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** Where a log file cannot be read. */
export interface LogFault {
  /** Where the first unreadable piece begins, bytes from the start. */
  readonly offset: number;
  /** Whether nothing readable follows: so a file looks whose last write a crash cut off. Else its middle is damaged. */
  readonly atEnd: boolean;
}

export interface LogContents {
  /** The records before the fault, if there is one. */
  readonly records: readonly Uint8Array[];
  readonly fault: LogFault | null;
}

interface Piece {
  readonly type: number;
  readonly data: Uint8Array;
  /** Where the next one begins. */
  readonly end: number;
}

/** Takes a log file apart, as far as it can be read. */
export function readLogFile(log: Uint8Array): LogContents {
  const records: Uint8Array[] = [];
  let begun: Uint8Array[] = [];
  let at = 0;
  while (at < log.length) {
    const left = leftInBlock(log, at);
    if (left < HEADER_BYTES) {
      if (log.subarray(at, at + left).some((byte) => byte !== 0)) return faultAt(log, at, records);
      at += left;
      continue;
    }
    const piece = pieceAt(log, at);
    if (!piece) return faultAt(log, at, records);
    const { type, data, end } = piece;
    at = end;
    if (type === TYPES.first || type === TYPES.whole) begun = [];
    begun.push(data);
    if (type === TYPES.last || type === TYPES.whole) records.push(Buffer.concat(begun));
  }
  return { records, fault: null };
}

function faultAt(log: Uint8Array, offset: number, records: readonly Uint8Array[]): LogContents {
  return { records, fault: { offset, atEnd: !isReadableAfter(log, offset) } };
}

/** Whether anything can be read after a fault: behind the piece that begins there, or at the start of a later block. */
function isReadableAfter(log: Uint8Array, fault: number): boolean {
  const next = fault + HEADER_BYTES + (leftInBlock(log, fault) < HEADER_BYTES ? 0 : lengthAt(log, fault));
  if (next < log.length && leftInBlock(log, next) >= HEADER_BYTES && pieceAt(log, next)) return true;
  const nextBlock = fault + BLOCK_BYTES - (fault % BLOCK_BYTES);
  for (let at = nextBlock; at + HEADER_BYTES <= log.length; at += BLOCK_BYTES) if (pieceAt(log, at)) return true;
  return false;
}

function leftInBlock(log: Uint8Array, at: number): number {
  return Math.min(log.length - at, BLOCK_BYTES - (at % BLOCK_BYTES));
}

function lengthAt(log: Uint8Array, at: number): number {
  return (log[at + 4] ?? 0) | ((log[at + 5] ?? 0) << 8);
}

/** The piece that begins here, where at least a header's bytes are left in the block; null when it cannot be read. */
function pieceAt(log: Uint8Array, at: number): Piece | null {
  const type = log[at + 6] ?? 0;
  const end = at + HEADER_BYTES + lengthAt(log, at);
  if (type < TYPES.whole || type > TYPES.last || end > at + leftInBlock(log, at)) return null;
  const stored = new DataView(log.buffer, log.byteOffset + at, 4).getUint32(0, true);
  if (maskedCrc(log.subarray(at + 6, end)) !== stored) return null;
  return { type, data: log.subarray(at + HEADER_BYTES, end), end };
}
