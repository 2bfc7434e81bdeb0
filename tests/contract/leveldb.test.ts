import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { type Place, recordOf, storageContract } from './storage.ts';
import { originalsContract } from './storage-originals.ts';

async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tafelkleed-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function freshPlace(): Promise<Place> {
  const directory = await freshDirectory();
  return {
    open: () => LevelStorage.open(directory, () => undefined),
  };
}

storageContract('LevelDB', freshPlace);
originalsContract('LevelDB', freshPlace);

test('the words of a deleted cloth are in none of the files any more', async () => {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  onTestFinished(() => storage.close(1_000));
  const isOnDisk = async (word: string): Promise<boolean> => {
    const names = (await readdir(directory, { withFileTypes: true })).filter((entry) => entry.isFile());
    const files = await Promise.all(names.map(({ name }) => readFile(join(directory, name))));
    return files.some((file) => file.includes(word));
  };
  await storage.create(recordOf('kept'), Buffer.from('words-that-stay'));
  await storage.create(recordOf('gone'), Buffer.from('words-to-forget'));
  await storage.append('gone', [Buffer.from('and-these-as-well')]);
  expect(await isOnDisk('words-to-forget')).toBe(true);
  await storage.delete('gone');
  expect(await isOnDisk('words-to-forget')).toBe(false);
  expect(await isOnDisk('and-these-as-well')).toBe(false);
  expect(Buffer.from((await storage.load('kept')).updates[0] ?? []).toString()).toBe('words-that-stay');
});
