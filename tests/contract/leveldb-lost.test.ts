import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repairStore } from '../../server/storage/level-repair.ts';
import { readSummary } from '../../server/storage/level-summary.ts';
import { StorageUnavailable } from '../../server/storage/storage.ts';
import { crashed, fileOf, freshDirectory, logOf, open, update, withDamagedBlock } from './level-directory.ts';
import { recordOf } from './storage.ts';

/** Opens the files of a store that is not whole, and sees that it is refused and that not one of them changed. */
async function refused(directory: string): Promise<string> {
  const before = await contentsOf(directory);
  const storage = await open(directory);
  const { ok, problem } = storage.health;
  expect(ok).toBe(false);
  await expect(storage.read('a')).rejects.toThrow(StorageUnavailable);
  await expect(storage.create(recordOf('new'), update(1))).rejects.toThrow(StorageUnavailable);
  await storage.close(0);
  expect(await contentsOf(directory)).toEqual(before);
  return problem ?? '';
}

/** All files that hold something, with their bytes. */
async function contentsOf(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory)).filter((name) => !/^(LOCK|LOG|LOG\.old)$/.test(name)).sort();
  const contents = names.map(
    async (name) => [name, (await readFile(join(directory, name))).toString('base64')] as const,
  );
  return Object.fromEntries(await Promise.all(contents));
}

/** A store of three cloths that was closed in good order, with tables and a log. */
async function closed(): Promise<string> {
  const directory = await freshDirectory();
  const storage = await open(directory);
  for (const id of ['a', 'b', 'c']) await storage.create(recordOf(id), update(1));
  await storage.close(1_000);
  const again = await open(directory);
  for (let n = 2; n <= 5; n++) await again.append('a', [update(n)]);
  await again.close(1_000);
  return directory;
}

test('a log with a damaged middle is not opened: what LevelDB would drop of it was acknowledged', async () => {
  const directory = await crashed();
  const log = await logOf(directory);
  const bytes = await readFile(log);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 0xff, middle);
  await writeFile(log, bytes);
  expect(await refused(directory)).toMatch(/the data directory is not whole .*\.log cannot be read from byte \d+ on/);
});

const LOSSES: readonly (readonly [string, (directory: string) => Promise<void>, RegExp])[] = [
  ['CURRENT is gone', (at) => rm(join(at, 'CURRENT')), /CURRENT is missing; 3 tablecloths were in it/],
  ['CURRENT is empty', (at) => writeFile(join(at, 'CURRENT'), ''), /CURRENT is damaged/],
  ['the manifest is gone', async (at) => rm(await fileOf(at, /^MANIFEST/)), /MANIFEST-\d+ is missing/],
  [
    'the manifest is cut short',
    async (at) => cut(await fileOf(at, /^MANIFEST/), 0.5),
    /MANIFEST-\d+ is (cut off|damaged)|missing/,
  ],
  ['the manifest is empty', async (at) => cut(await fileOf(at, /^MANIFEST/), 0), /MANIFEST-\d+ is damaged/],
  ['the log is gone', async (at) => rm(await fileOf(at, /\.log$/)), /\d+\.log is missing/],
  ['the log is empty', async (at) => cut(await fileOf(at, /\.log$/), 0), /writes \d+ to \d+ are missing/],
  ['the log is cut short', async (at) => cut(await fileOf(at, /\.log$/), 0.9), /writes \d+ to \d+ are missing/],
  ['a table is gone', async (at) => rm(await fileOf(at, /\.ldb$/)), /\d+\.ldb is missing/],
  [
    'a table is cut short',
    async (at) => cut(await fileOf(at, /\.ldb$/), 0.9),
    /\d+\.ldb has \d+ bytes in place of \d+/,
  ],
  ['a table has no index', async (at) => zeroed(await fileOf(at, /\.ldb$/)), /no index that can be read/],
  ['all is gone but the summary', emptied, /CURRENT is missing; 3 tablecloths were in it/],
];

async function cut(path: string, part: number): Promise<void> {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, Math.floor(bytes.length * part)));
}

async function zeroed(path: string): Promise<void> {
  const bytes = await readFile(path);
  await writeFile(path, bytes.fill(0, bytes.length - 60, bytes.length - 48));
}

async function emptied(directory: string): Promise<void> {
  for (const name of await readdir(directory)) if (name !== 'store.json') await rm(join(directory, name));
}

