import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { MOST_WRONG, TooManyWrong, WrongCodes } from '../../server/http/wrong-codes.ts';
import { PostgresStorage } from '../../server/storage/postgres.ts';
import { type StorageHealth, StorageUnavailable, UnknownCloth } from '../../server/storage/storage.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { POSTGRESQL } from '../support/system-parts.ts';
import { type Place, recordOf, storageContract } from './storage.ts';
import { codesContract } from './storage-codes.ts';
import { deletionContract } from './storage-deletion.ts';
import { originalsContract } from './storage-originals.ts';
import { photosContract } from './storage-photos.ts';

const EMPTY = new Uint8Array([0, 0]);

describe.skipIf(POSTGRESQL.find() === null)('PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.close());

  async function openAt(url: string): Promise<PostgresStorage> {
    const storage = await PostgresStorage.open(url);
    onTestFinished(() => storage.close(1_000));
    return storage;
  }

  async function freshPlace(): Promise<Place> {
    const url = await postgres.newDatabase();
    return {
      open: () => PostgresStorage.open(url),
      async refuseToErase(id) {
        await postgres.query(
          `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`,
          url,
        );
        await postgres.query(
          `CREATE TRIGGER refuse BEFORE DELETE ON tafelkleed_cloth FOR EACH ROW WHEN (OLD.id = '${id}')
           EXECUTE FUNCTION refuse()`,
          url,
        );
        return async () => {
          await postgres.query('DROP TRIGGER refuse ON tafelkleed_cloth', url);
        };
      },
    };
  }

  storageContract('PostgreSQL', freshPlace);
  originalsContract('PostgreSQL', freshPlace);
  photosContract('PostgreSQL', freshPlace);
  codesContract('PostgreSQL', freshPlace);
  deletionContract('PostgreSQL', freshPlace);

  test('many nodes that start at the same time make the tables once, and share what they hold', async () => {
    const url = await postgres.newDatabase();
    const nodes = await Promise.all(Array.from({ length: 5 }, () => openAt(url)));
    expect(nodes.map(({ health }) => health)).toEqual(nodes.map(() => ({ ok: true, problem: null })));
    const [a, b] = nodes;
    await a?.create(recordOf('a'), EMPTY);
    expect(await b?.read('a')).toEqual(recordOf('a'));
  });

  test('wrong codes are counted at all nodes together, and a code is at home at all of them', async () => {
    const url = await postgres.newDatabase();
    const nodes = [new WrongCodes((await openAt(url)).counting), new WrongCodes((await openAt(url)).counting)];
    const type = (nth: number, code: string, found: { expiresAt: number } | null = null) =>
      nodes[nth % 2]?.find('20010db800010002', code, async () => found);
    // At two nodes at a time, as far as they are one class; right ones between them count for nothing.
    for (let nth = 0; nth < MOST_WRONG; nth++) {
      expect(await type(nth, `WRONG${nth}`)).toBeNull();
      if (nth % 8 === 0) expect(await type(nth, `RIGHT${nth}`, { expiresAt: Date.now() + 60_000 })).not.toBeNull();
    }
    for (const nth of [0, 1, 2]) await expect(type(nth, 'ANOTHER')).rejects.toThrow(TooManyWrong);
    const known = { expiresAt: Date.now() + 60_000 };
    for (const nth of [0, 1]) expect(await type(nth, 'RIGHT8', known)).toBe(known);
    await nodes[0]?.isAtHome('20010db800010002', 'SHOWN', known.expiresAt);
    expect(await type(1, 'SHOWN', known)).toBe(known);
  });

  test('a database of the layout before keeps its codes', async () => {
    const url = await postgres.newDatabase();
    const codes = [{ code: 'ACDEFGH', expiresAt: 9 }];
    const before = await PostgresStorage.open(url);
    await before.create(recordOf('a', { codes }), EMPTY);
    await before.create(recordOf('b'), EMPTY);
    await before.close(1_000);
    await postgres.query(
      `DROP TABLE tafelkleed_code, tafelkleed_count, tafelkleed_photo; DELETE FROM tafelkleed_layout WHERE step > 4;
       CREATE INDEX tafelkleed_cloth_codes ON tafelkleed_cloth USING gin ((record -> 'codes') jsonb_path_ops);
       UPDATE tafelkleed_cloth SET record = jsonb_set(record, '{codes}', '{"damaged": 1}') WHERE id = 'b'`,
      url,
    );
    const after = await openAt(url);
    expect(after.health).toEqual({ ok: true, problem: null });
    expect((await after.findByCode('ACDEFGH'))?.id).toBe('a');
  });

  test('a damaged record costs its cloth alone: not the other individual ones, nor the joint one', async () => {
    const url = await postgres.newDatabase();
    const storage = await openAt(url);
    await storage.create(recordOf('joint'), EMPTY);
    for (const seat of ['s', 't']) await storage.create(recordOf(`own${seat}`, { parent: 'joint', seat }), EMPTY);
    await postgres.query(`UPDATE tafelkleed_cloth SET record = '{"id": 7}' WHERE id = 'owns'`, url);
    expect((await storage.individuals('joint')).map(({ id }) => id)).toEqual(['ownt']);
    await expect(storage.read('owns')).rejects.toThrow(StorageUnavailable);
    expect(storage.health.ok).toBe(true);
  });

  test('tables of a newer version are left alone', async () => {
    const url = await postgres.newDatabase();
    const old = await openAt(url);
    await old.create(recordOf('a'), EMPTY);
    await postgres.query(`INSERT INTO tafelkleed_layout VALUES (99, now())`, url);
    const storage = await openAt(url);
    expect(storage.health).toMatchObject({ ok: false, problem: expect.stringContaining('layout 99') });
    await expect(storage.read('a')).rejects.toThrow('layout 99');
  });

  test('deleting a cloth whose log is being compacted deletes it: the two never wait for each other', async () => {
    const storage = await openAt(await postgres.newDatabase());
    for (let round = 0; round < 150; round++) {
      await storage.create(recordOf('a'), EMPTY);
      await storage.append('a', [EMPTY, EMPTY, EMPTY]);
      const compacted = storage.compact('a', EMPTY, 4).catch((error: unknown) => error);
      await storage.delete('a');
      const refused = await compacted;
      if (refused !== undefined) expect(refused).toBeInstanceOf(UnknownCloth);
    }
  });

  test('appends of several nodes to one cloth share one numbering without gaps', async () => {
    const url = await postgres.newDatabase();
    const nodes = await Promise.all([openAt(url), openAt(url), openAt(url)]);
    await nodes[0]?.create(recordOf('a'), EMPTY);
    const numbers = await Promise.all(
      nodes.flatMap((node, index) =>
        Array.from({ length: 100 }, () => node.append('a', [new Uint8Array([index]), new Uint8Array([index])])),
      ),
    );
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 300 }, (_, index) => 3 + 2 * index));
    expect(await nodes[1]?.load('a')).toMatchObject({ lastSequence: 601, logLength: 601, damage: null });
  });

  test('appends to two cloths in opposite order from two nodes never wait for each other in a circle', async () => {
    const url = await postgres.newDatabase();
    const [one, other] = await Promise.all([openAt(url), openAt(url)]);
    for (const id of ['a', 'b']) await one.create(recordOf(id), EMPTY);
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => [
        one.append(index % 2 ? 'a' : 'b', [EMPTY]),
        other.append(index % 2 ? 'b' : 'a', [EMPTY]),
        ...(index % 20 ? [] : [other.compact('a', EMPTY, 1), one.change('a', (record) => record)]),
      ]).flat(),
    );
    expect((await one.load('b')).lastSequence).toBe(201);
  });

  test('what came after a number is read on, over a snapshot that was laid meanwhile too', async () => {
    const url = await postgres.newDatabase();
    const [one, other] = await Promise.all([openAt(url), openAt(url)]);
    await one.create(recordOf('a'), new Uint8Array([1]));
    await one.append('a', [new Uint8Array([2]), new Uint8Array([3])]);
    const bytes = async (since: number) =>
      (await other.loadSince('a', since)).updates.map((update) => [...update].join());
    expect(await bytes(0)).toEqual(['1', '2', '3']);
    expect(await bytes(2)).toEqual(['3']);
    expect(await bytes(3)).toEqual([]);
    await one.compact('a', new Uint8Array([12]), 2);
    expect(await bytes(0)).toEqual(['12', '3']);
    expect(await bytes(1)).toEqual(['12', '3']);
    expect(await bytes(2)).toEqual(['3']);
    // An older snapshot never takes the place of a later one.
    await other.compact('a', new Uint8Array([1]), 1);
    expect(await bytes(0)).toEqual(['12', '3']);
    expect(await other.loadSince('a', 0)).toMatchObject({ lastSequence: 3, logLength: 1, damage: null });
  });

  test('an update that went missing in the tables is named, not passed over', async () => {
    const url = await postgres.newDatabase();
    const storage = await openAt(url);
    await storage.create(recordOf('a'), EMPTY);
    await storage.append('a', [EMPTY, EMPTY, EMPTY]);
    await postgres.query('DELETE FROM tafelkleed_update WHERE sequence IN (2, 4)', url);
    expect((await storage.load('a')).damage).toBe('updates 2 to 2 are missing; updates 4 to 4 are missing');
  });

  test('an append that PostgreSQL refuses again and again is no secret, and is committed when it no longer does', async () => {
    const url = await postgres.newDatabase();
    const storage = await openAt(url);
    for (const id of ['a', 'b']) await storage.create(recordOf(id), EMPTY);
    const healths: StorageHealth[] = [];
    storage.onHealth((health) => healths.push(health));
    await postgres.query('ALTER TABLE tafelkleed_update ADD CONSTRAINT least CHECK (length(data) < 3)', url);
    const refused = storage.append('a', [new Uint8Array([7, 7, 7])]);
    await expect.poll(() => storage.health.ok).toBe(false);
    expect(storage.health.problem).toMatch(/refuses to append.*23514.*least/);
    // Others are stored all the same, and a probe that goes well is not the end of it.
    expect(await storage.append('b', [EMPTY])).toBe(2);
    expect((await storage.probe()).ok).toBe(false);
    await postgres.query('ALTER TABLE tafelkleed_update DROP CONSTRAINT least', url);
    expect(await refused).toBe(2);
    expect(storage.health).toEqual({ ok: true, problem: null });
    expect(healths.map(({ ok }) => ok)).toEqual([false, true]);
  });

  test('the session state with the highest version stays, and of two with one version the same on every node', async () => {
    const storage = await openAt(await postgres.newDatabase());
    await storage.create(recordOf('a'), EMPTY);
    await storage.writeSession('a', 'second', 2);
    await storage.writeSession('a', 'first', 1);
    expect(await storage.load('a')).toMatchObject({ session: 'second', sessionVersion: 2 });
    await storage.writeSession('a', 'other', 2);
    expect(await storage.load('a')).toMatchObject({ session: 'second', sessionVersion: 2 });
    await storage.writeSession('a', 'third', 2);
    expect(await storage.load('a')).toMatchObject({ session: 'third', sessionVersion: 2 });
  });

  test('changes of one record by several nodes are all kept', async () => {
    const url = await postgres.newDatabase();
    const nodes = await Promise.all([openAt(url), openAt(url), openAt(url)]);
    await nodes[0]?.create(recordOf('a'), EMPTY);
    const hashes = nodes.flatMap((node, index) =>
      Array.from({ length: 10 }, (_, turn) => ({ node, hash: `${index}-${turn}` })),
    );
    await Promise.all(
      hashes.map(({ node, hash }) =>
        node.change('a', (record) => ({
          ...record,
          keys: [...record.keys, { role: 'viewer', hash, createdAt: 0 }],
        })),
      ),
    );
    const kept = (await nodes[0]?.read('a'))?.keys.map(({ hash }) => hash).sort();
    expect(kept).toEqual(hashes.map(({ hash }) => hash).sort());
    const standing = (await nodes[1]?.standings(['a', 'none'])) ?? new Map();
    expect([...standing]).toEqual([['a', { lastSequence: 1, sessionVersion: 0, recordVersion: 31 }]]);
  });
});

