import { z } from 'zod';
import { ROLES } from '../../shared/model/protocol.ts';
import { CLOTH_KINDS } from '../../shared/model/schema.ts';
import { GRANTS, SHOWN_NAMES } from '../../shared/model/sheets.ts';

/** What the store knows of a cloth, theme sheet or room beside its document. Times are ms since the epoch. */
export const clothRecordSchema = z.object({
  id: z.string(),
  epoch: z.string(),
  /** What kind of document it is; left out for a cloth. */
  sheet: z.enum(['theme', 'commons']).optional(),
  kind: z.enum(CLOTH_KINDS),
  createdAt: z.number(),
  keys: z
    .array(
      z.object({
        role: z.enum(ROLES),
        hash: z.string(),
        createdAt: z.number(),
        /** How it came to be, where it is not one of the first: handed out by who leads, by another, given for a code or at the door. */
        way: z.enum(['led', 'link', 'code', 'door']).optional(),
        /** Nobody has come in by it yet. */
        unused: z.literal(true).optional(),
        /** After this it opens nothing. */
        expiresAt: z.number().optional(),
      }),
    )
    .readonly(),
  /** Codes that open the cloth to participants until they expire. Short-lived and typed by hand, so kept as they are. */
  codes: z.array(z.object({ code: z.string(), expiresAt: z.number() })).readonly(),
  /** For an individual cloth: the joint one it was made from, and whose seat there it belongs to. Both or neither. */
  parent: z.string().optional(),
  seat: z.string().optional(),
  /** Of an individual cloth that was opened: which device it belongs to, as the hash of the secret that device made. */
  owner: z.string().optional(),
  /** In which rooms it hangs, and what those in each may do with it. What stands here is what counts. */
  hangs: z
    .array(z.object({ commons: z.string(), grant: z.enum(GRANTS), names: z.enum(SHOWN_NAMES) }))
    .readonly()
    .optional(),
  /** Of a room: the sheets that were hung there, to find them by; of each its own record says whether it still hangs. */
  hung: z.array(z.string()).readonly().optional(),
  /** Of a room: hashes of the keys with which calendars read its year line, and nothing else. */
  calendars: z.array(z.string()).readonly().optional(),
  /** Of a room: who leads it lets in whom the school's own sign-in knows. */
  door: z.literal(true).optional(),
  /** How often the record was changed. */
  revision: z.number().optional(),
});

/** In which room a sheet hangs, and what those in it may do with it. */
export type Hang = NonNullable<ClothRecord['hangs']>[number];

export type ClothRecord = Readonly<z.infer<typeof clothRecordSchema>>;

/** The record after a change; the change itself leaves the revision alone. */
export function revise(record: ClothRecord, change: (record: ClothRecord) => ClothRecord): ClothRecord {
  return { ...change(record), revision: (record.revision ?? 0) + 1 };
}

/** Whether a record was read before another of the same cloth was written. Answers of the store overtake each other. */
export function isOutdated(record: ClothRecord, other: ClothRecord): boolean {
  return record.revision !== undefined && record.revision < (other.revision ?? 0);
}

/** A document as it lies in the store: a snapshot and what came after it, in order. */
export interface StoredDocument {
  /** Yjs updates (v1), oldest first; the first may be a compacted snapshot. Apply all in one transaction. */
  readonly updates: readonly Uint8Array[];
  /** Number of the last update; {@link Storage.compact} takes it. */
  readonly lastSequence: number;
  /** How many updates came after the snapshot, and how many bytes those are: what compacting would save. */
  readonly logLength: number;
  readonly logBytes: number;
  /** The state of the session as last written, or null. */
  readonly session: string | null;
  /** The version it was written with; absent where only one server writes. */
  readonly sessionVersion?: number;
  /** The version of the document as it was before it was brought to a later one, where that is still kept; else null. */
  readonly originalVersion: number | null;
  /** What could not be read, in words for the log; null when all is well. A damaged document must not be compacted. */
  readonly damage: string | null;
}

/** A document as it was before it was brought to a later version. */
export interface Original {
  /** Of the document: `meta.schema`. */
  readonly version: number;
  /** All of it, as one Yjs update. */
  readonly document: Uint8Array;
}

export interface StoredCloth {
  readonly id: string;
  /** The joint cloth of an individual one, else null. */
  readonly parent: string | null;
  /** Null when it is damaged. The cloth cannot be opened then, only deleted. */
  readonly record: ClothRecord | null;
  /** When the document was last written to, ms since the epoch, to within an hour; now where that cannot be told any more. */
  readonly changedAt: number;
}

/** Whether writes reach the disk at this moment. */
export interface StorageHealth {
  readonly ok: boolean;
  /** In words for the log and `/readyz`; null when ok. */
  readonly problem: string | null;
}

/**
 * Where cloths are kept. Every promise that resolves means: on disk, synced. Every implementation passes the suite in
 * tests/contract/storage.ts.
 */
