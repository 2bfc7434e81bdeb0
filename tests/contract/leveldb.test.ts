import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, onTestFinished, test, vi } from 'vitest';
import { photoKey, recordKey } from '../../server/storage/level-keys.ts';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { type Place, recordOf, storageContract } from './storage.ts';
import { codesContract } from './storage-codes.ts';
import { deletionContract } from './storage-deletion.ts';
import { originalsContract } from './storage-originals.ts';
import { photosContract } from './storage-photos.ts';

async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tafelkleed-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function freshPlace(): Promise<Place> {
  const directory = await freshDirectory();
  return {
    open: () => LevelStorage.open(directory, () => undefined),
    async refuseToErase(id) {
      const batch = ClassicLevel.prototype.batch;
      const spy = vi.spyOn(ClassicLevel.prototype, 'batch').mockImplementation(function (this: unknown, ...given) {
        const [operations] = given as unknown as [{ type: string; key: string }[]];
        if (operations.some(({ type, key }) => type === 'del' && key === recordKey(id))) throw new Error('no room');
        return Reflect.apply(batch, this, given);
      });
      onTestFinished(() => spy.mockRestore());
      return async () => spy.mockRestore();
    },
  };
}

storageContract('LevelDB', freshPlace);
originalsContract('LevelDB', freshPlace);
photosContract('LevelDB', freshPlace);
codesContract('LevelDB', freshPlace);
deletionContract('LevelDB', freshPlace);

async function isIn(directory: string, word: string): Promise<boolean> {
  const names = (await readdir(directory, { withFileTypes: true })).filter((entry) => entry.isFile());
  // LevelDB may be taking a file away at this moment.
  const files = await Promise.all(names.map(({ name }) => readFile(join(directory, name)).catch(() => Buffer.of())));
  return files.some((file) => file.includes(word));
}

test('the words of a deleted cloth are in none of the files any more', async () => {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  onTestFinished(() => storage.close(1_000));
  const isOnDisk = (word: string): Promise<boolean> => isIn(directory, word);
  await storage.create(recordOf('kept'), Buffer.from('words-that-stay'));
  await storage.create(recordOf('gone'), Buffer.from('words-to-forget'));
  await storage.append('gone', [Buffer.from('and-these-as-well')]);
  expect(await isOnDisk('words-to-forget')).toBe(true);
  await storage.delete('gone');
  expect(await isOnDisk('words-to-forget')).toBe(false);
  expect(await isOnDisk('and-these-as-well')).toBe(false);
  expect(Buffer.from((await storage.load('kept')).updates[0] ?? []).toString()).toBe('words-that-stay');
});

test('a photo that another took the place of is in none of the files, nor is a damaged one that was dropped', async () => {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  await storage.create(recordOf('a'), Buffer.of());
  await storage.photos.keep('a', Buffer.from('photo-with-a-child-on-it'));
  expect(await isIn(directory, 'photo-with-a-child')).toBe(true);
  await storage.photos.keep('a', Buffer.from('photo-of-the-table-alone'));
  expect(await isIn(directory, 'photo-with-a-child')).toBe(false);
  await storage.close(1_000);
  const db = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' });
  await db.put(photoKey('a'), Buffer.from('0000photo-of-what-was-left'));
  await db.close();

  const again = await LevelStorage.open(directory, () => undefined);
  onTestFinished(() => again.close(1_000));
  expect(await again.photos.read('a')).toBe('damaged');
  await again.photos.drop('a');
  expect(await again.photos.read('a')).toBeNull();
  expect(await isIn(directory, 'what-was-left')).toBe(false);
});

test('words that could not be taken off the disk when their cloth was deleted are gone after the next start', async () => {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  await storage.create(recordOf('gone'), Buffer.from('words-to-forget'));
  const compactRange = vi.spyOn(ClassicLevel.prototype, 'compactRange').mockRejectedValue(new Error('no room'));
  onTestFinished(() => compactRange.mockRestore());
  expect(await storage.delete('gone')).toEqual(['gone']);
  expect(await isIn(directory, 'words-to-forget')).toBe(true);
  await storage.close(1_000);
  compactRange.mockRestore();

  const again = await LevelStorage.open(directory, () => undefined);
  onTestFinished(() => again.close(1_000));
  await expect.poll(() => isIn(directory, 'words-to-forget')).toBe(false);
});

test('words that a full disk kept are taken off it later without a restart, and the log hears of both', async () => {
  const directory = await freshDirectory();
  const told: [string, string | null][] = [];
  const storage = await LevelStorage.open(
    directory,
    () => undefined,
    (id, problem) => told.push([id, problem]),
  );
  onTestFinished(() => storage.close(1_000));
  await storage.create(recordOf('gone'), Buffer.from('words-to-forget'));
  const compactRange = vi.spyOn(ClassicLevel.prototype, 'compactRange').mockRejectedValueOnce(new Error('no room'));
  onTestFinished(() => compactRange.mockRestore());
  await storage.delete('gone');
  expect(told).toEqual([['gone', 'no room']]);
  // Restored meanwhile, a cloth of the same id loses nothing to it.
  await storage.create(recordOf('gone'), Buffer.from('restored'));
  await storage.writeSession('gone', '{}');
  await expect.poll(() => told.at(-1)).toEqual(['gone', null]);
  expect(await isIn(directory, 'words-to-forget')).toBe(false);
  expect(await storage.load('gone')).toMatchObject({ lastSequence: 1, session: '{}', damage: null });
});
