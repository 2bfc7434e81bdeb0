import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { AlreadyMade, clothRecordSchema, type Storage, StorageUnavailable, UnknownCloth } from '../storage/storage.ts';
import { asOneUpdate, EMPTY_UPDATE } from '../sync/room/encoded-document.ts';

/**
 * A backup is JSON lines: a header, a line for each cloth, and a last line with their number, without which it counts as
 * cut off. Keys are in it as hashes only, so links work again after restoring; codes, which live for hours, are not.
 */
const headerSchema = z.object({
  format: z.literal('tafelkleed-backup'),
  version: z.literal(1),
  createdAt: z.number(),
});

export const savedClothSchema = z.object({
  record: clothRecordSchema,
  session: z.string().nullable(),
  /** The document as one Yjs update, base64. */
  document: z.base64(),
  /** What could not be read of it when it was saved. */
  damage: z.string().nullable(),
  /** The photo under it, base64. */
  photo: z.base64().optional(),
});

/** What is said of a sheet whose photo is there and cannot be read. */
export const DAMAGED_PHOTO = 'the photo under it cannot be read';

export type SavedCloth = z.infer<typeof savedClothSchema>;

const endSchema = z.object({
  cloths: z.number().int(),
  /** Ids of cloths whose record is damaged, so that nothing of them could be saved. */
  leftOut: z.array(z.string()).default([]),
});

/** The lines of a backup of everything in the store. A cloth is as it was when its line was made. */
export async function* backupLines(storage: Storage, now: number): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'tafelkleed-backup', version: 1, createdAt: now })}\n`;
  let cloths = 0;
  const leftOut: string[] = [];
  for await (const { id, record } of storage.list()) {
    const saved = record ? await saveCloth(storage, id) : 'unreadable';
    if (saved === 'unreadable') leftOut.push(id);
    if (saved === null || saved === 'unreadable') continue;
    cloths += 1;
    yield `${JSON.stringify(saved)}\n`;
  }
  yield `${JSON.stringify({ cloths, leftOut })}\n`;
}

/** Null when it was deleted since it was listed. */
async function saveCloth(storage: Storage, id: string): Promise<SavedCloth | 'unreadable' | null> {
  try {
    const record = await storage.read(id);
    if (!record) return null;
    const { updates, session, damage } = await storage.load(id);
    const { update, refused } = asOneUpdate(updates);
    const photo = await storage.photos.read(id);
    const faults = [
      damage,
      refused > 0 ? `updates that cannot be applied: ${refused}` : null,
      photo === 'damaged' ? DAMAGED_PHOTO : null,
    ];
    return {
      record: { ...record, codes: [] },
      session,
      document: Buffer.from(update).toString('base64'),
      damage: faults.filter((fault) => fault !== null).join('; ') || null,
      ...(photo && photo !== 'damaged' && { photo: Buffer.from(photo).toString('base64') }),
    };
  } catch (error) {
    if (error instanceof UnknownCloth) return null;
    // One that cannot be read is not to keep the others out of the backup; a store that is away is.
    if (error instanceof StorageUnavailable && storage.health.ok) return 'unreadable';
    throw error;
  }
}

/** What else is learnt of a backup while its cloths are read. */
export interface BackupReport {
  /** Ids of cloths that could not be saved. */
  readonly leftOut: string[];
  /** What of the backup itself cannot be read, in words that name the line and, if it can be told, the cloth. */
  readonly faults: string[];
}

/** The cloths of a backup, as far as they can be read; what cannot is told in `report`. Rejects when it is no backup at all. */
export async function* readBackup(source: Readable, report: BackupReport): AsyncGenerator<SavedCloth> {
  const { faults } = report;
  let number = 0;
  let cloths = 0;
  let announced: number | null = null;
  for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const value = parseLine(line);
    if (number === 1) {
      if (!headerSchema.safeParse(value).success) throw new Error('this is no backup of tablecloths');
      continue;
    }
    if (announced !== null) faults.push(`line ${number}: something follows the end`);
    const end = endSchema.safeParse(value);
    const saved = savedClothSchema.safeParse(value);
    if (saved.success) {
      cloths += 1;
      yield saved.data;
    } else if (end.success) {
      announced = end.data.cloths;
      report.leftOut.push(...end.data.leftOut);
    } else {
      const id = /"id":"([0-9A-Za-z]{1,64})"/.exec(line)?.[1];
      faults.push(`line ${number}: this is no saved tablecloth${id === undefined ? '' : ` (${id})`}`);
    }
  }
  if (announced === null) faults.push('the backup is cut off');
  else if (announced !== cloths) faults.push(`${announced} tablecloths were saved, ${cloths} are here`);
}

/** Null when it is no JSON. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Puts a saved cloth back; individual ones after their joint one. False when there is one of this id already: nothing is ever written over. */
export async function restoreCloth(
  storage: Storage,
  { record, session, document, photo }: SavedCloth,
): Promise<boolean> {
  if (await storage.read(record.id)) return false;
  const bytes = Buffer.from(document, 'base64');
  try {
    await storage.create(record, bytes);
  } catch (error) {
    if (!(error instanceof UnknownCloth || error instanceof AlreadyMade)) throw error;
    // Its joint cloth is not there, or has another for this seat: it stands by itself, and nothing of it is lost.
    const { parent: _, seat: __, ...alone } = record;
    await storage.create(alone, bytes);
  }
  // Restoring counts as use; otherwise an old cloth would expire as soon as it is back.
  await storage.append(record.id, [EMPTY_UPDATE]);
  if (session !== null) await storage.writeSession(record.id, session);
  if (photo !== undefined) await storage.photos.keep(record.id, Buffer.from(photo, 'base64'));
  return true;
}