test.each(LOSSES)('when %s the store is not opened, and nothing in it changes', async (_, lose, said) => {
  const directory = await closed();
  await lose(directory);
  expect(await refused(directory)).toMatch(said);
});

test('a store without a summary, as an earlier version left it, opens and gets one; a damaged summary is said', async () => {
  const directory = await closed();
  await rm(join(directory, 'store.json'));
  const storage = await open(directory);
  expect(storage.health.ok).toBe(true);
  await storage.close(1_000);
  expect(await readSummary(directory)).toMatchObject({ cloths: 3, closed: true });
  await cut(join(directory, 'store.json'), 0.5);
  const damages: string[] = [];
  expect((await open(directory, damages)).health.ok).toBe(true);
  expect(damages.join()).toContain('store.json');
});

test('the summary of a store in use is never ahead of its files, and follows a compaction at once', async () => {
  const directory = await freshDirectory();
  const storage = await open(directory);
  await storage.create(recordOf('a'), update(1));
  for (let n = 2; n <= 9; n++) await storage.append('a', [update(n)]);
  await storage.compact('a', update(9), 9);
  const copy = `${directory}-copy`;
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  await cp(directory, copy, { recursive: true });
  expect(await readSummary(copy)).toMatchObject({ cloths: 1, closed: false });
  // Had the last write been lost, it would show.
  await cut(await logOf(copy), 0.98);
  expect(await refused(copy)).toMatch(/writes \d+ to \d+ are missing/);
});

test('a new directory, and one in which a first start was broken off, is begun', async () => {
  const directory = await freshDirectory();
  expect((await open(join(directory, 'deep', 'down'))).health.ok).toBe(true);
  await writeFile(join(directory, 'MANIFEST-000001'), 'half');
  expect((await open(directory)).health.ok).toBe(true);
});

describe('repairing', () => {
  test.each(LOSSES.filter(([name]) => !name.startsWith('all')))(
    'when %s what can be read comes back, and all files as they were are kept',
    async (_, lose) => {
      const directory = await closed();
      await lose(directory);
      const before = await contentsOf(directory);
      const { problems, setAside, expected, cloths } = await repairStore(directory);
      expect(problems.length).toBeGreaterThan(0);
      expect([expected, 3 - cloths.length]).toEqual([3, expect.toBeOneOf([0, 2])]);
      expect(await contentsOf(setAside ?? '')).toEqual(before);
      const storage = await open(directory);
      expect(storage.health).toEqual({ ok: true, problem: null });
      await storage.create(recordOf('new'), update(1));
    },
  );

  test('a block that is not what was written costs what is in it, and not its neighbours', async () => {
    const directory = await withDamagedBlock(['a', 'b', 'c', 'd']);
    const { problems, cloths } = await repairStore(directory);
    expect(problems).toEqual([expect.stringMatching(/^\d+\.ldb has 1 damaged blocks$/)]);
    expect(cloths).toHaveLength(4);
    expect(cloths.filter(({ damage }) => damage !== null)).toHaveLength(1);
    expect(await repairStore(directory)).toMatchObject({ problems: [], setAside: null });
  });

  test('without CURRENT or a manifest nothing is lost', async () => {
    const directory = await closed();
    for (const kind of [/^CURRENT/, /^MANIFEST/]) await rm(await fileOf(directory, kind));
    const { cloths } = await repairStore(directory);
    expect(cloths).toEqual(['a', 'b', 'c'].map((id) => ({ id, damage: null })));
    expect(await (await open(directory)).load('a')).toMatchObject({ lastSequence: 5, damage: null });
  });

  test('of a whole store nothing is touched; one in use, and a place without one, are refused', async () => {
    const directory = await closed();
    expect(await repairStore(directory)).toMatchObject({ problems: [], setAside: null, expected: 3 });
    expect(await readdir(directory)).not.toContain('damaged');
    await open(directory);
    await expect(repairStore(directory)).rejects.toThrow('in use by another process');
    const none = join(await freshDirectory(), 'none');
    await expect(repairStore(none)).rejects.toThrow('there is no store');
  });

  test('one that was broken off keeps the store shut until it is done again', async () => {
    const directory = await closed();
    await writeFile(join(directory, 'repairing'), '');
    expect(await refused(directory)).toContain('a repair was begun and not finished');
    expect((await repairStore(directory)).cloths).toHaveLength(3);
    expect((await open(directory)).health.ok).toBe(true);
  });
});
