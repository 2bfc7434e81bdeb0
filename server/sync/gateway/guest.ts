import { CLOSE, FULL, type Role } from '../../../shared/model/protocol.ts';
import type { StoredKey } from '../../core/keys.ts';
import type { Cloths } from '../room/cloths.ts';
import type { Hanging } from '../room/hanging.ts';
import type { Member } from '../room/member.ts';
import type { Projections } from '../room/projections.ts';
import type { Room } from '../room/room.ts';
import type { Rooms } from '../room/rooms.ts';
import { throughRoom } from '../room/through-room.ts';

/** Reasons for closing have 123 bytes at most; the log has the whole of them. */
const WRONG_KEY = 'this key does not open the tablecloth';
const NOT_HERE = 'this does not hang in that room';

/** Why a connection is refused, as the page will see it. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** Whoever may come in. */
export interface Guest {
  readonly room: Room;
  readonly role: Role;
  /** As their key is stored. */
  readonly keyHash: string;
  /** When the time of that key is over, ms since the epoch; absent when it has no end. */
  readonly expiresAt?: number | undefined;
  readonly through: Member['through'];
  /** Other rooms that may end their stay, or that what they see is made of. */
  readonly along: readonly Room[];
  /** The resume token that stands for the updates of which they have all. */
  readonly since: string | null;
}

export interface Admitting {
  readonly cloths: Cloths;
  readonly hanging: Hanging;
  readonly rooms: Rooms;
  readonly projections: Projections;
  /** Whether the server has no seat left: asked before anything is loaded. */
  readonly isFull: () => boolean;
}

/** Finds out what a key opens of a sheet, and opens it. Throws a {@link Refusal}. Join the room before anything is awaited. */
export async function admit(parts: Admitting, id: string, query: URLSearchParams): Promise<Guest> {
  const via = query.get('via');
  return via === null ? admitByKey(parts, id, query) : admitThrough(parts, id, via, query);
}

async function admitByKey({ cloths, rooms, isFull }: Admitting, id: string, query: URLSearchParams): Promise<Guest> {
  const found = await cloths.find(id);
  if (!found) throw new Refusal(CLOSE.unknownCloth, 'there is no such tablecloth');
  const key = query.get('key') ?? '';
  const access = await cloths.admit(found, key);
  if (!access) throw new Refusal(CLOSE.unauthorised, WRONG_KEY);
  requireEpoch(query, access.record.epoch);
  if (isFull()) throw new Refusal(CLOSE.tryLater, FULL.server);
  const room = await rooms.open(id);
  // The link may have been replaced while the cloth was loading.
  const stored = cloths.keyOf(room.record, key);
  if (!stored) throw new Refusal(CLOSE.unauthorised, WRONG_KEY);
  return { room, ...held(stored), role: stored.role, through: null, along: [], since: query.get('since') };
}

/** By a key of a room in which the sheet hangs. */
async function admitThrough(
  { cloths, hanging, rooms, projections, isFull }: Admitting,
  id: string,
  via: string,
  query: URLSearchParams,
): Promise<Guest> {
  const key = query.get('key') ?? '';
  const access = await hanging.access(id, via, key);
  // Whoever has no key of the room learns nothing of what hangs there.
  if (access === 'wrong-key') throw new Refusal(CLOSE.unauthorised, WRONG_KEY);
  if (access === 'not-here') throw new Refusal(CLOSE.unauthorised, NOT_HERE);
  if (access.role === 'participant') requireEpoch(query, access.sheet.epoch);
  if (isFull()) throw new Refusal(CLOSE.tryLater, FULL.server);
  const [sheet, commons] = await Promise.all([rooms.open(id), rooms.open(via)]);
  // Taken down, or the link replaced, while they were loading.
  const stored = cloths.keyOf(commons.record, key);
  const now = stored && throughRoom(sheet.record, commons.record, stored.role);
  if (!stored || !now) throw new Refusal(CLOSE.unauthorised, stored ? NOT_HERE : WRONG_KEY);
  const guest = { ...held(stored), role: now.role, through: now.hang, since: query.get('since') };
  if (now.role === 'participant') return { ...guest, room: sheet, along: [commons] };
  return { ...guest, room: projections.open(sheet, commons, now.hang), along: [sheet, commons] };
}

function held({ hash, expiresAt }: StoredKey): Pick<Guest, 'keyHash' | 'expiresAt'> {
  return { keyHash: hash, expiresAt };
}

function requireEpoch(query: URLSearchParams, epoch: string): void {
  const known = query.get('epoch');
  if (known !== null && known !== epoch) {
    throw new Refusal(CLOSE.closedForGood, 'this is another tablecloth than the one you had');
  }
}
