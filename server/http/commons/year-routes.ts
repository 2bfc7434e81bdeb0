import { create } from 'content-disposition';
import { downloadName } from '../../../shared/formats/file-name.ts';
import { PICTURES } from '../../../shared/formats/pictures/pictures.ts';
import { yearTitle } from '../../../shared/formats/pictures/year.ts';
import { yearLineOf } from '../../../shared/method/year-line.ts';
import { ROLES } from '../../../shared/model/protocol.ts';
import { WHOLE } from '../../../shared/scene/page-choice.ts';
import { networkOf } from '../../core/network.ts';
import { type PictureShop, yearText } from '../../export/picture-shop.ts';
import type { Cloths } from '../../sync/room/cloths.ts';
import { type Api, accessOf, fileAnswer, keyed, NO_ACCESS, problems } from '../api.ts';
import { type Bodies, goneOf } from '../body.ts';
import { answerTagged, isKnown, tagOf } from '../tagged.ts';
import { explainTaken } from '../taken-files.ts';
import { yearQuerySchema } from './schemas.ts';
import type { Walls } from './shown.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A year of a room as a page to take home, of what the room shows to everyone in it. */
export function yearRoutes(app: Api, cloths: Cloths, walls: Walls, shop: PictureShop, bodies: Bodies): void {
  const types = Object.values(PICTURES).map(({ mediaType }) => mediaType);
  const takeHome = {
    summary: 'The year line of a network room as a page; with an ETag',
    querystring: yearQuerySchema,
    response: { 200: fileAnswer('The page', ...new Set(types)), ...problems(400, ...NO_ACCESS) },
  };
  app.get('/api/commons/:id/export', keyed(cloths, 'commons', ROLES, takeHome), async (request, reply) => {
    const { record } = accessOf(request);
    const { format, year, width, locale, ...page } = request.query;
    const who = networkOf(request.ip);
    // Of a day: what is asked for twice is the same twice.
    const now = Math.floor(Date.now() / DAY_MS) * DAY_MS;
    const choice = { language: locale, now, part: WHOLE, page };
    const room = await walls.room(who, record.id);
    const shown = await walls.shownIn(who, record, room);
    const sheets = shown.map(({ record: { id }, view }) => ({ id, title: view.title, ...view.onWall }));
    const line = yearLineOf(room, sheets, year ?? null, now);
    const json = yearText(line);
    const version = tagOf(`${record.id} ${tagOf(json)} ${JSON.stringify([format, width, choice])}`);
    if (isKnown(request, version)) return answerTagged(request, reply, version, () => undefined);
    bodies.answer(request, reply, json.length, record.id);
    const task = { json, of: 'year', form: format, choice, width } as const;
    const made = await shop.make(who, version, task, goneOf(reply)).catch(explainTaken);
    bodies.answer(request, reply, made.length, record.id);
    const { kind, extension, mediaType } = PICTURES[format];
    const name = downloadName(yearTitle(line, choice), kind[locale], extension, new Date(now));
    reply.type(mediaType).header('content-disposition', create(name));
    return answerTagged(request, reply, version, () => Buffer.from(made.buffer, made.byteOffset, made.length));
  });
}