export interface Storage {
  readonly health: StorageHealth;
  /** Called on every change of {@link health}. */
  onHealth(listener: (health: StorageHealth) => void): void;
  /** Tries a synced write now and updates {@link health}; never rejects. */
  probe(): Promise<StorageHealth>;

  /**
   * Stores a new cloth and its document as one step. Rejects with {@link StorageUnavailable}; for an individual cloth also
   * with {@link UnknownCloth} when its joint one is not there, and with {@link AlreadyMade} when its seat has one. Rejects with
   * {@link CodeTaken} when a code of the record is another cloth's.
   */
  create(record: ClothRecord, document: Uint8Array): Promise<void>;
  read(id: string): Promise<ClothRecord | null>;
  /**
   * Replaces a record by what `change` makes of it; changes of one cloth never overlap. Null when there is no such cloth.
   * Rejects with {@link CodeTaken}, and changes nothing, when a code that came new is another cloth's.
   */
  change(id: string, change: (record: ClothRecord) => ClothRecord): Promise<ClothRecord | null>;
  /**
   * Deletes everything of a cloth and of the individual cloths made from it, also from the files on disk, and also of one
   * whose record is damaged. Resolves with
   * the ids of all that were deleted, its own first; with none when there was no such cloth. Rejects with
   * {@link PartlyDeleted} when it broke off after some of them.
   */
  delete(id: string): Promise<readonly string[]>;
  list(): AsyncIterable<StoredCloth>;
  /** The cloth that a code belongs to, expired or not, or null. */
  findByCode(code: string): Promise<ClothRecord | null>;
  /** The individual cloths made from a joint one, the oldest first. */
  individuals(parent: string): Promise<readonly ClothRecord[]>;

  /** Rejects with {@link UnknownCloth}. */
  load(id: string): Promise<StoredDocument>;
  /**
   * Adds updates to the log, in order, and resolves with the last one's sequence number once they are durable. While the
   * disk refuses it keeps trying, so the promise may stay open for long; it rejects only with {@link UnknownCloth} (the
   * cloth was deleted) or {@link StorageUnavailable} (the store was closed).
   */
  append(id: string, updates: readonly Uint8Array[]): Promise<number>;
  /** Replaces all updates up to and including `upTo` by a snapshot that holds them, in one atomic step. */
  compact(id: string, snapshot: Uint8Array, upTo: number): Promise<void>;
  /** `version` grows with every change; a store that several servers share keeps the highest. */
  writeSession(id: string, session: string, version?: number): Promise<void>;

  /** Keeps a document beside the one that is written to, in the place of one kept before. Rejects with {@link UnknownCloth}. */
  keepOriginal(id: string, original: Original): Promise<void>;
  readOriginal(id: string): Promise<Original | null>;
  dropOriginal(id: string): Promise<void>;

  /** The photos that lie under sheets. */
  readonly photos: Photos;

  /** What the server writes down for itself, whole cloths apart; null when it did not, or when that cannot be read. */
  readNote(name: string): Promise<string | null>;
  writeNote(name: string, text: string): Promise<void>;

  /** Finishes what was asked and lets go of the files. Gives up what cannot be written after `patienceMs`. */
  close(patienceMs: number): Promise<void>;
}

/** The photo under a sheet, one at most: gone with the sheet, also from the files on disk. */
export interface Photos {
  /** Keeps one, in the place of one kept before, which is gone as if it was dropped. Rejects with {@link UnknownCloth}. */
  keep(id: string, photo: Uint8Array): Promise<void>;
  /** Null when there is none; a word for one that is there and cannot be read, for whoever tells what is not whole. */
  read(id: string): Promise<Uint8Array | 'damaged' | null>;
  /** Takes it away, also from the files on disk. */
  drop(id: string): Promise<void>;
}

export class UnknownCloth extends Error {
  constructor(id: string) {
    super(`no cloth ${id}`);
    this.name = 'UnknownCloth';
  }
}

/** The seat has an individual cloth already: somebody else asked at the same moment. */
export class AlreadyMade extends Error {
  constructor(parent: string) {
    super(`cloth ${parent} has an individual cloth for this seat`);
    this.name = 'AlreadyMade';
  }
}

/** One of the codes is another cloth's, be it an expired one: until it is out of the record there, it is not handed out again. */
export class CodeTaken extends Error {
  constructor() {
    super('another cloth has this code');
    this.name = 'CodeTaken';
  }
}

/** In which order individual cloths are named. */
export function byAge(a: ClothRecord, b: ClothRecord): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

/** The store cannot do this now (disk full, read-only, closed); trying later may work. */
export class StorageUnavailable extends Error {
  constructor(problem: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'StorageUnavailable';
  }
}

/** A deletion broke off half-way; asked again, it goes on. */
export class PartlyDeleted extends StorageUnavailable {
  /** The cloths that are gone. */
  readonly deleted: readonly string[];

  constructor(deleted: readonly string[], cause: unknown) {
    super(`a deletion broke off half-way: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'PartlyDeleted';
    this.deleted = deleted;
  }
}
