import type { Logger } from 'pino';
import type { Cloths } from './cloths.ts';
import type { Storage } from './storage/storage.ts';
import type { Rooms } from './sync/rooms.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;

/** Deletes the cloths that nobody wrote to for so many days and nobody has open now. Resolves with how many. */
export async function deleteExpired(
  storage: Storage,
  rooms: Rooms,
  cloths: Cloths,
  retentionDays: number,
  now: number,
): Promise<number> {
  let deleted = 0;
  for await (const { record, changedAt } of storage.list()) {
    const inUse = (rooms.peek(record.id)?.members.size ?? 0) > 0;
    if (changedAt >= now - retentionDays * DAY_MS || inUse) continue;
    if (await cloths.delete(record.id)) deleted += 1;
  }
  return deleted;
}

/** Does so at the start and every hour. Returns what stops it. */
export function keepRetention(
  storage: Storage,
  rooms: Rooms,
  cloths: Cloths,
  retentionDays: number,
  log: Logger,
): () => void {
  const run = (): void => {
    deleteExpired(storage, rooms, cloths, retentionDays, Date.now()).then(
      (deleted) => deleted > 0 && log.info({ deleted, retentionDays }, 'deleted tablecloths that nobody wrote to'),
      (error: unknown) => log.warn({ err: error }, 'old tablecloths could not be deleted; trying again in an hour'),
    );
  };
  run();
  const timer = setInterval(run, EVERY_MS);
  return () => clearInterval(timer);
}
