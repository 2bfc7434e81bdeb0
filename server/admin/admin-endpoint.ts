import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { OWN_DIRECTORY, writeWhole } from '../storage/file-access.ts';
import { type AdminParts, adminApp } from './admin-app.ts';
import { Operator } from './operator.ts';

/**
 * The operator's door: an address of this machine alone, and a key that only who can read the data directory can read;
 * whoever can do that has all cloths anyway. A program that was killed leaves the file behind, leading nowhere.
 */
const DOOR_FILE = 'admin.json';
/** A door that cannot be written down now, or was by another server, is tried again this often, ms. */
const ANNOUNCE_EVERY_MS = 10_000;

const doorSchema = z.object({ port: z.number().int(), key: z.string() });
export type Door = z.infer<typeof doorSchema>;

export interface AdminEndpoint extends Door {
  close(): Promise<void>;
}

/** Opens a door that is written down nowhere: for who is told of it. */
export async function openAdminEndpoint(parts: Omit<AdminParts, 'key'>): Promise<AdminEndpoint> {
  const key = randomBytes(24).toString('base64url');
  const app = adminApp({ ...parts, key });
  try {
    await app.listen({ host: '127.0.0.1', port: 0, listenTextResolver: () => 'listening for the operator' });
    const { port } = app.server.address() as AddressInfo;
    return {
      port,
      key,
      close: async () => {
        await app.close();
      },
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/**
 * Writes down in the data directory where the door is, for as long as it is open. One that leads to another server is
 * left as it is: a second process on the same directory must not shut the operator out of the first. What cannot be
 * written now is tried again. Resolves with what takes the door down again, once the first try is made.
 */
export async function announceAdminEndpoint(
  dataDir: string,
  { port, key }: Door,
  onProblem: (error: unknown) => void,
  everyMs = ANNOUNCE_EVERY_MS,
): Promise<() => Promise<void>> {
  const path = join(dataDir, DOOR_FILE);
  let failed = false;
  const announce = async (): Promise<void> => {
    try {
      const known = await findDoor(dataDir);
      if (known?.key === key || (known && (await new Operator(known).isOpen()))) return;
      await mkdir(dataDir, { recursive: true, mode: OWN_DIRECTORY });
      await writeWhole(path, JSON.stringify({ port, key } satisfies Door));
      failed = false;
    } catch (error) {
      if (!failed) onProblem(error);
      failed = true;
    }
  };
  let announcing = announce();
  const timer = setInterval(() => {
    announcing = announcing.then(announce);
  }, everyMs).unref();
  await announcing;
  return async () => {
    clearInterval(timer);
    await announcing;
    // Another server on the same directory may have written down its own.
    if ((await findDoor(dataDir))?.key === key) await rm(path, { force: true });
  };
}

/** Where the door of a running server is, as far as the data directory tells; null when it does not. */
export async function findDoor(dataDir: string): Promise<Door | null> {
  try {
    return doorSchema.parse(JSON.parse(await readFile(join(dataDir, DOOR_FILE), 'utf8')));
  } catch {
    return null;
  }
}
