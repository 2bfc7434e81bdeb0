import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clothFileOf } from '../../../shared/formats/cloth-file.ts';
import { ROLES } from '../../../shared/model/protocol.ts';
import { HANGABLE, sheetOf } from '../../../shared/model/sheets.ts';
import type { ClothRecord } from '../../storage/storage.ts';
import type { Cloths } from '../../sync/room/cloths.ts';
import type { Hanging } from '../../sync/room/hanging.ts';
import type { Rooms } from '../../sync/room/rooms.ts';
import type { Through } from '../../sync/room/through-room.ts';
import type { View, Views } from '../../sync/room/views.ts';
import { bearerKey, requireAccess, requireKey } from '../access.ts';
import type { PictureFiles } from '../picture-files.ts';
import { Problem } from '../problem.ts';
import { hangSchema, parse, pictureQuerySchema } from '../schemas.ts';
import { answerTagged, tagOf } from '../tagged.ts';
import { commonsOf, shownIn } from './shown.ts';

interface WallParams {
  readonly Params: { readonly id: string };
}

interface SheetParams {
  readonly Params: { readonly id: string; readonly sheet: string };
}

/** The header with a key of the sheet itself, beside that of the room. */
const SHEET_KEY = 'x-sheet-key';
/** What hangs in a room is looked up again after this long, ms, however many pages ask. */
const LIST_MS = 1_000;

/** A sheet on the wall, as it is listed. */
interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly grant: string;
  readonly names: string;
  readonly changedAt: number;
  readonly under: string;
  readonly earlier: boolean;
  readonly version: string;
}

/** Hanging sheets in a room, taking them down, what hangs there and what it shows. */
export function wallRoutes(
  app: FastifyInstance,
  cloths: Cloths,
  rooms: Rooms,
  hanging: Hanging,
  views: Views,
  pictures: PictureFiles,
): void {
  const lists = new Map<string, { readonly list: Promise<readonly Listed[]>; readonly at: number }>();

  const list = (commons: ClothRecord): Promise<readonly Listed[]> => {
    const now = performance.now();
    const known = lists.get(commons.id);
    if (known && now - known.at < LIST_MS) return known.list;
    for (const [id, { at }] of lists) if (now - at >= LIST_MS) lists.delete(id);
    const fresh = listOf(commons, rooms, hanging, views);
    lists.set(commons.id, { list: fresh, at: now });
    fresh.catch(() => lists.delete(commons.id));
    return fresh;
  };

  app.get<WallParams>('/api/commons/:id/sheets', async (request, reply) => {
    const { record } = await requireAccess(cloths, request, request.params.id, ROLES, 'commons');
    const sheets = await list(record);
    return answerTagged(request, reply, tagOf(JSON.stringify(sheets)), () => sheets);
  });

  app.get<SheetParams>('/api/commons/:id/sheets/:sheet', async (request) => {
    const { sheet, hang, role } = await accessOf(request);
    return { id: sheet.id, kind: sheetOf(sheet), epoch: sheet.epoch, role, grant: hang.grant, names: hang.names };
  });

  app.put<SheetParams>('/api/commons/:id/sheets/:sheet', async (request) => {
    const { params } = request;
    const access = await requireAccess(cloths, request, params.id, ['facilitator', 'participant'], 'commons');
    const { grant, names } = parse(hangSchema, request.body);
    const { record } = await requireKey(cloths, params.sheet, sheetKey(request), ['facilitator'], HANGABLE);
    if (record.parent !== undefined) throw new Problem('individual', 'an individual sheet never hangs in a room');
    const hung = await hanging.hang(record.id, { commons: access.record.id, grant, names });
    if (!hung) throw new Problem('unknown-cloth');
    lists.delete(params.id);
    return { id: record.id, kind: sheetOf(record), grant, names };
  });

  app.delete<SheetParams>('/api/commons/:id/sheets/:sheet', async (request, reply) => {
    const { id, sheet } = request.params;
    if (!(await leadsSheet(cloths, request, sheet))) {
      await requireAccess(cloths, request, id, ['facilitator'], 'commons');
    }
    await hanging.takeDown(sheet, id);
    lists.delete(id);
    return reply.status(204).send();
  });

  app.get<SheetParams>('/api/commons/:id/sheets/:sheet/projection', async (request, reply) => {
    const view = await viewOf(request);
    return answerTagged(request, reply, view.version, () => projectionOf(view));
  });

  app.get<SheetParams>('/api/commons/:id/sheets/:sheet/picture', async (request, reply) => {
    const { width } = parse(pictureQuerySchema, request.query);
    const { snapshot, version } = await viewOf(request);
    return pictures.sendShown(request, reply, { id: request.params.sheet, snapshot, version, width });
  });

  /** What a request's key lets one do with the sheet it asks for. */
  const accessOf = async (request: FastifyRequest<SheetParams>): Promise<Through & { readonly sheet: ClothRecord }> => {
    const { id, sheet } = request.params;
    await requireAccess(cloths, request, id, ROLES, 'commons');
    const access = await hanging.access(sheet, id, bearerKey(request) ?? '');
    if (access === 'wrong-key') throw new Problem('key-wrong');
    if (access === 'not-here') throw new Problem('not-hung');
    return access;
  };

  const viewOf = async (request: FastifyRequest<SheetParams>): Promise<View> => {
    const { sheet, hang } = await accessOf(request);
    return views.of(sheet, hang, await leftOutOf(rooms, request.params.id));
  };
}

async function listOf(commons: ClothRecord, rooms: Rooms, hanging: Hanging, views: Views): Promise<readonly Listed[]> {
  const room = await commonsOf(rooms, commons.id);
  const places = new Map(room.wall.map((place) => [place.id, place]));
  const shown = await shownIn(commons, room, hanging, views);
  return shown.map(({ record, hang: { grant, names }, view: { version, changedAt }, title }) => {
    const { under = '', earlier = false } = places.get(record.id) ?? {};
    return { id: record.id, kind: sheetOf(record), title, grant, names, changedAt, under, earlier, version };
  });
}

async function leftOutOf(rooms: Rooms, id: string): Promise<readonly string[]> {
  return (await commonsOf(rooms, id)).leftOut.map((left) => left.id);
}

/** What *look* gives: a cloth file of what is shown, and the moments' names. */
function projectionOf({ snapshot }: View): unknown {
  const moments = snapshot.moments.map(({ id, name, createdAt }) => ({ id, name, createdAt }));
  return { ...clothFileOf(snapshot), momentNames: moments };
}

/** Whether the sheet's own facilitator asks, by either header. */
async function leadsSheet(cloths: Cloths, request: FastifyRequest, sheet: string): Promise<boolean> {
  for (const key of [headerKey(request), bearerKey(request)]) {
    if (key === undefined) continue;
    const access = await requireKey(cloths, sheet, key, ROLES, HANGABLE).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    if (access?.role === 'facilitator') return true;
  }
  return false;
}

function headerKey(request: FastifyRequest): string | undefined {
  const key = request.headers[SHEET_KEY];
  return typeof key === 'string' && key !== '' ? key : undefined;
}

function sheetKey(request: FastifyRequest): string {
  const key = headerKey(request);
  if (key === undefined) throw new Problem('key-missing', `a key of the sheet itself is needed in ${SHEET_KEY}`);
  return key;
}
