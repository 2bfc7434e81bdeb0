import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { innermostMessage } from './commit-queue.ts';
import { copyWhole, filesIn, linkOrCopy, OWN_DIRECTORY, OWN_FILE, syncDirectory } from './file-access.ts';
import { refuseIfInUse } from './level-files.ts';
import { SUMMARY_FILE } from './level-summary.ts';
import { REPAIRING_FILE, type Survey, survey } from './level-survey.ts';
import { countDamagedBlocks, markDamagedBlocks } from './level-table.ts';
import { LevelStorage } from './leveldb.ts';
import { StorageUnavailable } from './storage.ts';

const TABLE = /^\d+\.(ldb|sst)$/;

/** What a repair found and did, for the operator. */
export interface Repaired {
  /** What was the matter, in words; empty when all could be read, and then nothing was done. */
  readonly problems: readonly string[];
  /** Where all files lie as they were before; null when nothing was done. */
  readonly setAside: string | null;
  /** How many cloths were there according to what was written down; null when nothing was. */
  readonly expected: number | null;
  /** Each cloth that is there now, and what of it could not be read (in words; null when it is whole). */
  readonly cloths: readonly { readonly id: string; readonly damage: string | null }[];
}

/**
 * Brings a data directory whose files are not whole back to what can be read of them. Sets all files aside first, and never
 * touches those again. Rejects when it is in use, or when there is no store in it.
 */
export async function repairStore(directory: string): Promise<Repaired> {
  const db = new ClassicLevel<string, Uint8Array>(directory);
  await db.close();
  if ((await filesIn(directory)).length === 0) throw new StorageUnavailable(`there is no store in ${directory}`);
  await refuseIfInUse(db).catch((error: unknown) => {
    throw new StorageUnavailable(innermostMessage(error), { cause: error });
  });
  const found = await survey(directory);
  if (found.isNew) throw new StorageUnavailable(`there is no store in ${directory}`);
  const expected = found.summary?.cloths ?? null;
  const problems = found.problems.length > 0 ? found.problems : await damagedTables(directory);
  if (problems.length === 0) return { problems, setAside: null, expected, cloths: await readAll(directory) };
  const setAside = await setAllAside(directory);
  await writeFile(join(directory, REPAIRING_FILE), '', { mode: OWN_FILE });
  await leaveOutDamaged(directory);
  await ClassicLevel.repair(directory);
  // What LevelDB puts there is among what was set aside.
  await rm(join(directory, 'lost'), { recursive: true, force: true });
  await rm(join(directory, SUMMARY_FILE), { force: true });
  await rm(join(directory, REPAIRING_FILE));
  await syncDirectory(directory);
  return { problems: withoutCount(found, problems), setAside, expected, cloths: await readAll(directory) };
}

/** What cannot be read in tables that have all their bytes: LevelDB would take it for what was written. */
async function damagedTables(directory: string): Promise<string[]> {
  const problems: string[] = [];
  for (const name of await tablesIn(directory)) {
    const blocks = await countDamagedBlocks(join(directory, name));
    if (blocks !== 0) problems.push(blocks === null ? `${name} has no index` : `${name} has ${blocks} damaged blocks`);
  }
  return problems;
}

/** Takes out of the tables what LevelDB must not take for what was written: those without an index, and damaged blocks. */
async function leaveOutDamaged(directory: string): Promise<void> {
  for (const name of await tablesIn(directory)) {
    const path = join(directory, name);
    const blocks = await countDamagedBlocks(path);
    if (blocks === 0) continue;
    if (blocks === null) {
      await rm(path);
      continue;
    }
    // What was set aside may be the same file under a second name.
    await copyWhole(path, `${path}.marked`);
    await markDamagedBlocks(`${path}.marked`);
    await rename(`${path}.marked`, path);
  }
}

async function tablesIn(directory: string): Promise<string[]> {
  return (await filesIn(directory)).filter((name) => TABLE.test(name));
}

function withoutCount({ summary }: Survey, problems: readonly string[]): string[] {
  return problems.filter((problem) => summary === null || problem !== `${summary.cloths} tablecloths were in it`);
}

/** Gives all files a second place, whole or not under that name. Tables, which are never written to again, keep their bytes in one. */
async function setAllAside(directory: string): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(':', '.');
  const setAside = join(directory, 'damaged', stamp);
  await mkdir(setAside, { recursive: true, mode: OWN_DIRECTORY });
  for (const name of await filesIn(directory)) {
    const path = join(directory, name);
    if (name === 'LOCK' || !(await stat(path)).isFile()) continue;
    await (TABLE.test(name) ? linkOrCopy : copyWhole)(path, join(setAside, name));
  }
  await syncDirectory(setAside);
  await syncDirectory(join(directory, 'damaged'));
  return setAside;
}

async function readAll(directory: string): Promise<Repaired['cloths']> {
  const storage = await LevelStorage.open(directory, () => undefined);
  try {
    if (!storage.health.ok) throw new StorageUnavailable(storage.health.problem ?? 'the store cannot be opened');
    const cloths: { id: string; damage: string | null }[] = [];
    for await (const { id, record } of storage.list()) {
      cloths.push({ id, damage: record ? (await storage.load(id)).damage : 'its record is damaged' });
    }
    return cloths;
  } finally {
    await storage.close(5_000);
  }
}
