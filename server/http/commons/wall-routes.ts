import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ROLES } from '../../../shared/model/protocol.ts';
import { HANGABLE, type Hangable, sheetOf } from '../../../shared/model/sheets.ts';
import { networkOf } from '../../core/network.ts';
import type { ClothRecord } from '../../storage/storage.ts';
import type { Workshop } from '../../sync/guard/workshop.ts';
import type { Cloths } from '../../sync/room/cloths.ts';
import type { Hanging } from '../../sync/room/hanging.ts';
import type { Rooms } from '../../sync/room/rooms.ts';
import type { Through } from '../../sync/room/through-room.ts';
import type { FullView } from '../../sync/room/views.ts';
import { bearerKey, requireAccess, requireKey, requireOpen } from '../access.ts';
import {
  type Api,
  accessOf,
  FACILITATOR,
  fileAnswer,
  keyed,
  NO_ACCESS,
  problems,
  sheetParams,
  takesKeyOf,
  WRITERS,
} from '../api.ts';
import { type Bodies, goneOf } from '../body.ts';
import { packedAnswer } from '../packed-answer.ts';
import type { PictureFiles } from '../picture-files.ts';
import { Problem } from '../problem.ts';
import { nothing, pictureQuerySchema } from '../schemas.ts';
import { answerTagged, isKnown, tagOf } from '../tagged.ts';
import { hangSchema, hungSchema, throughSchema, wallSchema } from './schemas.ts';
import type { Walls } from './shown.ts';

const params = sheetParams.extend({ sheet: z.string() });
type SheetParams = z.output<typeof params>;

/** The header with a key of the sheet itself, beside that of the room. */
const SHEET_KEY = 'x-sheet-key';
/** What hangs in a room is looked up again after this long, ms, however many pages ask. */
const LIST_MS = 1_000;

/** A sheet on the wall, as it is listed. */
type Listed = z.output<typeof wallSchema>[number];

