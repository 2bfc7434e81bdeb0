import { byId, type ClothSnapshot } from '../model/snapshot.ts';
import { readClothFile } from './cloth-file.ts';
import { snapshotOfFile } from './file-snapshot.ts';

/** Which look at a cloth goes home: by the ids of moments that were kept, or null. */
export interface When {
  /** As it was then; null for as it is now. */
  readonly moment: string | null;
  /** With what became of it since that moment; null for no comparison. */
  readonly since: string | null;
}

export const NOW: When = { moment: null, since: null };

/** A cloth as it goes home. */
export interface Seen {
  readonly cloth: ClothSnapshot;
  /** When it was like this, ms since the epoch; null for now. */
  readonly at: number | null;
  /**
   * What it is compared with, if it is: how it was before, and what that moment is called. `until`: what the later one is called
   * where that is not now.
   */
  readonly since: { readonly before: ClothSnapshot; readonly name: string; readonly until?: string } | null;
}

/**
 * A cloth as it was asked for. `fileOf` gives the file that was kept of a moment. Null when a moment is not there, or what was
 * kept of it cannot be read.
 */
export function seen(now: ClothSnapshot, { moment, since }: When, fileOf: (id: string) => string | null): Seen | null {
  const moments = byId(now.moments);
  const at = (id: string) => {
    const kept = moments.get(id);
    const text = fileOf(id);
    const read = text === null ? null : readClothFile(text);
    return kept && read?.ok ? { cloth: snapshotOfFile(read.file), at: kept.createdAt, name: kept.name } : null;
  };
  const shown = moment === null ? { cloth: now, at: null, name: null } : at(moment);
  const earlier = since === null ? null : at(since);
  if (!shown || (since !== null && !earlier)) return null;
  const until = shown.name === null ? {} : { until: shown.name };
  return {
    cloth: shown.cloth,
    at: shown.at,
    since: earlier && { before: earlier.cloth, name: earlier.name, ...until },
  };
}
