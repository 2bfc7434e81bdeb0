import type { FastifyRequest } from 'fastify';
import { type Role, writesWhenClosed } from '../../shared/model/protocol.ts';
import { type Sheet, sheetOf, sheetPath } from '../../shared/model/sheets.ts';
import type { ClothRecord } from '../storage/storage.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { Problem } from './problem.ts';

/** Whoever made a request: the cloth they asked for and what their key lets them do there. */
export interface Access {
  readonly record: ClothRecord;
  readonly role: Role;
  /** When the time of their key is over, ms since the epoch; absent when it has no end. */
  readonly expiresAt?: number | undefined;
}

/** What an id looks like; anything else needs no look in the store. */
const ID = /^[0-9A-Za-z]{1,64}$/;

/**
 * Checks the bearer key of a request for a sheet. One of another kind than `sheet` is not found there. Throws the problem
 * that fits: 401, 403 or 404.
 */
export function requireAccess(
  cloths: Cloths,
  request: FastifyRequest,
  id: string,
  roles: readonly Role[],
  sheet: Sheet = 'cloth',
): Promise<Access> {
  return requireKey(cloths, id, bearerKey(request), roles, [sheet]);
}

/** As {@link requireAccess}, by a key that came in whichever way. */
export async function requireKey(
  cloths: Cloths,
  id: string,
  key: string | undefined,
  roles: readonly Role[],
  sheets: readonly Sheet[],
): Promise<Access> {
  const record = ID.test(id) ? await cloths.find(id) : null;
  if (!record || !sheets.includes(sheetOf(record))) throw new Problem('unknown-cloth');
  if (!key) throw new Problem('key-missing', undefined, { 'www-authenticate': 'Bearer' });
  const access = await cloths.admit(record, key);
  if (!access) throw new Problem('key-wrong', undefined, { 'www-authenticate': 'Bearer error="invalid_token"' });
  if (!roles.includes(access.role)) throw new Problem('role-insufficient');
  return access;
}

/** Refuses who may not write at this moment: while a sheet is closed, all but those who lead it. */
export async function requireOpen(rooms: Rooms, { record, role }: Access): Promise<void> {
  const closed = await rooms.use(record.id, ({ session }) => session.current.closed);
  if (closed && !writesWhenClosed(role)) throw new Problem('closed');
}

/** Refuses who came in for a time: what they would hand out would stay. */
export function requireLasting({ expiresAt }: Access): void {
  if (expiresAt !== undefined) throw new Problem('role-insufficient', 'who came in by signing in hands out no links');
}

/** The key that comes with a request, if any. */
export function bearerKey(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** The address that opens a sheet with a key: on the public address if one is set, else where the request came in. */
export function sheetUrl(
  request: FastifyRequest,
  publicUrl: string | null,
  record: Pick<ClothRecord, 'id' | 'sheet'>,
  key: string,
): string {
  return `${publicUrl ?? `${request.protocol}://${request.host}`}${sheetPath(sheetOf(record), record.id, key)}`;
}
