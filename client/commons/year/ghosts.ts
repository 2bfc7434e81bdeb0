import type { Entry, EntryWay, Meeting } from '../../../shared/model/commons.ts';

/** What follows on what: plans are reported on in between, and what was reported becomes experience. */
const NEXT: Partial<Record<EntryWay, EntryWay>> = { plans: 'inform', inform: 'experience' };

/** Something that might come up at a later meeting: proposed, and there only when somebody takes it. */
export interface Ghost {
  readonly meeting: string;
  readonly way: EntryWay;
  readonly sheet: string | null;
  readonly words: string;
}

/** For each sheet (or loose words) what might come next: at the meeting after the last one at which it comes up. */
export function ghostsOf(meetings: readonly Meeting[], entries: readonly Entry[]): Ghost[] {
  const places = new Map(meetings.map(({ id }, at) => [id, at]));
  const latest = new Map<string, { readonly entry: Entry; readonly at: number }>();
  for (const entry of entries) {
    const at = places.get(entry.meeting);
    if (at === undefined || entry.way === 'margin') continue;
    const subject = entry.sheet ?? `words ${entry.words}`;
    const known = latest.get(subject);
    if (!known || at >= known.at) latest.set(subject, { entry, at });
  }
  return [...latest.values()].flatMap(({ entry, at }) => {
    const way = NEXT[entry.way];
    const meeting = meetings[at + 1];
    return way && meeting ? [{ meeting: meeting.id, way, sheet: entry.sheet, words: entry.words }] : [];
  });
}
