import { createHash } from 'node:crypto';
import type * as Y from 'yjs';
import { layProjection } from '../../../shared/commands/lay-projection.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { openCommons } from '../../../shared/document/commons-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { readCommons } from '../../../shared/document/read-commons.ts';
import { clothFileOf } from '../../../shared/formats/cloth-file.ts';
import type { Seen } from '../../../shared/formats/seen.ts';
import { type OnWall, onWall } from '../../../shared/method/on-wall.ts';
import { projectSnapshot } from '../../../shared/method/projection.ts';
import { type CommonsSnapshot, ROOM_LIMITS, type Shown } from '../../../shared/model/commons.ts';
import { CIRCLES, SCHEMA_VERSION } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';

/** What stands in a document: as text, for a snapshot of a large one costs more to pass on to a thread than to read there. */
export interface ReadText {
  readonly title: string;
  /** A cloth as it goes home (Seen), as JSON in UTF-8. */
  readonly json: Uint8Array;
}

/** What a room shows of one. */
export interface ShownText extends ReadText {
  /** Another one as soon as anything that is seen differs. */
  readonly version: string;
  /** When the newest thing on it was laid, ms since the epoch. */
  readonly latest: number;
  readonly onWall: OnWall;
}

/** What is to be shown, and whether words are hidden on the sheet itself. */
export interface Asked {
  readonly shown: Shown;
  readonly hidden: boolean;
}

/** The documents that a projection is made of, and its own as it is. */
export interface Projected<T> {
  readonly sheet: T;
  readonly commons: T;
  readonly shown: T;
}

export interface AskedProjection {
  readonly names: Shown['names'];
  /** Whether words are hidden on the sheet itself. */
  readonly hidden: boolean;
  /** Under which id it is written. */
  readonly clientId: number;
}

const VERSION_LETTERS = 22;

/** What a room shows of a document; null for one of an earlier version, which is brought to this one by opening it. */
export function shownText(doc: Y.Doc, { shown, hidden }: Asked): ShownText | null {
  const cloth = readSnapshot(openCloth(doc));
  if (cloth.meta.schema !== SCHEMA_VERSION || cloth.meta.circles !== CIRCLES) return null;
  const projected = projectSnapshot(cloth, shown, hidden);
  const text = textOf({ cloth: projected, at: null, since: null });
  const version = createHash('sha256').update(text.json).digest('base64url').slice(0, VERSION_LETTERS);
  return { ...text, version, latest: latestIn(cloth), onWall: onWall(projected) };
}

/** What brings a projection's document to what a room shows of a sheet now. */
export function projected({ sheet, commons, shown }: Projected<Y.Doc>, asked: AskedProjection): Uint8Array[] {
  const { names, hidden, clientId } = asked;
  const leftOut = readCommons(openCommons(commons)).leftOut.map(({ id }) => id);
  const updates: Uint8Array[] = [];
  shown.clientID = clientId;
  shown.on('update', (update: Uint8Array) => updates.push(update));
  layProjection(openCloth(shown), projectSnapshot(readSnapshot(openCloth(sheet)), { names, leftOut }, hidden));
  return updates;
}

/** A cloth as it goes home, as text. */
export function textOf(seen: Seen): ReadText {
  const { initiative, meta } = seen.cloth;
  return { title: initiative || meta.title, json: new TextEncoder().encode(JSON.stringify(seen)) };
}

/** What {@link textOf} made text of. */
export function seenOf(json: Uint8Array): Seen {
  return JSON.parse(new TextDecoder().decode(json)) as Seen;
}

/** What is shown of a sheet, from its text, as a cloth file, with the names of its moments beside it. */
export function shownFile(json: Uint8Array): Uint8Array {
  const { cloth } = seenOf(json);
  const momentNames = cloth.moments.map(({ id, name, createdAt }) => ({ id, name, createdAt }));
  return new TextEncoder().encode(JSON.stringify({ ...clothFileOf(cloth), momentNames }));
}

/** What stands in a network room's document. No page makes more of each than a room has; of what other programs made, the last. */
export function commonsIn(doc: Y.Doc): CommonsSnapshot {
  const room = readCommons(openCommons(doc));
  return {
    ...room,
    // Whoever asked to be left out is, however many they are.
    wall: room.wall.slice(-ROOM_LIMITS.sheets),
    meetings: room.meetings.slice(-ROOM_LIMITS.meetings),
    entries: room.entries.slice(-ROOM_LIMITS.entries),
    sameNames: room.sameNames.slice(-ROOM_LIMITS.sameNames),
  };
}

function latestIn({ meta, items, ties, moments }: ClothSnapshot): number {
  return [...items, ...ties, ...moments].reduce((latest, { createdAt }) => Math.max(latest, createdAt), meta.createdAt);
}
