import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { AlreadyMade, clothRecordSchema, type Storage, UnknownCloth } from '../storage/storage.ts';
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
});

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
    if (!record) leftOut.push(id);
    const saved = record && (await saveCloth(storage, id));
    if (!saved) continue;
    cloths += 1;
    yield `${JSON.stringify(saved)}\n`;
  }
  yield `${JSON.stringify({ cloths, leftOut })}\n`;
}

async function saveCloth(storage: Storage, id: string): Promise<SavedCloth | null> {
  try {
    const record = await storage.read(id);
    if (!record) return null;
    const { updates, session, damage } = await storage.load(id);
    const { update, refused } = asOneUpdate(updates);
    const faults = [damage, refused > 0 ? `updates that cannot be applied: ${refused}` : null];
    return {
      record: { ...record, codes: [] },
      session,
      document: Buffer.from(update).toString('base64'),
      damage: faults.filter((fault) => fault !== null).join('; ') || null,
    };
  } catch (error) {
    // Deleted since it was listed.
    if (error instanceof UnknownCloth) return null;
    throw error;
  }
}

/**
 * The cloths of a backup. Rejects when it is none, is cut off, or a line cannot be read. `heedLeftOut` is told the ids of
 * those that could not be saved.
 */
export async function* readBackup(
  source: Readable,
  heedLeftOut: (ids: readonly string[]) => void = () => undefined,
): AsyncGenerator<SavedCloth> {
  let number = 0;
  let cloths = 0;
  let ended = false;
  for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (ended) throw new Error(`line ${number}: something follows the end`);
    const value = parseLine(line, number);
    if (number === 1) {
      if (!headerSchema.safeParse(value).success) throw new Error('this is no backup of tablecloths');
      continue;
    }
    const end = endSchema.safeParse(value);
    if (end.success) {
      if (end.data.cloths !== cloths) throw new Error(`${end.data.cloths} tablecloths were saved, ${cloths} are here`);
      heedLeftOut(end.data.leftOut);
      ended = true;
      continue;
    }
    const saved = savedClothSchema.safeParse(value);
    if (!saved.success) throw new Error(`line ${number}: this is no saved tablecloth`);
    cloths += 1;
    yield saved.data;
  }
  if (!ended) throw new Error('the backup is cut off');
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`line ${number} cannot be read`);
  }
}

/** Puts a saved cloth back; individual ones after their joint one. False when there is one of this id already: nothing is ever written over. */
export async function restoreCloth(storage: Storage, { record, session, document }: SavedCloth): Promise<boolean> {
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
  return true;
}
