import { nanoid } from 'nanoid';
import { type Change, recordAt, transact, type Writer, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { tableBefore } from '../document/migrations/circles.ts';
import { readSnapshot } from '../document/read.ts';
import { byOrder } from '../document/read-values.ts';
import type { ClothFile, FileItem, FileSeat } from '../formats/cloth-file.ts';
import { circlesApart } from '../layout/circles-apart.ts';
import { freePlaceNear } from '../layout/free-place.ts';
import { orderOfNewSeat } from '../layout/new-seat.ts';
import { ITEM_DETAILS, MOMENT_FIELDS, SEAT_FIELDS, TIE_FIELDS } from '../model/records.ts';
import { CIRCLES, LIMITS, minutesKey, STEP_NUMBERS } from '../model/schema.ts';
import { byId, type ClothSnapshot, type Seat } from '../model/snapshot.ts';
import { cleanName, isBlank } from '../text/clean-text.ts';
import { fontMeasure } from '../text/text-measure.ts';
import { addItems, moveItems, type NewItem } from './items.ts';
import { layLines } from './lay-lines.ts';
import { fieldsOf, fillIn } from './lay-record.ts';
import { addTies } from './ties.ts';

/**
 * Lays a cloth file on the cloth. It adds and never replaces: what stands stays as it is, what was wiped out comes back,
 * people of one name share a seat. A cloth that nobody has touched, but to name it as the file does, takes on the file
 * whole, seats included, so that words lie before whose they are. The file must come from `readClothFile`. One transaction;
 * its changes undo it.
 */
export function importClothFile(cloth: ClothDoc, file: ClothFile): Change[] {
  const now = readSnapshot(cloth);
  return transact(cloth, () => {
    const untouched = isUntouched(now, file.initiative);
    const start = write(cloth, (writer) => {
      if (untouched) takeOn(writer, now, file);
      else if (isBlank(now.initiative)) writer.setText(['initiative'], file.initiative);
      bringBack(cloth, writer, file);
    });
    const seats = laySeats(cloth, untouched ? [] : now.seats, file.seats, untouched);
    const items = file.items.map((item) => newItem(item, seats.seatOf));
    const added = [
      ...addItems(cloth, items),
      ...addItems(cloth, otherInitiative(now, file, readSnapshot(cloth))),
      ...addTies(cloth, file.ties),
      ...write(cloth, (writer) => {
        const standing = byId(now.items);
        for (const item of file.items) if (!standing.has(item.id)) fillIn(writer, 'items', ITEM_DETAILS, item);
        const drawn = byId(now.ties);
        for (const tie of file.ties) if (!drawn.has(tie.id)) fillIn(writer, 'ties', TIE_FIELDS, tie);
      }),
    ];
    const moments = addMoments(cloth, file, now.moments.length);
    const lines = layLines(cloth, file);
    const settled = untouched && !file.meta.circles ? settle(cloth) : [];
    return [...start, ...seats.changes, ...added, ...moments, ...lines, ...settled];
  });
}

/** The moments of a file that the cloth does not have yet, as many as there is room for. */
function addMoments(cloth: ClothDoc, { moments = [] }: ClothFile, kept: number): Change[] {
  const fresh = moments.filter(({ id }) => !cloth.moments.has(id)).slice(0, Math.max(0, LIMITS.moments - kept));
  return write(cloth, (writer) => {
    for (const { cloth: then, ...moment } of fresh) {
      writer.create('moments', moment.id, fieldsOf(MOMENT_FIELDS, { ...moment, file: JSON.stringify(then) }));
    }
  });
}

/** A file from before circles had two sizes is laid for them. */
function settle(cloth: ClothDoc): Change[] {
  return moveItems(cloth, circlesApart(readSnapshot(cloth), fontMeasure));
}

/** Whether nobody has done more on a cloth than give it the name that the file has too. */
function isUntouched({ initiative, items, seats, ties }: ClothSnapshot, name: string): boolean {
  const nobody = seats.every((seat) => seat.name === '' && seat.holder === null);
  return (isBlank(initiative) || initiative === name) && items.length === 0 && ties.length === 0 && nobody;
}

/** A cloth as it was laid becomes the file's: its name, kind, age and sheet; its own empty seats make room. */
function takeOn(writer: Writer, now: ClothSnapshot, file: ClothFile): void {
  const { title, kind, createdAt, minutes = {}, language, circles } = file.meta;
  const table = circles ? file.meta.table : (tableBefore(file.meta, file.seats.length) ?? file.meta.table);
  writer.set(['meta'], 'title', title);
  writer.set(['meta'], 'kind', kind);
  writer.set(['meta'], 'createdAt', createdAt);
  writer.set(['meta'], 'table', table);
  for (const step of STEP_NUMBERS) writer.set(['meta'], minutesKey(step), minutes[step]);
  writer.set(['meta'], 'circles', CIRCLES);
  writer.set(['meta'], 'language', language);
  writer.setText(['initiative'], file.initiative);
  for (const seat of now.seats) writer.set(['seats', seat.id], 'removed', true);
}

/** Items and ties of the file that were wiped out here stand again, with the words they had here last. */
function bringBack(cloth: ClothDoc, writer: Writer, file: ClothFile): void {
  for (const { id } of file.items) if (recordAt(cloth, ['items', id])) writer.set(['items', id], 'removed', undefined);
  for (const { id } of file.ties) if (recordAt(cloth, ['ties', id])) writer.set(['ties', id], 'removed', undefined);
}

/** Finds or adds the seats of the file; empty ones only on a cloth that takes on the whole file. */
function laySeats(
  cloth: ClothDoc,
  standing: readonly Seat[],
  seats: readonly FileSeat[],
  whole: boolean,
): { changes: Change[]; seatOf: ReadonlyMap<string, string> } {
  const seatOf = new Map<string, string>();
  let now = readSnapshot(cloth);
  let room = LIMITS.seats - standing.length;
  const changes = write(cloth, (writer) => {
    for (const seat of seats) {
      const known = standing.find((own) => own.id === seat.id || (own.name !== '' && own.name === seat.name));
      if (known) seatOf.set(seat.id, known.id);
      else if (room > 0 && (whole || seat.name !== '')) {
        const order = whole ? seat.order : orderOfNewSeat(now);
        const laid = { ...seat, name: cleanName(seat.name, LIMITS.name), order };
        writer.set(['seats', seat.id], 'removed', undefined);
        writer.create('seats', seat.id, fieldsOf(SEAT_FIELDS, laid));
        now = { ...now, seats: [...now.seats, { ...laid, holder: null }].sort(byOrder) };
        seatOf.set(seat.id, seat.id);
        room--;
      }
    }
  });
  return { changes, seatOf };
}

export function newItem(item: FileItem, seatOf: ReadonlyMap<string, string>): NewItem {
  const { id, kind, text, pos, colour, by, createdAt, positions, clarification, story } = item;
  const seat = item.seat === null ? null : (seatOf.get(item.seat) ?? null);
  return { id, kind, text, pos, seat, colour, by, createdAt, positions, clarification, story };
}

/**
 * Another initiative's name is not lost: it lies on the cloth as an ingredient beside the middle, once. `laid` is the cloth
 * with the file's own things on it.
 */
function otherInitiative(now: ClothSnapshot, { initiative, meta }: ClothFile, laid: ClothSnapshot): NewItem[] {
  const differs = !isBlank(now.initiative) && !isBlank(initiative) && now.initiative !== initiative;
  if (!differs || now.items.some(({ text }) => text === initiative)) return [];
  return [
    {
      id: nanoid(),
      kind: 'ingredient',
      text: initiative,
      pos: freePlaceNear(laid, [0, -260], 'ingredient', initiative, fontMeasure),
      seat: null,
      colour: '#333333',
      by: '',
      createdAt: meta.createdAt,
    },
  ];
}
