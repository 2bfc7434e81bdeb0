import * as Y from 'yjs';
import {
  type CommonsSnapshot,
  ENTRY_WAYS,
  type Entry,
  type LeftOut,
  type Meeting,
  NAME_VERDICTS,
  type NamePair,
  type WallPlace,
} from '../model/commons.ts';
import { isDay } from '../model/days.ts';
import type { CommonsDoc } from './commons-doc.ts';
import { byOrder, byTime, finite, oneOf, readAll, text, time } from './read-values.ts';

/** The only reader of a room's document; as with a cloth, what does not parse is left out and stays. */
export function readCommons(commons: CommonsDoc): CommonsSnapshot {
  const { meta, wall, meetings, entries, sameNames, leftOut } = commons;
  return {
    name: text(meta.get('title')) ?? '',
    createdAt: time(meta.get('createdAt')) ?? 0,
    language: text(meta.get('language')) || null,
    wall: [...readAll(wall, readPlace)].sort(byOrder),
    meetings: [...readAll(meetings, readMeeting)].sort(byDate),
    entries: [...readAll(entries, readEntry)].sort(byTime),
    sameNames: [...readAll(sameNames, readPair)].sort(byName),
    leftOut: [...readAll(leftOut, readLeftOut)].sort(byName),
  };
}

function readPlace(id: string, value: unknown): WallPlace | null {
  if (!(value instanceof Y.Map)) return null;
  const order = finite(value.get('order'));
  if (order === null) return null;
  return { id, order, under: text(value.get('under')) ?? '', earlier: value.get('earlier') === true };
}

function readMeeting(id: string, value: unknown): Meeting | null {
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const date = text(value.get('date'));
  const createdAt = time(value.get('createdAt'));
  if (date === null || !isDay(date) || createdAt === null) return null;
  return { id, date, createdAt, name: text(value.get('name')) ?? '' };
}

function readEntry(id: string, value: unknown): Entry | null {
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const meeting = text(value.get('meeting'));
  const way = oneOf(ENTRY_WAYS, value.get('way'));
  const createdAt = time(value.get('createdAt'));
  if (!meeting || !way || createdAt === null) return null;
  return { id, meeting, way, createdAt, sheet: text(value.get('sheet')), words: text(value.get('words')) ?? '' };
}

function readPair(id: string, value: unknown): NamePair | null {
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const [a, b] = [text(value.get('a')), text(value.get('b'))];
  const verdict = oneOf(NAME_VERDICTS, value.get('verdict'));
  return a && b && verdict ? { id, a, b, verdict } : null;
}

function readLeftOut(id: string, value: unknown): LeftOut | null {
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const name = text(value.get('name'));
  return name ? { id, name } : null;
}

const byDate = (a: Meeting, b: Meeting): number => compare(a.date, b.date) || compare(a.id, b.id);
const byName = (a: { readonly id: string }, b: { readonly id: string }): number => compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
