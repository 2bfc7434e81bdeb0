import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { recordOf } from './storage.ts';

export async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tafelkleed-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export async function open(directory: string, damages: string[] = []): Promise<LevelStorage> {
  const storage = await LevelStorage.open(directory, (damage) => damages.push(damage));
  onTestFinished(() => storage.close(200));
  return storage;
}

export const update = (n: number): Uint8Array => new Uint8Array(100).fill(n);

/** The files as a power cut would leave them: those of a store in use, with ten updates in its log. */
export async function crashed(): Promise<string> {
  const directory = await freshDirectory();
  const storage = await open(join(directory, 'live'));
  await storage.create(recordOf('a'), update(1));
  for (let n = 2; n <= 10; n++) await storage.append('a', [update(n)]);
  await cp(join(directory, 'live'), join(directory, 'crashed'), { recursive: true });
  return join(directory, 'crashed');
}

export async function logOf(directory: string): Promise<string> {
  const name = (await readdir(directory)).find((file) => file.endsWith('.log'));
  return join(directory, name ?? 'none');
}
