import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, test } from 'vitest';
import { seal } from '../../server/storage/checked-value.ts';
import { changedKey, recordKey, sessionKey } from '../../server/storage/level-keys.ts';
import { markDamagedBlocks } from '../../server/storage/level-table.ts';
import { readLogFile } from '../../server/storage/level-wal.ts';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { StorageUnavailable } from '../../server/storage/storage.ts';
import { crashed, fileOf, freshDirectory, logOf, open, update, withDamagedBlock } from './level-directory.ts';
import { recordOf } from './storage.ts';

async function waitUntil(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 2_000) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('a log without a fault is not copied and nothing is reported', async () => {
  const directory = await crashed();
  expect(readLogFile(await readFile(await logOf(directory))).fault).toBeNull();
  const damages: string[] = [];
  const storage = await open(directory, damages);
  expect(damages).toEqual([]);
  expect(await storage.load('a')).toMatchObject({ lastSequence: 10, damage: null });
  expect(await readdir(directory)).not.toContain('damaged');
});

test('a log whose end was cut off is kept as it was, the rest is read, and writing goes on', async () => {
  const directory = await crashed();
  const log = await logOf(directory);
  const whole = await readFile(log);
  const cut = whole.subarray(0, whole.length - 30);
  await writeFile(log, cut);
  const damages: string[] = [];
  const storage = await open(directory, damages);
  expect(damages).toHaveLength(1);
  expect(await storage.load('a')).toMatchObject({ lastSequence: 9 });
  const [copy] = await readdir(join(directory, 'damaged'));
  expect(await readFile(join(directory, 'damaged', copy ?? ''))).toEqual(cut);
  expect(await storage.append('a', [update(11)])).toBe(10);
});

test('a copy of a damaged log that broke off half-way does not count as kept', async () => {
  const directory = await crashed();
  const log = await logOf(directory);
  const bytes = (await readFile(log)).subarray(0, -30);
  await writeFile(log, bytes);
  const name = `${basename(log)}.${readLogFile(bytes).fault?.offset}`;
  await mkdir(join(directory, 'damaged'));
  for (const left of [name, `${name}.unfinished`]) await writeFile(join(directory, 'damaged', left), 'half');
  const damages: string[] = [];
  await open(directory, damages);
  expect(damages).toHaveLength(1);
  expect(await readdir(join(directory, 'damaged'))).toEqual([name]);
  expect(await readFile(join(directory, 'damaged', name))).toEqual(bytes);
});

test('a value that was changed on disk is left out, named and kept, and what follows is still given', async () => {
  const directory = await freshDirectory();
  const storage = await open(directory);
  await storage.create(recordOf('a'), update(1));
  await storage.append('a', [update(2), update(3), update(4)]);
  await storage.close(200);
  const db = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  await db.put('log!a!000000000002', new Uint8Array([1, 2, 3, 4, 5]));
  await db.del('log!a!000000000003');
  await db.close();

  const again = await open(directory);
  const stored = await again.load('a');
  expect(stored.updates.map((bytes) => [...bytes])).toEqual([[...update(1)], [...update(4)]]);
  expect(stored.lastSequence).toBe(4);
  expect(stored.damage).toBe('update 2 is damaged; updates 3 to 3 are missing');
  expect(await again.append('a', [update(5)])).toBe(5);
});

test('a damaged snapshot is reported, and its number is not given out again', async () => {
  const directory = await freshDirectory();
  const storage = await open(directory);
  await storage.create(recordOf('a'), update(1));
  await storage.append('a', [update(2)]);
  await storage.compact('a', update(9), 2);
  await storage.append('a', [update(3)]);
  await storage.close(200);
  const db = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  await db.put('log!a!snapshot', new Uint8Array([1, 2, 3, 4, 5]));
  await db.close();
  const again = await open(directory);
  expect(await again.load('a')).toMatchObject({ damage: 'the snapshot is damaged', lastSequence: 3 });
  expect(await again.append('a', [update(4)])).toBe(4);
});

test('a directory written by a newer version is left alone', async () => {
  const directory = await freshDirectory();
  const storage = await open(directory);
  await storage.create(recordOf('a'), update(1));
  await storage.close(200);
  const db = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  await db.put('layout', seal(Buffer.from('99')));
  await db.close();
  const again = await open(directory);
  expect(again.health.problem).toContain('newer version');
  await expect(again.read('a')).rejects.toThrow(StorageUnavailable);
});

test('a directory that cannot be opened is waited for, and appends made meanwhile arrive', async () => {
  const parent = await freshDirectory();
  const first = await open(join(parent, 'data'));
  await first.create(recordOf('a'), update(1));
  await first.close(200);
  await rename(join(parent, 'data'), join(parent, 'elsewhere'));
  await writeFile(join(parent, 'data'), 'a file where a directory should be');

  const storage = await open(join(parent, 'data'));
  const changes: boolean[] = [];
  storage.onHealth(({ ok }) => changes.push(ok));
  expect(storage.health.ok).toBe(false);
  await expect(storage.read('a')).rejects.toThrow(StorageUnavailable);
  await expect(storage.create(recordOf('b'), update(1))).rejects.toThrow(StorageUnavailable);

  await rm(join(parent, 'data'));
  await rename(join(parent, 'elsewhere'), join(parent, 'data'));
  await waitUntil(() => storage.health.ok);
  expect(changes.at(-1)).toBe(true);
  expect(await storage.append('a', [update(2)])).toBe(2);
});

