import type { Counting } from '../core/counting.ts';
import { InTurn } from './in-turn.ts';
import { PostgresAppends } from './postgres-appends.ts';
import { countTogether } from './postgres-counting.ts';
import { Database, isForeignKeyViolation, isUniqueViolation, reasonOf, type Statement } from './postgres-database.ts';
import * as sql from './postgres-statements.ts';
import type { SharedDocument, SharedStorage, Standing } from './shared-storage.ts';
import {
  AlreadyMade,
  byAge,
  type ClothRecord,
  CodeTaken,
  clothRecordSchema,
  type Original,
  type Photos,
  revise,
  type StorageHealth,
  StorageUnavailable,
  type StoredCloth,
  UnknownCloth,
} from './storage.ts';

interface LogRow {
  readonly part: 'cloth' | 'snapshot' | 'update';
  readonly sequence: string;
  readonly data: Buffer | null;
  readonly session: string | null;
  readonly session_version: string | null;
  readonly original: number | null;
}

interface ListedRow {
  readonly id: string;
  readonly parent: string | null;
  readonly record: unknown;
  readonly changed_at: string;
}

/** Keeps cloths in PostgreSQL: the store that several nodes share. */
export class PostgresStorage implements SharedStorage {
  readonly #database: Database;
  readonly #appends: PostgresAppends;
  readonly #changes = new InTurn();
  readonly counting: Counting;
  readonly photos: Photos = {
    keep: async (id, photo) => void (await this.#once(id, sql.KEEP_PHOTO, [id, photo])),
    read: async (id) => (await this.#once<{ data: Buffer }>(id, sql.READ_PHOTO, [id]))[0]?.data ?? null,
    drop: async (id) => void (await this.#once(id, sql.DROP_PHOTO, [id])),
  };
  readonly #listeners: ((health: StorageHealth) => void)[] = [];

  private constructor(url: string) {
    this.#database = new Database(url, (health) => {
      for (const listener of this.#listeners) listener(health);
    });
    this.counting = countTogether(this.#database);
    this.#appends = new PostgresAppends(this.#database);
  }

  /**
   * Connects. Does not reject: a database that is not there yet is reported in {@link health} and tried again.
   *
   * @param url `postgres://user:password@host:port/database`
   */
  static async open(url: string): Promise<PostgresStorage> {
    const storage = new PostgresStorage(url);
    await storage.#database.open();
    return storage;
  }

  get health(): StorageHealth {
    return this.#database.health;
  }

  onHealth(listener: (health: StorageHealth) => void): void {
    this.#listeners.push(listener);
  }

  probe(): Promise<StorageHealth> {
    return this.#database.probe();
  }

  async create(record: ClothRecord, document: Uint8Array): Promise<void> {
    try {
      await this.#once(record.id, sql.CREATE, [record.id, JSON.stringify(record), record.createdAt, document]);
    } catch (error) {
      const twice = error instanceof StorageUnavailable && isUniqueViolation(error.cause);
      if (record.parent !== undefined && twice) throw new AlreadyMade(record.parent);
      throw error;
    }
  }

  async read(id: string): Promise<ClothRecord | null> {
    return (await this.#readVersioned(id))?.record ?? null;
  }

  change(id: string, change: (record: ClothRecord) => ClothRecord): Promise<ClothRecord | null> {
    // In turn on this node, so that only changes of other nodes can come in between; then it is tried on what they made.
    return this.#changes.run(id, async () => {
      for (;;) {
        const before = await this.#readVersioned(id);
        if (!before) return null;
        const after = revise(before.record, change);
        const changed = await this.#once(id, sql.CHANGE, [id, before.version, JSON.stringify(after)]);
        if (changed.length > 0) return after;
      }
    });
  }

  async delete(id: string): Promise<readonly string[]> {
    return (await this.#once<{ id: string }>(id, sql.DELETE, [id])).map((row) => row.id);
  }

  async *list(): AsyncIterable<StoredCloth> {
    let last = '';
    for (;;) {
      const rows = await this.#once<ListedRow>(last, sql.LIST, [last]);
      for (const { id, parent, record, changed_at } of rows) {
        yield { id, parent, record: clothRecordSchema.safeParse(record).data ?? null, changedAt: Number(changed_at) };
        last = id;
      }
      if (rows.length === 0) return;
    }
  }

  async findByCode(code: string): Promise<ClothRecord | null> {
    const [row] = await this.#once<{ record: unknown }>(code, sql.FIND_BY_CODE, [code]);
    return row ? parsed(row.record) : null;
  }

  async individuals(parent: string): Promise<readonly ClothRecord[]> {
    const rows = await this.#once<{ record: unknown }>(parent, sql.INDIVIDUALS, [parent]);
    // One that is damaged is not to keep the others, and the joint one, from being opened.
    const records = rows.map(({ record }) => clothRecordSchema.safeParse(record).data);
    return records.filter((record) => record !== undefined).sort(byAge);
  }

  load(id: string): Promise<SharedDocument> {
    return this.loadSince(id, 0);
  }

  async loadSince(id: string, sequence: number): Promise<SharedDocument> {
    const [cloth, ...parts] = await this.#once<LogRow>(id, sql.LOAD, [id, sequence]);
    if (!cloth) throw new UnknownCloth(id);
    return putTogether(cloth, parts, sequence);
  }

  async standings(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const rows = await this.#once<{
      id: string;
      last_sequence: string;
      session_version: string;
      record_version: string;
    }>('', sql.STANDINGS, [[...ids]]);
    return new Map(
      rows.map((row) => [
        row.id,
        {
          lastSequence: Number(row.last_sequence),
          sessionVersion: Number(row.session_version),
          recordVersion: Number(row.record_version),
        },
      ]),
    );
  }

  append(id: string, updates: readonly Uint8Array[]): Promise<number> {
    return this.#appends.append(id, updates);
  }

  async compact(id: string, snapshot: Uint8Array, upTo: number): Promise<void> {
    await this.#once(id, sql.COMPACT, [id, upTo, snapshot]);
  }

  async writeSession(id: string, session: string, version = 0): Promise<void> {
    const known = await this.#database.insist(sql.WRITE_SESSION, [id, session, version]);
    if (known.length === 0) throw new UnknownCloth(id);
  }

  async keepOriginal(id: string, { version, document }: Original): Promise<void> {
    await this.#once(id, sql.KEEP_ORIGINAL, [id, version, document]);
  }

  async readOriginal(id: string): Promise<Original | null> {
    const [row] = await this.#once<{ version: number; data: Buffer }>(id, sql.READ_ORIGINAL, [id]);
    return row ? { version: row.version, document: row.data } : null;
  }

  async dropOriginal(id: string): Promise<void> {
    await this.#once(id, sql.DROP_ORIGINAL, [id]);
  }

  async readNote(name: string): Promise<string | null> {
    const [row] = await this.#once<{ text: string }>(name, sql.READ_NOTE, [name]);
    return row?.text ?? null;
  }

  async writeNote(name: string, text: string): Promise<void> {
    await this.#once(name, sql.WRITE_NOTE, [name, text]);
  }

  close(patienceMs: number): Promise<void> {
    return this.#database.close(patienceMs);
  }

  async #readVersioned(id: string): Promise<{ record: ClothRecord; version: string } | null> {
    const [row] = await this.#once<{ record: unknown; record_version: string }>(id, sql.READ, [id]);
    return row ? { record: parsed(row.record), version: row.record_version } : null;
  }

  /** One try; whatever PostgreSQL has against it is put in the store's own words. */
  async #once<R extends object>(id: string, statement: Statement, values: readonly unknown[]): Promise<R[]> {
    try {
      return await this.#database.query<R>(statement, values);
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error;
      if (isForeignKeyViolation(error)) throw new UnknownCloth(id);
      if (isUniqueViolation(error, 'tafelkleed_code_pkey')) throw new CodeTaken();
      throw new StorageUnavailable(`PostgreSQL refuses to ${statement.name}: ${reasonOf(error)}`, { cause: error });
    }
  }
}

function parsed(record: unknown): ClothRecord {
  const { data } = clothRecordSchema.safeParse(record);
  if (!data) throw new StorageUnavailable('a record in the database is damaged');
  return data;
}

/** A document of its rows, with what is missing between them named. */
function putTogether(cloth: LogRow, parts: readonly LogRow[], since: number): SharedDocument {
  const updates: Uint8Array[] = [];
  const lastSequence = Number(cloth.sequence);
  let reached = since;
  let logLength = 0;
  let logBytes = 0;
  const faults: string[] = [];
  for (const { part, sequence, data } of [...parts, { part: 'end', sequence: lastSequence + 1, data: null }]) {
    const number = Number(sequence);
    if (part !== 'snapshot' && number > reached + 1) faults.push(`updates ${reached + 1} to ${number - 1} are missing`);
    reached = number;
    if (!data) continue;
    updates.push(data);
    if (part === 'snapshot') continue;
    logLength += 1;
    logBytes += data.length;
  }
  const { session } = cloth;
  const sessionVersion = Number(cloth.session_version);
  const damage = faults.length > 0 ? faults.join('; ') : null;
  const originalVersion = cloth.original;
  return { updates, lastSequence, logLength, logBytes, session, sessionVersion, originalVersion, damage };
}
