import { seal } from './checked-value.ts';
import { CommitQueue, innermostMessage, type Operation } from './commit-queue.ts';
import { InTurn } from './in-turn.ts';
import { withCodes } from './level-codes.ts';
import { keysOfCloth, parentOf } from './level-erasure.ts';
import { type Database, LevelFiles } from './level-files.ts';
import * as keys from './level-keys.ts';
import { decodeNumbered, encodeNumbered } from './level-log.ts';
import { LevelPhotos } from './level-photos.ts';
import { individualsOf, listCloths, readDocument, readIfReadable, readLogOf } from './level-read.ts';
import { decodeJson, encodeJson, readJson, readRecord, recordOperations } from './level-records.ts';
import { type ScrubListener, Scrubs } from './level-scrubs.ts';
import {
  AlreadyMade,
  byAge,
  type ClothRecord,
  clothRecordSchema,
  type Original,
  PartlyDeleted,
  revise,
  type Storage,
  type StorageHealth,
  StorageUnavailable,
  type StoredCloth,
  type StoredDocument,
  UnknownCloth,
} from './storage.ts';

/** `changed!<id>` is written at most this often for one cloth: it serves retention, which counts in days. */
const CHANGED_EVERY_MS = 3_600_000;

/** Keeps cloths in a LevelDB directory of this machine: the store of a server that runs alone. */
export class LevelStorage implements Storage {
  readonly #files: LevelFiles;
  readonly #db: Database;
  readonly #queue: CommitQueue;
  readonly #scrubs: Scrubs;
  readonly photos: LevelPhotos;
  readonly #listeners: ((health: StorageHealth) => void)[] = [];
  /** Last sequence number given out, for cloths that were written to since the start. */
  readonly #sequences = new Map<string, Promise<number>>();
  readonly #changedAt = new Map<string, number>();
  /** Everything but appends: no two of those overlap on one cloth. */
  readonly #exclusive = new InTurn();
  /** Deletions under way; each resolves when it has ended, one way or the other. */
  readonly #deleting = new Map<string, Promise<void>>();

  private constructor(directory: string, onDamage: (damage: string) => void, onScrub: ScrubListener) {
    this.#files = new LevelFiles(directory, onDamage);
    this.#db = this.#files.db;
    this.#queue = new CommitQueue(
      {
        write: (operations) => this.#files.write(operations),
        prepare: () => {
          this.#scrubs.opening();
          return this.#files.open();
        },
      },
      (health) => {
        for (const listener of this.#listeners) listener(health);
      },
    );
    this.#scrubs = new Scrubs(this.#db, this.#queue, this.#exclusive, onScrub);
    const place = { db: this.#db, queue: this.#queue, exclusive: this.#exclusive, scrubs: this.#scrubs };
    this.photos = new LevelPhotos(place);
  }

  /**
   * Opens the files. Does not reject: a store that cannot be opened yet says so in {@link health} and keeps trying.
   * `onDamage` is told, in words for the log, of files that could not be read whole; `onScrub` of words of deleted cloths
   * that are still on disk, and that they are not any more.
   */
  static async open(
    directory: string,
    onDamage: (damage: string) => void,
    onScrub: ScrubListener = () => undefined,
  ): Promise<LevelStorage> {
    const storage = new LevelStorage(directory, onDamage, onScrub);
    const failed = new Promise<void>((resolve) => storage.onHealth(() => resolve()));
    const probe: Operation = { type: 'put', key: keys.PROBE_KEY, value: encodeJson(Date.now()) };
    const written = storage.#queue.commit([probe], 'insist').then(
      () => void storage.#scrubs.sweep(),
      () => undefined,
    );
    await Promise.race([written, failed]);
    return storage;
  }

  get health(): StorageHealth {
    return this.#queue.health;
  }

  onHealth(listener: (health: StorageHealth) => void): void {
    this.#listeners.push(listener);
  }

  async probe(): Promise<StorageHealth> {
    const value = encodeJson(Date.now());
    await this.#queue.commit([{ type: 'put', key: keys.PROBE_KEY, value }], 'once').catch(() => undefined);
    return this.health;
  }