test('a directory in use by another is waited for', async () => {
  const directory = await freshDirectory();
  const first = await open(directory);
  await first.create(recordOf('a'), update(1));
  const second = await open(directory);
  expect(second.health).toEqual({ ok: false, problem: 'the data directory is in use by another process' });
  await first.close(200);
  await waitUntil(() => second.health.ok);
  expect((await second.read('a'))?.id).toBe('a');
});

test('a store that never gets to write lets go of everything when it is closed', async () => {
  const parent = await freshDirectory();
  const storage = await open(join(parent, 'data'));
  await storage.create(recordOf('a'), update(1));
  await storage.load('a');
  await mkdir(join(parent, 'away'));
  await storage.close(200);
  await expect(storage.append('a', [update(2)])).rejects.toThrow(StorageUnavailable);
  expect(await readdir(join(parent, 'away'))).toEqual([]);
});

test('a damaged account of when a cloth was changed, or of its session, hides neither that cloth nor the others', async () => {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  for (const id of ['a', 'b']) await storage.create(recordOf(id), update(1));
  await storage.append('a', [update(2)]);
  await storage.writeSession('a', '{}');
  await storage.close(1_000);
  const db = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  for (const key of [changedKey('a'), sessionKey('a')]) await db.put(key, new Uint8Array([1, 2, 3]));
  await db.close();
  const again = await open(directory);
  const listed: string[] = [];
  for await (const { id, changedAt } of again.list()) {
    expect(changedAt).toBeGreaterThan(0);
    listed.push(id);
  }
  expect(listed).toEqual(['a', 'b']);
  expect(await again.load('a')).toMatchObject({ session: null, lastSequence: 2 });
});

test('a cloth whose record is damaged is named in a listing, and can be deleted with all that leads to it', async () => {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  await storage.create(recordOf('joint', { codes: [{ code: 'ACDEFG', expiresAt: 9 }] }), update(1));
  await storage.create(recordOf('own', { parent: 'joint', seat: 's' }), update(1));
  await storage.create(recordOf('other'), update(1));
  await storage.close(1_000);
  const db = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  for (const id of ['joint', 'own']) await db.put(recordKey(id), new Uint8Array([1, 2, 3, 4, 5]));
  await db.close();

  const again = await open(directory);
  const listed: unknown[] = [];
  for await (const { id, parent, record } of again.list()) listed.push([id, parent, record === null]);
  expect(listed).toEqual([
    ['joint', null, true],
    ['other', null, false],
    ['own', 'joint', true],
  ]);
  expect(await again.delete('joint')).toEqual(['joint', 'own']);
  await again.close(1_000);
  const after = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  const left = (await after.keys().all()).filter((key) => /joint|own|ACDEFG/.test(key));
  await after.close();
  expect(left).toEqual([]);
});

test('a block that cannot be read costs what is in it: its cloth goes on with the rest, and no number is given out twice', async () => {
  const ids = ['a', 'b', 'c', 'd'] as const;
  const directory = await withDamagedBlock(ids);
  await markDamagedBlocks(await fileOf(directory, /\.ldb$/));
  const storage = await open(directory);
  expect(storage.health.ok).toBe(true);
  const listed: unknown[] = [];
  for await (const { id, record } of storage.list()) listed.push([id, record !== null]);
  expect(listed).toEqual(ids.map((id) => [id, true]));
  const stored = await Promise.all(ids.map(async (id) => ({ id, ...(await storage.load(id)) })));
  const [hurt, ...others] = stored.filter(({ damage }) => damage !== null);
  expect(others).toEqual([]);
  expect(hurt?.damage).toContain('a part of it cannot be read');
  expect(hurt?.updates.length).toBeGreaterThanOrEqual(3);
  expect(hurt?.updates.length).toBeLessThan(6);
  expect(await storage.append(hurt?.id ?? '', [update(7)])).toBeGreaterThan(1_000);
  expect((await storage.load(hurt?.id ?? '')).updates).toHaveLength((hurt?.updates.length ?? 0) + 1);
});

test('a damaged individual cloth does not keep the others, nor the joint one, from being opened', async () => {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  await storage.create(recordOf('joint'), update(1));
  for (const seat of ['s', 't']) await storage.create(recordOf(`own${seat}`, { parent: 'joint', seat }), update(1));
  await storage.close(1_000);
  const db = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  await db.put(recordKey('owns'), new Uint8Array([1, 2, 3, 4, 5]));
  await db.close();
  const again = await open(directory);
  expect((await again.individuals('joint')).map(({ id }) => id)).toEqual(['ownt']);
  // Whose it was nobody can tell any more; who sits there gets another.
  await again.create(recordOf('ownnew', { parent: 'joint', seat: 's' }), update(1));
});

test('a cloth whose record was lost is listed, and comes back with what lies there when it is restored; or is deleted', async () => {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  for (const id of ['a', 'b']) {
    await storage.create(recordOf(id), update(1));
    await storage.append(id, [update(2), update(3)]);
  }
  await storage.close(1_000);
  const db = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  for (const id of ['a', 'b']) await db.del(recordKey(id));
  await db.close();
  const again = await open(directory);
  const listed: unknown[] = [];
  for await (const { id, record } of again.list()) listed.push([id, record]);
  expect(listed).toEqual([
    ['a', null],
    ['b', null],
  ]);
  await again.create(recordOf('a'), update(9));
  expect((await again.load('a')).updates.map(([byte]) => byte)).toEqual([1, 2, 3, 9]);
  expect(await again.append('a', [update(10)])).toBe(5);
  expect(await again.delete('b')).toEqual(['b']);
  await again.create(recordOf('b'), update(1));
  expect((await again.load('b')).updates).toHaveLength(1);
});