/** Hanging sheets in a room, taking them down, what hangs there and what it shows. */
export function wallRoutes(
  app: Api,
  cloths: Cloths,
  rooms: Rooms,
  hanging: Hanging,
  walls: Walls,
  workshop: Workshop,
  bodies: Bodies,
  pictures: PictureFiles,
): void {
  const lists = new Map<string, { readonly list: Promise<readonly Listed[]>; readonly at: number }>();

  const list = (who: string, commons: ClothRecord): Promise<readonly Listed[]> => {
    const now = performance.now();
    const known = lists.get(commons.id);
    if (known && now - known.at < LIST_MS) return known.list;
    for (const [id, { at }] of lists) if (now - at >= LIST_MS) lists.delete(id);
    const fresh = listOf(who, commons, walls);
    lists.set(commons.id, { list: fresh, at: now });
    fresh.catch(() => {
      if (lists.get(commons.id)?.list === fresh) lists.delete(commons.id);
    });
    return fresh;
  };

  const wall = {
    summary: 'What hangs in a network room; with an ETag',
    response: { 200: wallSchema.describe('In the order in which they were hung'), ...problems(...NO_ACCESS) },
  };
  app.get('/api/commons/:id/sheets', keyed(cloths, 'commons', ROLES, wall), async (request, reply) => {
    const sheets = await list(networkOf(request.ip), accessOf(request).record);
    const json = JSON.stringify(sheets);
    const tag = tagOf(json);
    if (isKnown(request, tag)) return answerTagged(request, reply, tag, () => undefined);
    const packed = await packedAnswer(request, reply, new TextEncoder().encode(json));
    return answerTagged(request, reply, tag, () => packed);
  });

  const at = '/api/commons/:id/sheets/:sheet';

  const through = {
    summary: 'What a key of the room may do with a sheet that hangs there',
    params,
    response: { 200: throughSchema.describe('How it hangs'), ...problems(...NO_ACCESS) },
  };
  app.get(at, keyed(cloths, 'commons', ROLES, through), async (request) => {
    const { sheet, hang, role } = await throughRoom(request, request.params);
    const kind = hangableOf(sheet);
    return { id: sheet.id, kind, epoch: sheet.epoch, role, grant: hang.grant, names: hang.names };
  });

  const hang = {
    summary: "Hang a sheet in a network room, with the sheet's facilitator key in X-Sheet-Key",
    params,
    body: hangSchema,
    response: { 200: hungSchema.describe('How it hangs'), ...problems(400, ...NO_ACCESS, 409) },
  };
  app.put(at, keyed(cloths, 'commons', WRITERS, hang), async (request) => {
    const { params, body } = request;
    const { grant, names } = body;
    // It gets a place on the wall, which is written in the room's document.
    await requireOpen(rooms, accessOf(request));
    const { record } = await requireKey(cloths, params.sheet, sheetKey(request), ['facilitator'], HANGABLE);
    if (record.parent !== undefined) throw new Problem('individual', 'an individual sheet never hangs in a room');
    const hung = await hanging.hang(record.id, { commons: accessOf(request).record.id, grant, names });
    if (!hung) throw new Problem('unknown-cloth');
    lists.delete(params.id);
    return { id: record.id, kind: hangableOf(record), grant, names };
  });

  const takeDown = {
    summary:
      'Take a sheet down; who leads the sheet itself may do so as well. Whoever looks at it by the room is cut off',
    ...takesKeyOf(FACILITATOR),
    params,
    response: { 204: nothing.describe('Taken down'), ...problems(...NO_ACCESS) },
  };
  app.delete(at, { schema: takeDown }, async (request, reply) => {
    const { id, sheet } = request.params;
    if (!(await leadsSheet(cloths, request, sheet))) {
      await requireAccess(cloths, request, id, ['facilitator'], 'commons');
    }
    await hanging.takeDown(sheet, id);
    lists.delete(id);
    return reply.status(204).send();
  });

  const projection = {
    summary: 'What is shown of a sheet to who looks at it from the room; with an ETag',
    params,
    response: {
      200: z.unknown().describe('As a tablecloth file, without what is not shown'),
      ...problems(...NO_ACCESS),
    },
  };
  app.get(`${at}/projection`, keyed(cloths, 'commons', ROLES, projection), async (request, reply) => {
    const { json, version } = await viewOf(request, request.params);
    if (isKnown(request, version)) return answerTagged(request, reply, version, () => undefined);
    const file = await workshop.file(networkOf(request.ip), json, goneOf(reply));
    bodies.answer(request, reply, file.length, request.params.sheet);
    const packed = await packedAnswer(request, reply, file);
    return answerTagged(request, reply, version, () => packed);
  });

  const picture = {
    summary: 'The same as a PNG; with an ETag',
    params,
    querystring: pictureQuerySchema,
    response: { 200: fileAnswer('As wide as was asked', 'image/png'), ...problems(400, ...NO_ACCESS) },
  };
  app.get(`${at}/picture`, keyed(cloths, 'commons', ROLES, picture), async (request, reply) => {
    const { width } = request.query;
    const { json, version } = await viewOf(request, request.params);
    return pictures.sendShown(request, reply, { id: request.params.sheet, json, version, width });
  });

  /** What a key of the room lets one do with a sheet that hangs there. */
  const throughRoom = async (
    request: FastifyRequest,
    { id, sheet }: SheetParams,
  ): Promise<Through & { readonly sheet: ClothRecord }> => {
    const access = await hanging.access(sheet, id, bearerKey(request) ?? '');
    if (access === 'wrong-key') throw new Problem('key-wrong');
    if (access === 'not-here') throw new Problem('not-hung');
    return access;
  };

  const viewOf = async (request: FastifyRequest, params: SheetParams): Promise<FullView> => {
    const { sheet, hang } = await throughRoom(request, params);
    return walls.full(networkOf(request.ip), sheet, hang);
  };
}

async function listOf(who: string, commons: ClothRecord, walls: Walls): Promise<readonly Listed[]> {
  const room = await walls.room(who, commons.id);
  const places = new Map(room.wall.map((place) => [place.id, place]));
  const shown = await walls.shownIn(who, commons, room);
  const hung = new Set(shown.map(({ record }) => record.id));
  return shown.map(({ record, hang: { grant, names }, view: { onWall, ...view } }) => {
    const { id } = record;
    const { under = '', earlier = false } = places.get(id) ?? {};
    return {
      id,
      kind: hangableOf(record),
      grant,
      names,
      under,
      ...view,
      ...onWall,
      earlier: earlier || onWall.roundedOff !== '',
      leadsTo: onWall.leadsTo.filter((other) => other !== id && hung.has(other)),
    };
  });
}

/** What a sheet that hangs is; a room never does. */
function hangableOf(record: ClothRecord): Hangable {
  const kind = sheetOf(record);
  if (kind === 'commons') throw new Problem('not-of-a-room');
  return kind;
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
