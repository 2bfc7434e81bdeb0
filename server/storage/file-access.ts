import { chmod, copyFile, link, open, readdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What only the program's own user may do with a directory, and with a file. */
export const OWN_DIRECTORY = 0o700;
export const OWN_FILE = 0o600;

/** Under its own name a file is on disk and whole: one that breaks off half-way never takes its place. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w', OWN_FILE);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  await syncDirectory(dirname(path));
}

/** Copies a file so that the copy is on disk and whole under its own name, or not there. */
export async function copyWhole(path: string, copy: string): Promise<void> {
  const unfinished = `${copy}.unfinished`;
  await copyFile(path, unfinished);
  await chmod(unfinished, OWN_FILE);
  const file = await open(unfinished, 'r+');
  await file.sync().finally(() => file.close());
  await rename(unfinished, copy);
}

/** A second name for a file that is never written to again; a copy where the disk gives no second names. */
export async function linkOrCopy(path: string, copy: string): Promise<void> {
  try {
    await link(path, copy);
  } catch {
    await copyWhole(path, copy);
  }
}

/** Bytes of a file; -1 when it is not there. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return -1;
    throw error;
  }
}

/** The names in a directory; none when it is not there. */
export async function filesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** New names are on disk when their directory is. Not every system can be asked for that. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}
