import { type Change, write } from '../document/change.ts';
import type { CommonsDoc } from '../document/commons-doc.ts';
import { readCommons } from '../document/read-commons.ts';
import { normalForm } from '../method/doubles.ts';
import { type Entry, type EntryWay, type Meeting, type NameVerdict, ROOM_LIMITS } from '../model/commons.ts';
import { isDay } from '../model/days.ts';
import { LIMITS } from '../model/schema.ts';
import { cleanName, cleanText } from '../text/clean-text.ts';

// The intents of a network room: its wall, the people in it, its year line.

/** The room's own name. */
export function setCommonsName(commons: CommonsDoc, name: string): Change[] {
  return write(commons, (writer) => writer.set(['meta'], 'title', cleanName(name, LIMITS.name)));
}

/**
 * Gives a sheet its place on the wall, as the last. The server does so when it is hung, so that no two pages make one place
 * at once; a sheet that hung there before has its place still.
 */
export function placeOnWall(commons: CommonsDoc, sheet: string): Change[] {
  const last = readCommons(commons).wall.at(-1)?.order ?? 0;
  return write(commons, (writer) => writer.create('wall', sheet, { under: '', order: last + 1 }));
}

/** Moves a sheet on the wall: under which theme, and between which of its neighbours (`order`). */
export function moveOnWall(
  commons: CommonsDoc,
  sheet: string,
  place: { readonly under: string; readonly order: number },
): Change[] {
  return write(commons, (writer) => {
    writer.set(['wall', sheet], 'under', place.under === sheet ? '' : place.under);
    if (Number.isFinite(place.order)) writer.set(['wall', sheet], 'order', place.order);
  });
}

/** Hangs a sheet among what was, or among what is now. */
export function setEarlier(commons: CommonsDoc, sheet: string, earlier: boolean): Change[] {
  return write(commons, (writer) => writer.set(['wall', sheet], 'earlier', earlier ? true : undefined));
}

/** Leaves a person out of all that the room shows, at once; the sheets themselves keep what was written there. */
export function leaveOut(commons: CommonsDoc, name: string, createdAt: number): Change[] {
  const id = normalForm(name);
  const isNew = !commons.leftOut.has(id);
  if (id === '' || (isNew && commons.leftOut.size >= ROOM_LIMITS.leftOut)) return [];
  return write(commons, (writer) => {
    writer.create('leftOut', id, { name: cleanName(name, LIMITS.name), createdAt });
    writer.set(['leftOut', id], 'removed', undefined);
  });
}

/** Shows a person again who was left out. */
export function letBackIn(commons: CommonsDoc, id: string): Change[] {
  return write(commons, (writer) => writer.set(['leftOut', id], 'removed', true));
}

/** What people say of two names that look alike; null takes the answer back. No sheet is changed by it. */
export function judgeNames(commons: CommonsDoc, a: string, b: string, verdict: NameVerdict | null): Change[] {
  const [first = '', second = ''] = [normalForm(a), normalForm(b)].sort();
  const id = `${first}|${second}`;
  const isNew = !commons.sameNames.has(id);
  if (first === '' || first === second || (isNew && commons.sameNames.size >= ROOM_LIMITS.sameNames)) return [];
  return write(commons, (writer) => {
    if (verdict === null) {
      writer.set(['sameNames', id], 'removed', true);
      return;
    }
    writer.create('sameNames', id, { a: first, b: second, verdict });
    writer.set(['sameNames', id], 'verdict', verdict);
    writer.set(['sameNames', id], 'removed', undefined);
  });
}

/** Puts a meeting on the year line. A day that does not exist is refused: ask first (`isDay`). */
export function addMeeting(commons: CommonsDoc, { id, date, name, createdAt }: Meeting): Change[] {
  if (!isDay(date) || commons.meetings.size >= ROOM_LIMITS.meetings) return [];
  return write(commons, (writer) =>
    writer.create('meetings', id, { date, name: cleanName(name, LIMITS.name), createdAt }),
  );
}

/** Moves a meeting to another day. */
export function moveMeeting(commons: CommonsDoc, id: string, date: string): Change[] {
  return isDay(date) ? write(commons, (writer) => writer.set(['meetings', id], 'date', date)) : [];
}

export function renameMeeting(commons: CommonsDoc, id: string, name: string): Change[] {
  return write(commons, (writer) => writer.set(['meetings', id], 'name', cleanName(name, LIMITS.name)));
}

/** Takes a meeting off the line. What would come up there stays in the document, and is back when that is undone. */
export function removeMeeting(commons: CommonsDoc, id: string): Change[] {
  return write(commons, (writer) => writer.set(['meetings', id], 'removed', true));
}

/** Lets a sheet, or loose words, come up at a meeting. */
export function addEntry(commons: CommonsDoc, { id, meeting, way, sheet, words, createdAt }: Entry): Change[] {
  if (commons.entries.size >= ROOM_LIMITS.entries) return [];
  const said = { meeting, way, words: cleanText(words, LIMITS.itemText), createdAt };
  return write(commons, (writer) => writer.create('entries', id, { ...said, ...(sheet !== null && { sheet }) }));
}

/** Moves what comes up to another meeting, or lets it come up in another way. */
export function moveEntry(commons: CommonsDoc, id: string, meeting: string, way: EntryWay): Change[] {
  return write(commons, (writer) => {
    writer.set(['entries', id], 'meeting', meeting);
    writer.set(['entries', id], 'way', way);
  });
}

export function setEntryWords(commons: CommonsDoc, id: string, words: string): Change[] {
  return write(commons, (writer) => writer.set(['entries', id], 'words', cleanText(words, LIMITS.itemText)));
}

export function removeEntry(commons: CommonsDoc, id: string): Change[] {
  return write(commons, (writer) => writer.set(['entries', id], 'removed', true));
}
