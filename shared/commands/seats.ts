import { nanoid } from 'nanoid';
import { type Change, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { readItem, readSeat, readSnapshot } from '../document/read.ts';
import { byOrder, readAll } from '../document/read-values.ts';
import { orderOfNewSeat } from '../layout/new-seat.ts';
import { markerSet } from '../method/markers.ts';
import { LIMITS } from '../model/schema.ts';
import type { Seat } from '../model/snapshot.ts';
import { cleanName } from '../text/clean-text.ts';

/** Who sits down: `holder` is the participant's own lasting id, so that coming back finds the same seat. */
export interface Sitter {
  readonly holder: string;
  readonly name: string;
  /** The id of a seat that is theirs though another device holds it. */
  readonly claim?: string;
}

export interface SeatTaken {
  /** The seat taken, or null when all {@link LIMITS.seats} are. */
  readonly seat: string | null;
  readonly changes: Change[];
}

/**
 * Gives a participant a place: the seat they held, else one that bears their name and nobody holds (prepared beforehand),
 * else the first free one, else a new one. What they `claim` comes before all. Two people may take the same seat at the same moment: whoever then finds
 * another's `holder` in it calls this again.
 */
export function takeSeat(cloth: ClothDoc, sitter: Sitter): SeatTaken {
  const name = cleanName(sitter.name, LIMITS.name);
  const seats = [...readAll(cloth.seats, readSeat)].sort(byOrder);
  const empty = seats.filter((seat) => seat.holder === null);
  const held = seats.find((seat) => seat.id === sitter.claim) ?? seats.find((seat) => seat.holder === sitter.holder);
  const named = empty.find((seat) => seat.name !== '' && sameName(seat.name, name));
  const own = held ?? named ?? empty.find((seat) => seat.name === '');
  if (!own && seats.length >= LIMITS.seats) return { seat: null, changes: [] };
  const id = own?.id ?? nanoid();
  const changes = write(cloth, (writer) => {
    if (!own) writer.create('seats', id, newSeat(cloth, seats));
    // A name that stands there stays as it was prepared, or as its owner wrote it: not as it is typed in haste.
    const stands = own && (own === named || own.id === sitter.claim) && sameName(own.name, name);
    if (!stands) writer.set(['seats', id], 'name', name);
    writer.set(['seats', id], 'holder', sitter.holder);
  });
  return { seat: id, changes };
}

/**
 * Sets an empty seat to the table, or returns no change when it is full. With a name it waits for that person; without an
 * order it comes where it leaves all others their place.
 */
export function addSeat(cloth: ClothDoc, name = '', order?: number): Change[] {
  const seats = [...readAll(cloth.seats, readSeat)];
  if (seats.length >= LIMITS.seats) return [];
  return write(cloth, (writer) => {
    const seat = newSeat(cloth, seats);
    writer.create('seats', nanoid(), { ...seat, order: order ?? seat.order, name: cleanName(name, LIMITS.name) });
  });
}

export function renameSeat(cloth: ClothDoc, id: string, name: string): Change[] {
  return write(cloth, (writer) => writer.set(['seats', id], 'name', cleanName(name, LIMITS.name)));
}

/** Lets a seat be taken by others: nobody holds it any more. With `unnamed` it waits for nobody in particular. */
export function freeSeat(cloth: ClothDoc, id: string, { unnamed = false } = {}): Change[] {
  return write(cloth, (writer) => {
    writer.set(['seats', id], 'holder', undefined);
    if (unnamed) writer.set(['seats', id], 'name', '');
  });
}

/**
 * Makes two seats one: what was written at `from` belongs to `into`, and `from` is taken from the table. Who held `from`
 * holds `into` where nobody did.
 */
export function mergeSeats(cloth: ClothDoc, from: string, into: string): Change[] {
  const seats = new Map([...readAll(cloth.seats, readSeat)].map((seat) => [seat.id, seat]));
  const [gone, stays] = [seats.get(from), seats.get(into)];
  if (!gone || !stays || from === into) return [];
  const items = [...readAll(cloth.items, readItem)].filter(({ seat }) => seat === from);
  return write(cloth, (writer) => {
    for (const { id } of items) writer.set(['items', id], 'seat', into);
    if (stays.name === '') writer.set(['seats', into], 'name', gone.name);
    if (stays.holder === null && gone.holder !== null) writer.set(['seats', into], 'holder', gone.holder);
    writer.set(['seats', from], 'removed', true);
  });
}

/** Takes a seat from the table. What was written there stays on the cloth. */
export function removeSeat(cloth: ClothDoc, id: string): Change[] {
  return write(cloth, (writer) => writer.set(['seats', id], 'removed', true));
}

/** At the place that leaves all others theirs, with the first markers that nobody has. */
function newSeat(cloth: ClothDoc, seats: readonly Seat[]): { name: string; order: number; colour: string } {
  const taken = new Set(seats.map(({ colour }) => colour));
  const sets = Array.from({ length: LIMITS.seats }, (_, nth) => markerSet(nth)[0]);
  const colour = sets.find((main) => !taken.has(main)) ?? markerSet(seats.length)[0];
  return { name: '', order: orderOfNewSeat(readSnapshot(cloth)), colour };
}

/** Whether two names are one person's, however they were typed: capitals and accents do not matter. */
export function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;
}
