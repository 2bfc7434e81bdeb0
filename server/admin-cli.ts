import { Incomplete, runCommand, USAGE, UsageError } from './admin/commands.ts';
import { findDoor, openDoor } from './admin/door.ts';
import { Operator } from './admin/operator.ts';
import { Cloths } from './cloths.ts';
import { type Config, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { openStore } from './store.ts';
import { Rooms } from './sync/rooms.ts';

/** What is left unwritten when the command is done has this long, ms. */
const CLOSE_MS = 5_000;

/** Runs `work` through the door of the running server or, when none runs, through one that this program opens itself. */
async function withOperator<T>(config: Config, work: (operator: Operator) => Promise<T>): Promise<T> {
  const known = await findDoor(config.dataDir);
  if (known && (await new Operator(known).isOpen())) return work(new Operator(known));

  const log = createLog(config.logLevel);
  const metrics = new Metrics();
  const { storage, cluster } = await openStore(config, metrics, log);
  const rooms = new Rooms(storage, config.limits, metrics, log, cluster);
  const cloths = new Cloths(storage, rooms);
  try {
    if (!storage.health.ok) throw new Error(storage.health.problem ?? 'the store cannot be opened');
    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
    const door = await openDoor(config.dataDir, { storage, rooms, cloths, log, publicUrl });
    try {
      return await work(new Operator(door));
    } finally {
      await door.close();
    }
  } finally {
    await rooms.flush(CLOSE_MS);
    rooms.stop();
    await cluster?.close();
    await storage.close(CLOSE_MS);
  }
}

try {
  const config = readConfig({ LOG_LEVEL: 'silent', ...process.env });
  console.log(await withOperator(config, (operator) => runCommand(operator, process.argv.slice(2))));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) console.error(`\n${USAGE}`);
  process.exitCode = error instanceof Incomplete ? 2 : 1;
}
