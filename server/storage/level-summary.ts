import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { hasCode, writeWhole } from './file-access.ts';

/** What is known of the store outside it: it tells a store that was lost from one that is new. */
export interface Summary {
  /** The number of the last write that is certainly on disk. */
  readonly lastSequence: number;
  /** How many cloths there were. */
  readonly cloths: number;
  /** Whether the store was closed in good order and not written to since: then nothing at all may be missing. */
  readonly closed: boolean;
}

export const SUMMARY_FILE = 'store.json';

const fileSchema = z.object({
  lastSequence: z.number().int(),
  cloths: z.number().int(),
  closed: z.boolean(),
  checksum: z.number().int(),
});

export async function writeSummary(directory: string, { lastSequence, cloths, closed }: Summary): Promise<void> {
  const checksum = checksumOf({ lastSequence, cloths, closed });
  await writeWhole(join(directory, SUMMARY_FILE), `${JSON.stringify({ lastSequence, cloths, closed, checksum })}\n`);
}

/** The summary of a directory; null when it has none, `damaged` when that is not what was written. */
export async function readSummary(directory: string): Promise<Summary | 'damaged' | null> {
  let text: string;
  try {
    text = await readFile(join(directory, SUMMARY_FILE), 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    const { checksum, ...summary } = fileSchema.parse(JSON.parse(text));
    return checksumOf(summary) === checksum ? summary : 'damaged';
  } catch {
    return 'damaged';
  }
}

function checksumOf({ lastSequence, cloths, closed }: Summary): number {
  return crc32(JSON.stringify([lastSequence, cloths, closed]));
}
