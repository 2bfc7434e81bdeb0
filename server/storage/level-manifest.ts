import { Numbers } from './level-table.ts';

/**
 * What LevelDB's manifest says: which tables hold the data, and from which log on it is to read. A manifest is a log
 * file whose records are edits, each a row of tags with their values (db/version_edit.cc in LevelDB's source).
 */
export interface Manifest {
  /** The oldest write-ahead log that is still needed. */
  readonly logNumber: number;
  /** The number of the last write that the tables hold. */
  readonly lastSequence: number;
  /** Bytes of each table, by its number. */
  readonly tables: ReadonlyMap<number, number>;
}

const TAGS = {
  comparator: 1,
  logNumber: 2,
  nextFile: 3,
  lastSequence: 4,
  compactPointer: 5,
  deletedTable: 6,
  newTable: 7,
  previousLog: 9,
} as const;

/** Puts a manifest's edits together. Null when one of them is not what an edit can be. */
export function readManifest(edits: readonly Uint8Array[]): Manifest | null {
  const tables = new Map<number, number>();
  let logNumber = 0;
  let lastSequence = 0;
  for (const edit of edits) {
    const reader = new Numbers(edit);
    while (!reader.done) {
      switch (reader.next()) {
        case TAGS.comparator:
          reader.skipText();
          break;
        case TAGS.logNumber:
          logNumber = reader.next();
          break;
        case TAGS.lastSequence:
          lastSequence = reader.next();
          break;
        case TAGS.nextFile:
        case TAGS.previousLog:
          reader.next();
          break;
        case TAGS.compactPointer:
          reader.next();
          reader.skipText();
          break;
        case TAGS.deletedTable:
          reader.next();
          tables.delete(reader.next());
          break;
        case TAGS.newTable: {
          reader.next();
          const table = reader.next();
          tables.set(table, reader.next());
          reader.skipText();
          reader.skipText();
          break;
        }
        default:
          return null;
      }
    }
    if (reader.overran) return null;
  }
  return { logNumber, lastSequence, tables };
}

/** The number of the last write in a log's records, each a batch: an 8-byte number, a 4-byte count, the writes. 0 when there is none. */
export function lastSequenceOf(batches: readonly Uint8Array[]): number {
  let last = 0;
  for (const batch of batches) {
    if (batch.length < 12) continue;
    const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
    last = Math.max(last, Number(view.getBigUint64(0, true)) + view.getUint32(8, true) - 1);
  }
  return last;
}
