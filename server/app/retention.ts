import type { Logger } from 'pino';
import type { Metrics } from '../core/metrics.ts';
import { announce, goesAt, isDoubted, type Notices, readNotices } from '../core/notice.ts';
import type { Storage } from '../storage/storage.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;

export interface RetentionParts {
  readonly storage: Storage;
  readonly rooms: Rooms;
  readonly cloths: Cloths;
}

/** What one look at the ages of all cloths came to. */
export interface Retained {
  /** How many were deleted. */
  readonly deleted: number;
  /** Joint cloths of which it was said for the first time that they will go. */
  readonly announced: readonly string[];
  /** How many joint cloths it was said of that are still there. */
  readonly waiting: number;
  readonly notices: Notices;
}

/**
 * Deletes the cloths that nobody wrote to for so many days and nobody has open now, once that was said of them a day
 * before, by a clock that is believed. A joint cloth and its individual ones live and go together: whichever was written
 * to last counts for all. So do a room and what hangs in it.
 */
export async function deleteExpired(
  { storage, rooms, cloths }: RetentionParts,
  retentionDays: number,
  now: number,
): Promise<Retained> {
  const oldest = now - retentionDays * DAY_MS;
  const groups = new Map<string, { ids: string[]; kept: boolean }>();
  const hung: (readonly [sheet: string, commons: string])[] = [];
  let lastChangedAt: number | null = null;
  for await (const { id, parent, record, changedAt } of storage.list()) {
    const joint = parent ?? id;
    const { ids, kept } = groups.get(joint) ?? { ids: [], kept: false };
    groups.set(joint, { ids: [...ids, id], kept: kept || changedAt >= oldest });
    lastChangedAt = Math.max(lastChangedAt ?? 0, changedAt);
    for (const { commons } of record?.hangs ?? []) hung.push([id, commons]);
  }
  keepTogether(groups, hung);
  const expired = [...groups].filter(([, { kept }]) => !kept).map(([joint]) => joint);
  const before = readNotices(await storage.readNote('retention'));
  const notices = announce(before, lastChangedAt, expired, now);
  // Before anything goes: what was not written down was not said.
  await storage.writeNote('retention', JSON.stringify(notices));
  let deleted = 0;
  let waiting = 0;
  for (const joint of expired) {
    const { ids } = groups.get(joint) ?? { ids: [] };
    const isDue = (goesAt(notices, joint) ?? Number.POSITIVE_INFINITY) <= now;
    // Looked at just before: deleting takes its time, and meanwhile somebody may have come.
    const inUse = isDue ? await Promise.all(ids.map((id) => rooms.isInUse(id))) : [];
    if (!isDue || inUse.includes(true)) waiting += 1;
    else for (const id of ids) if (await cloths.delete(id)) deleted += 1;
  }
  return { deleted, announced: expired.filter((joint) => notices.announced[joint] === now), waiting, notices };
}

/** What hangs in a room that is kept is kept, and so is a room in which something is written to. */
function keepTogether(
  groups: ReadonlyMap<string, { kept: boolean }>,
  hung: readonly (readonly [sheet: string, commons: string])[],
): void {
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const [sheet, commons] of hung) {
      const [one, other] = [groups.get(sheet), groups.get(commons)];
      if (!one || !other || one.kept === other.kept) continue;
      one.kept = true;
      other.kept = true;
      isNew = true;
    }
  }
}

/** Does so at the start and every hour. Returns what stops it. */
export function keepRetention(
  parts: RetentionParts,
  retentionDays: number,
  metrics: Pick<Metrics, 'clockDoubted' | 'expiringCloths'>,
  log: Logger,
): () => void {
  const look = async (): Promise<void> => {
    const now = Date.now();
    const { deleted, announced, waiting, notices } = await deleteExpired(parts, retentionDays, now);
    const isInDoubt = isDoubted(notices, now);
    metrics.clockDoubted.set(isInDoubt ? 1 : 0);
    metrics.expiringCloths.set(waiting);
    if (deleted > 0) log.info({ deleted, retentionDays }, 'deleted tablecloths that nobody wrote to');
    for (const cloth of announced) {
      const on = new Date(goesAt(notices, cloth) ?? now).toISOString();
      log.info({ cloth, on, retentionDays }, 'nobody wrote to this tablecloth for so long that it will be deleted');
    }
    if (!isInDoubt) return;
    const until = new Date(notices.believedFrom).toISOString();
    log.error(
      { until },
      'the clock does not agree with what was last written; till then nothing is deleted for its age',
    );
  };
  const run = (): void => {
    look().catch((error: unknown) =>
      log.warn({ err: error }, 'old tablecloths could not be deleted; trying again in an hour'),
    );
  };
  run();
  const timer = setInterval(run, EVERY_MS);
  return () => clearInterval(timer);
}