describe.skipIf(POSTGRESQL.find() === null)('PostgreSQL that goes away', () => {
  /** A server of its own, for these tests take it down. */
  async function crashable(): Promise<{ postgres: Postgres; storage: PostgresStorage; healths: StorageHealth[] }> {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.close());
    const storage = await PostgresStorage.open(postgres.url);
    const healths: StorageHealth[] = [];
    storage.onHealth((health) => healths.push(health));
    onTestFinished(() => storage.close(1_000));
    return { postgres, storage, healths };
  }

  test('an append stays open over a crash and is committed on return; reading says that it cannot be', async () => {
    const { postgres, storage, healths } = await crashable();
    await storage.create(recordOf('a'), new Uint8Array([1]));
    await storage.append('a', [new Uint8Array([2])]);
    await postgres.crash();
    const waiting = [storage.append('a', [new Uint8Array([3])]), storage.append('a', [new Uint8Array([4])])];
    await expect(storage.read('a')).rejects.toThrow(StorageUnavailable);
    expect(storage.health.ok).toBe(false);
    expect((await storage.probe()).ok).toBe(false);
    await postgres.start();
    expect(await Promise.all(waiting)).toEqual([3, 4]);
    expect(storage.health).toEqual({ ok: true, problem: null });
    expect(healths.at(0)?.ok).toBe(false);
    expect(healths.at(-1)?.ok).toBe(true);
    expect((await storage.load('a')).updates.map((update) => update[0])).toEqual([1, 2, 3, 4]);
  });

  test('it starts before PostgreSQL does, and closing gives up what cannot be written', async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.close());
    await postgres.crash();
    const storage = await PostgresStorage.open(postgres.url);
    expect(storage.health.ok).toBe(false);
    await postgres.start();
    await storage.writeSession('none', '{}').catch(() => undefined);
    expect(storage.health.ok).toBe(true);
    await storage.create(recordOf('a'), EMPTY);
    await postgres.crash();
    const lost = storage.append('a', [EMPTY]);
    lost.catch(() => undefined);
    await storage.close(200);
    await expect(lost).rejects.toThrow();
  });

  test('an append that a PostgreSQL frozen for a moment did not answer is committed when it goes on', async () => {
    const { postgres, storage } = await crashable();
    await storage.create(recordOf('a'), EMPTY);
    postgres.freeze();
    const waiting = storage.append('a', [EMPTY]);
    postgres.thaw();
    expect(await waiting).toBe(2);
  });
});
