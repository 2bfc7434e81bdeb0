import type { Moment } from '../model/snapshot.ts';
import { CLOTH_FILE, type FileMoment, readClothFile } from './cloth-file.ts';

/** So much of a file its moments may take, UTF-16 units: the rest of it must stay readable too. */
const MOST = CLOTH_FILE.maxLength * 0.6;

/** The kept moments of a cloth for its file, and how many there was no room for, or that could not be read. */
export interface FileMoments {
  readonly moments: readonly FileMoment[];
  readonly leftOut: number;
}

/** `textOf` gives the file that was kept of a moment, by its id. When they do not all fit, the newest go along. */
export function fileMoments(kept: readonly Moment[], textOf: (id: string) => string | null): FileMoments {
  const moments: FileMoment[] = [];
  let room = MOST;
  for (const { id, name, by, createdAt } of [...kept].reverse()) {
    const text = textOf(id) ?? '';
    const read = text.length <= room ? readClothFile(text) : null;
    if (!read?.ok) continue;
    room -= text.length;
    const { moments: _none, ...cloth } = read.file;
    moments.unshift({ id, name, by, createdAt, cloth });
  }
  return { moments, leftOut: kept.length - moments.length };
}
