import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { type AdminParts, adminApp } from './admin-app.ts';

/**
 * The operator's door: an address of this machine alone, and a key that only who can read the data directory can read;
 * whoever can do that has all cloths anyway. A program that was killed leaves the file behind, leading nowhere.
 */
const DOOR_FILE = 'admin.json';

const doorSchema = z.object({ port: z.number().int(), key: z.string() });
export type Door = z.infer<typeof doorSchema>;

export interface OpenDoor extends Door {
  close(): Promise<void>;
}

/** Opens the door and writes down where it is. Rejects when the data directory cannot be written to. */
export async function openDoor(dataDir: string, parts: Omit<AdminParts, 'key'>): Promise<OpenDoor> {
  const key = randomBytes(24).toString('base64url');
  const app = adminApp({ ...parts, key });
  const path = join(dataDir, DOOR_FILE);
  try {
    await app.listen({ host: '127.0.0.1', port: 0, listenTextResolver: () => 'listening for the operator' });
    const { port } = app.server.address() as AddressInfo;
    await mkdir(dataDir, { recursive: true });
    await rm(path, { force: true });
    await writeFile(path, JSON.stringify({ port, key } satisfies Door), { mode: 0o600 });
    return {
      port,
      key,
      async close() {
        await app.close();
        // Another node on the same directory may have opened its own meanwhile.
        if ((await findDoor(dataDir))?.key === key) await rm(path, { force: true });
      },
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Where the door of a running server is, as far as the data directory tells; null when it does not. */
export async function findDoor(dataDir: string): Promise<Door | null> {
  try {
    return doorSchema.parse(JSON.parse(await readFile(join(dataDir, DOOR_FILE), 'utf8')));
  } catch {
    return null;
  }
}
