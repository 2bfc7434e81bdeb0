import { findDoor, openAdminEndpoint } from '../admin/admin-endpoint.ts';
import { Incomplete, runCommand, USAGE, UsageError } from '../admin/commands.ts';
import { Operator } from '../admin/operator.ts';
import { repair } from '../admin/repair.ts';
import { type Config, readConfig } from '../core/config.ts';
import { createLog } from '../core/log.ts';
import { Metrics } from '../core/metrics.ts';
import { PictureShop } from '../export/picture-shop.ts';
import { TakeHome } from '../export/take-home.ts';
import { filesIn, sizeOf } from '../storage/file-access.ts';
import { SUMMARY_FILE } from '../storage/level-summary.ts';
import { Workshop } from '../sync/guard/workshop.ts';
import { Cloths } from '../sync/room/cloths.ts';
import { Rooms } from '../sync/room/rooms.ts';
import { openStore } from './store.ts';

/** What is left unwritten when the command is done has this long, ms. */
const CLOSE_MS = 5_000;

/** Runs `work` through the door of the running server or, when none runs, through one that this program opens itself. */
async function withOperator(
  config: Config,
  words: readonly string[],
  work: (operator: Operator, words: readonly string[]) => Promise<string>,
): Promise<string> {
  const known = await findDoor(config.dataDir);
  if (known && (await new Operator(known).isOpen())) return work(new Operator(known), words);
  if (config.databaseUrl === null) await requireStore(config.dataDir, words[0] === 'restore');

  const log = createLog(config.logLevel);
  const metrics = new Metrics();
  const { storage, cluster } = await openStore(config, metrics, log);
  const [workshop, shop] = [new Workshop(config.limits), new PictureShop(config.limits, metrics.pictures)];
  const rooms = new Rooms(storage, workshop, config.limits, metrics, log, cluster);
  const cloths = new Cloths(storage, rooms);
  try {
    if (!storage.health.ok) throw new Error(storage.health.problem ?? 'the store cannot be opened');
    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
    const door = await openAdminEndpoint({
      storage,
      rooms,
      cloths,
      takeHome: new TakeHome(rooms, workshop, shop),
      log,
      publicUrl,
    });
    try {
      return await work(new Operator(door), words);
    } finally {
      await door.close();
    }
  } finally {
    workshop.stop();
    shop.stop();
    await rooms.flush(CLOSE_MS);
    rooms.stop();
    await cluster?.close();
    await storage.close(CLOSE_MS);
  }
}

/** A directory that was mistyped is not made into a store that holds nothing; only restoring begins one, in a directory that is there. */
async function requireStore(dataDir: string, mayBegin: boolean): Promise<void> {
  const names = await filesIn(dataDir);
  const isStore = names.some((name) => name === 'CURRENT' || name === SUMMARY_FILE || /\.(ldb|log)$/.test(name));
  if (isStore || (mayBegin && names.length === 0 && (await sizeOf(dataDir)) >= 0)) return;
  throw new Error(`there are no tablecloths in ${dataDir}: set DATA_DIR as it is for the server`);
}

/** What an admin command came to: what it says, and the exit code by which scripts know how it went. */
export interface AdminOutcome {
  readonly code: 0 | 1 | 2;
  readonly said: string;
}

/** Carries out an admin command, given as the words of its command line, in the environment of the server it is about. Never rejects. */
export async function runAdmin(words: readonly string[], env: NodeJS.ProcessEnv): Promise<AdminOutcome> {
  try {
    const config = readConfig({ LOG_LEVEL: 'silent', ...env });
    const said = await (words[0] === 'repair' ? repair(config) : withOperator(config, words, runCommand));
    return { code: 0, said };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const said = error instanceof UsageError ? `${why}\n\n${USAGE}` : why;
    return { code: error instanceof Incomplete ? 2 : 1, said };
  }
}
