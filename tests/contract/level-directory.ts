import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/** The first file of a kind. */
export async function fileOf(directory: string, kind: RegExp): Promise<string> {
  const name = (await readdir(directory)).find((file) => kind.test(file));
  if (!name) throw new Error(`nothing like ${kind}`);
  return join(directory, name);
}

/** A closed store whose cloths, of six updates of 3,000 bytes each, lie in one table; a block of that, in the middle of the second cloth of four, is no longer what was written. */
export async function withDamagedBlock(ids: readonly [string, string, string, string]): Promise<string> {
  const directory = await freshDirectory();
  const storage = await LevelStorage.open(directory, () => undefined);
  const words = (n: number): Uint8Array => Uint8Array.from({ length: 3_000 }, (_, at) => (at * at * n) % 251);
  for (const id of ids) await storage.create(recordOf(id), words(1));
  for (const id of ids) for (let n = 2; n <= 6; n++) await storage.append(id, [words(n)]);
  await storage.close(1_000);
  const again = await LevelStorage.open(directory, () => undefined);
  await again.close(1_000);
  const table = await fileOf(directory, /\.ldb$/);
  const bytes = await readFile(table);
  const inSecond = Math.floor(bytes.length * 0.4);
  await writeFile(table, bytes.fill(77, inSecond, inSecond + 50));
  return directory;
}