  async create(record: ClothRecord, document: Uint8Array): Promise<void> {
    const { parent, seat } = record;
    if (parent === undefined) return this.#create(record, document);
    // In turn with the joint cloth's deletion, so that none is left behind without it.
    await this.#exclusive.run(parent, async () => {
      if (!(await this.read(parent))) throw new UnknownCloth(parent);
      if ((await this.individuals(parent)).some((other) => other.seat === seat)) throw new AlreadyMade(parent);
      await this.#create(record, document);
    });
  }

  async #create(record: ClothRecord, document: Uint8Array): Promise<void> {
    // What lies there of a cloth whose record was lost is kept, and the new document comes behind it.
    const { lastSequence } = await this.#reading(() => readLogOf(this.#db, record.id));
    const sequence = lastSequence + 1;
    const operations: Operation[] = [
      ...recordOperations(null, record),
      { type: 'put', key: keys.updateKey(record.id, sequence), value: seal(document) },
      { type: 'put', key: keys.changedKey(record.id), value: encodeJson(record.createdAt) },
    ];
    await this.#withCodes(null, record, () => this.#queue.commit(operations, 'once'));
    this.#files.count(1);
    this.#sequences.set(record.id, Promise.resolve(sequence));
  }

  async read(id: string): Promise<ClothRecord | null> {
    const value = await this.#reading(() => this.#db.get(keys.recordKey(id)));
    return value ? clothRecordSchema.parse(decodeJson(value)) : null;
  }

  change(id: string, change: (record: ClothRecord) => ClothRecord): Promise<ClothRecord | null> {
    return this.#exclusive.run(id, async () => {
      const before = await this.read(id);
      if (!before) return null;
      const after = revise(before, change);
      await this.#withCodes(before, after, () => this.#queue.commit(recordOperations(before, after), 'once'));
      return after;
    });
  }

  delete(id: string): Promise<readonly string[]> {
    return this.#exclusive.run(id, async () => {
      const stored = await this.#reading(() => this.#db.get(keys.recordKey(id)));
      // Of one whose record was lost there is still the rest.
      if (!stored && !(await this.#reading(() => this.#db.get(keys.changedKey(id))))) return [];
      // First what was made from it: broken off half-way, it is still there to be deleted again.
      const individuals: string[] = [];
      try {
        const { gte, lt } = keys.individualRange(id);
        const found = await this.#reading(() => this.#db.keys({ gte, lt }).all());
        for (const key of found) individuals.push(...(await this.delete(key.slice(gte.length))));
        const erasing = this.#erase(id, stored ? readRecord(stored) : null);
        const ended = erasing.catch(() => undefined);
        this.#deleting.set(id, ended);
        await erasing.finally(() => this.#deleting.delete(id));
      } catch (error) {
        throw individuals.length > 0 ? new PartlyDeleted(individuals, error) : error;
      }
      await this.#scrubs.scrub(id);
      return [id, ...individuals];
    });
  }

  /** Takes all that is stored of a cloth away, in one write. */
  async #erase(id: string, record: ClothRecord | null): Promise<void> {
    // An empty commit waits for the appends that were asked before; later ones wait for how this ends.
    await this.#queue.commit([], 'once');
    const gone = await this.#reading(() => keysOfCloth(this.#db, id, record));
    await this.#queue.commit([...gone.map((key): Operation => ({ type: 'del', key })), this.#scrubs.mark(id)], 'once');
    this.#files.count(-1);
    this.#sequences.delete(id);
    this.#changedAt.delete(id);
  }

  async *list(): AsyncIterable<StoredCloth> {
    for (const cloth of await this.#reading(() => listCloths(this.#db))) {
      const { id, record } = cloth;
      const parent = record ? (record.parent ?? null) : await this.#reading(() => parentOf(this.#db, id));
      yield { ...cloth, parent };
    }
  }

  async findByCode(code: string): Promise<ClothRecord | null> {
    const value = await this.#reading(() => this.#db.get(keys.codeKey(code)));
    return value ? this.read(String(decodeJson(value))) : null;
  }

  async individuals(parent: string): Promise<readonly ClothRecord[]> {
    return (await this.#reading(() => individualsOf(this.#db, parent))).sort(byAge);
  }

  async load(id: string): Promise<StoredDocument> {
    while (this.#deleting.has(id)) await this.#deleting.get(id);
    const document = await this.#reading(() => readDocument(this.#db, id));
    if (!document) throw new UnknownCloth(id);
    // From here on appending needs no reading, so it goes on numbering while the files cannot be read.
    if (!this.#sequences.has(id)) this.#sequences.set(id, Promise.resolve(document.lastSequence));
    return document;
  }

  async append(id: string, updates: readonly Uint8Array[]): Promise<number> {
    // The number is taken before anything is awaited, so that calls are numbered in the order in which they were made.
    const last = (this.#sequences.get(id) ?? this.load(id).then(({ lastSequence: known }) => known)).then(
      (previous) => previous + updates.length,
    );
    this.#sequences.set(id, last);
    last.catch(() => this.#sequences.delete(id));
    const lastSequence = await last;
    // Asked again, for no other deletion may begin between this and the commit.
    while (this.#deleting.has(id)) await this.#deleting.get(id);
    if (!this.#sequences.has(id)) throw new UnknownCloth(id);
    const first = lastSequence - updates.length + 1;
    const operations: Operation[] = updates.map((update, index) => ({
      type: 'put',
      key: keys.updateKey(id, first + index),
      value: seal(update),
    }));
    const now = Date.now();
    if (now - (this.#changedAt.get(id) ?? 0) > CHANGED_EVERY_MS) {
      this.#changedAt.set(id, now);
      operations.push({ type: 'put', key: keys.changedKey(id), value: encodeJson(now) });
    }
    await this.#queue.commit(operations, 'insist');
    return lastSequence;
  }

  compact(id: string, snapshot: Uint8Array, upTo: number): Promise<void> {
    return this.#exclusive.run(id, async () => {
      if ((await this.read(id)) === null) throw new UnknownCloth(id);
      const { gte } = keys.logRange(id);
      const logKeys = await this.#reading(() => this.#db.keys({ gte, lte: keys.updateKey(id, upTo) }).all());
      await this.#queue.commit(
        [
          { type: 'put', key: keys.snapshotKey(id), value: encodeNumbered(snapshot, upTo) },
          ...logKeys.map((key): Operation => ({ type: 'del', key })),
        ],
        'once',
      );
      await this.#files.summarise();
    });
  }

  writeSession(id: string, session: string): Promise<void> {
    return this.#exclusive.run(id, async () => {
      if ((await this.read(id)) === null) throw new UnknownCloth(id);
      await this.#queue.commit([{ type: 'put', key: keys.sessionKey(id), value: encodeJson(session) }], 'once');
    });
  }

  keepOriginal(id: string, { version, document }: Original): Promise<void> {
    return this.#exclusive.run(id, async () => {
      if ((await this.read(id)) === null) throw new UnknownCloth(id);
      const value = encodeNumbered(document, version);
      await this.#queue.commit([{ type: 'put', key: keys.originalKey(id), value }], 'once');
    });
  }

  async readOriginal(id: string): Promise<Original | null> {
    const value = await this.#reading(() => this.#db.get(keys.originalKey(id)));
    if (!value) return null;
    const original = decodeNumbered(value);
    if (!original) throw new StorageUnavailable('a record on disk is damaged');
    return { version: original.number, document: original.update };
  }

  dropOriginal(id: string): Promise<void> {
    return this.#exclusive.run(id, () => this.#queue.commit([{ type: 'del', key: keys.originalKey(id) }], 'once'));
  }

  async readNote(name: string): Promise<string | null> {
    const text = readJson(await this.#reading(() => readIfReadable(this.#db, keys.noteKey(name))));
    return typeof text === 'string' ? text : null;
  }

  writeNote(name: string, text: string): Promise<void> {
    return this.#queue.commit([{ type: 'put', key: keys.noteKey(name), value: encodeJson(text) }], 'once');
  }

  async close(patienceMs: number): Promise<void> {
    this.#scrubs.close();
    await this.#queue.close(patienceMs);
    await this.#files.close();
  }

  #withCodes(before: ClothRecord | null, after: ClothRecord, write: () => Promise<void>): Promise<void> {
    return withCodes(this.#exclusive, (key) => this.#reading(() => this.#db.get(key)), before, after, write);
  }

  async #reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw new StorageUnavailable(`the store cannot be read: ${innermostMessage(error)}`, { cause: error });
    }
  }
}
