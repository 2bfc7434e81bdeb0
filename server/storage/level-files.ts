import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { type CommitQueue, innermostMessage, type Operation } from './commit-queue.ts';
import { copyWhole, filesIn, hasCode, OWN_DIRECTORY, sizeOf } from './file-access.ts';
import * as keys from './level-keys.ts';
import { isUnreadable, readRange } from './level-read.ts';
import { decodeJson, encodeJson } from './level-records.ts';
import { writeSummary } from './level-summary.ts';
import { type Survey, survey } from './level-survey.ts';
import { StorageUnavailable } from './storage.ts';

export type Database = ClassicLevel<string, Uint8Array>;

/** How the entries lie; a directory with a higher number is left alone. */
const LAYOUT = 1;

/** What others than its owner may do with a file. */
const OTHERS = 0o077;

/** What was written is in the summary after this long at the latest, ms. */
const SUMMARY_EVERY_MS = 5_000;

/** LevelDB's files, and what is kept beside them to know whether they are all there. */
export class LevelFiles {
  readonly db: Database;
  readonly #directory: string;
  readonly #onDamage: (damage: string) => void;
  #lastSequence = 0;
  #cloths = 0;
  /** Whether the files are open, and the summary says so. */
  #open = false;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(directory: string, onDamage: (damage: string) => void) {
    this.#directory = directory;
    this.#onDamage = onDamage;
    this.db = new ClassicLevel(directory, { valueEncoding: 'view', keyEncoding: 'utf8' });
    // It would open its files in the next tick and drop what it cannot read of them, before anyone has looked at them.
    void this.db.close();
  }

  /**
   * Opens the files, anew if they were open: after a failed write LevelDB refuses all others until then. Rejects, and
   * leaves them as they are, when they cannot be read whole, are in use, or were written by a newer version.
   */
  async open(): Promise<void> {
    this.#open = false;
    await this.db.close();
    await refuseIfInUse(this.db);
    const found = await survey(this.#directory);
    if (found.problems.length > 0) throw new StorageUnavailable(refusal(found.problems));
    if (found.isNew) await mkdir(this.#directory, { recursive: true, mode: OWN_DIRECTORY });
    await keepToOwner(this.#directory);
    await this.#keepCutOff(found);
    this.#lastSequence = found.lastSequence;
    this.#cloths = found.summary?.cloths ?? 0;
    // Before LevelDB writes: a crash from now on is one of a store in use.
    await this.#writeSummary(false);
    await this.db.open({ createIfMissing: found.isNew });
    try {
      await this.#checkLayout();
      await this.#countCloths(found);
    } catch (error) {
      await this.db.close();
      throw error;
    }
    this.#open = true;
  }

  /** Writes all operations atomically and synced. */
  async write(operations: readonly Operation[]): Promise<void> {
    await this.db.batch([...operations], { sync: true }).catch((error: unknown) => {
      // Putting tables together, LevelDB came upon a part of one that it cannot read, and stopped.
      if (isUnreadable(error)) throw new StorageUnavailable(refusal([innermostMessage(error)]));
      throw error;
    });
    // LevelDB numbers every single one.
    this.#lastSequence += operations.length;
    if (operations.length > 0) this.#summariseSoon();
  }

  /** Heeds that so many cloths were added, or taken away when negative. */
  count(cloths: number): void {
    this.#cloths += cloths;
  }

  /** Writes down now how far the store is. Never rejects: the next one says as much. */
  async summarise(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#open) await this.#writeSummary(false).catch(() => undefined);
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const wasOpen = this.#open;
    this.#open = false;
    await this.db.close();
    if (wasOpen) await this.#writeSummary(true).catch(() => undefined);
  }

  #summariseSoon(): void {
    this.#timer ??= setTimeout(() => void this.summarise(), SUMMARY_EVERY_MS).unref();
  }

  /** One after the other, so that an older one never replaces a newer. */
  #writeSummary(closed: boolean): Promise<void> {
    const written = this.#writing.then(() =>
      writeSummary(this.#directory, { lastSequence: this.#lastSequence, cloths: this.#cloths, closed }),
    );
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** LevelDB drops the cut-off end of a file and then deletes the file: a copy of it is kept. */
  async #keepCutOff({ cutOff, summaryDamaged }: Survey): Promise<void> {
    if (summaryDamaged)
      this.#onDamage('store.json, which says how much there should be, cannot be read; it is made anew');
    for (const { name, offset } of cutOff) {
      const damaged = join(this.#directory, 'damaged');
      await mkdir(damaged, { recursive: true, mode: OWN_DIRECTORY });
      const copy = join(damaged, `${name}.${offset}`);
      const path = join(this.#directory, name);
      if ((await sizeOf(copy)) >= (await sizeOf(path))) continue;
      await copyWhole(path, copy);
      this.#onDamage(`${name} is cut off at byte ${offset}, as by a crash; a copy of it is kept as ${copy}`);
    }
  }

  async #checkLayout(): Promise<void> {
    const layout = await this.db.get(keys.LAYOUT_KEY);
    if (layout && Number(decodeJson(layout)) > LAYOUT) {
      throw new StorageUnavailable('the data directory was written by a newer version of this program');
    }
    if (!layout) await this.write([{ type: 'put', key: keys.LAYOUT_KEY, value: encodeJson(LAYOUT) }]);
  }

  /** Counts the cloths, and says when there are fewer than were written down at the same write. */
  async #countCloths({ summary, lastSequence }: Survey): Promise<void> {
    const { entries, incomplete } = await readRange(this.db, keys.RECORD_RANGE);
    const counted = entries.length;
    if (incomplete) this.#onDamage('not all tablecloths can be found: a part of the files cannot be read');
    else if (summary && summary.lastSequence === lastSequence && counted < summary.cloths) {
      this.#onDamage(`${summary.cloths} tablecloths were stored, and ${counted} are found`);
    }
    this.#cloths = incomplete ? this.#cloths : counted;
  }
}

/** What is said of a store whose files are not whole, to who looks after it. */
function refusal(problems: readonly string[]): string {
  return `the data directory is not whole and is left as it is: ${problems.join('; ')}; stop the server and run npm run admin -- repair`;
}

/** Rejects when another process has the files open. Asked so, LevelDB takes its lock and then refuses before it touches anything else. */
export async function refuseIfInUse(db: Database): Promise<void> {
  try {
    await db.open({ createIfMissing: false, errorIfExists: true });
    await db.close();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (hasCode(cause, 'LEVEL_LOCKED')) throw error;
  }
}

/** What lies in the data directory is for the program's own user alone. What is another's is left as it is. */
async function keepToOwner(directory: string): Promise<void> {
  const tighten = async (path: string): Promise<void> => {
    try {
      const { mode } = await stat(path);
      if (mode & OTHERS) await chmod(path, mode & OWN_DIRECTORY);
    } catch (error) {
      if (!['EPERM', 'ENOENT', 'EROFS'].some((code) => hasCode(error, code))) throw error;
    }
  };
  for (const name of ['', ...(await filesIn(directory))]) await tighten(join(directory, name));
}

/**
 * Takes a deleted cloth's words off the disk. LevelDB marks keys as deleted, and compacting a range leaves the level alone
 * in which its newest file lies; so after a first round has brought everything there, new marks make a second one reach it.
 */
export async function scrub(db: Database, queue: CommitQueue, id: string): Promise<void> {
  for (const { gte, lt } of keys.rangesOfWords(id)) {
    await db.compactRange(gte, lt);
    await queue.commit(
      [gte, lt].map((key) => ({ type: 'del', key })),
      'once',
    );
    await db.compactRange(gte, lt);
  }
}
