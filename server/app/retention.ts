import type { Logger } from 'pino';
import type { Storage } from '../storage/storage.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;

/**
 * Deletes the cloths that nobody wrote to for so many days and nobody has open now. A joint cloth and its individual ones
 * live and go together: whichever was written to last counts for all. Resolves with how many were deleted.
 */
export async function deleteExpired(
  storage: Storage,
  rooms: Rooms,
  cloths: Cloths,
  retentionDays: number,
  now: number,
): Promise<number> {
  const oldest = now - retentionDays * DAY_MS;
  const groups = new Map<string, { ids: string[]; kept: boolean }>();
  for await (const { id, parent, changedAt } of storage.list()) {
    const joint = parent ?? id;
    const { ids, kept } = groups.get(joint) ?? { ids: [], kept: false };
    groups.set(joint, { ids: [...ids, id], kept: kept || changedAt >= oldest });
  }
  let deleted = 0;
  for (const { ids, kept } of groups.values()) {
    if (kept) continue;
    // Looked at just before: deleting takes its time, and meanwhile somebody may have come.
    const inUse = await Promise.all(ids.map((id) => rooms.isInUse(id)));
    if (inUse.includes(true)) continue;
    for (const id of ids) if (await cloths.delete(id)) deleted += 1;
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
