import type { FastifyReply, FastifyRequest } from 'fastify';
import { beginTheme } from '../../shared/commands/begin-theme.ts';
import type { ClothDoc } from '../../shared/document/cloth-doc.ts';
import type { KnownCloth } from '../../shared/method/known-cloth.ts';
import { ROLES } from '../../shared/model/protocol.ts';
import { SHEET_ADDRESSES, sheetOf } from '../../shared/model/sheets.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import type { Config } from '../core/config.ts';
import { networkOf } from '../core/network.ts';
import { TokenBucket, TokenBuckets } from '../core/token-bucket.ts';
import { WorkGivenUp } from '../core/worker-pool.ts';
import type { Workshop } from '../sync/guard/workshop.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import type { CreatedCloth } from '../sync/room/new-sheet.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { requireAccess, sheetUrl } from './access.ts';
import { type Api, problems } from './api.ts';
import { busy, goneOf } from './body.ts';
import { Problem } from './problem.ts';
import { createdClothSchema, newClothSchema, newCommonsSchema, newThemeSchema } from './schemas.ts';

/** Empty seats of a new theme sheet. */
const THEME_SEATS = 6;

const made = createdClothSchema.describe('Made');

/** Making sheets of every kind: anybody may, so many at a time. */
export function makingRoutes(app: Api, cloths: Cloths, rooms: Rooms, workshop: Workshop, config: Config): void {
  const { clothsPerMinute, clothsPerMinutePerAddress } = config.limits;
  const newCloths = new TokenBucket(clothsPerMinute, clothsPerMinute / 60, performance.now());
  const newClothsFrom = new TokenBuckets(clothsPerMinutePerAddress, clothsPerMinutePerAddress / 60);

  /** A key and an address for each role, to who made it. */
  const answerMade = (request: FastifyRequest, reply: FastifyReply, { record, keys }: CreatedCloth): FastifyReply => {
    const { id, epoch } = record;
    const url = (key: string): string => sheetUrl(request, config.publicUrl, record, key);
    const urls = { facilitator: url(keys.facilitator), participant: url(keys.participant), viewer: url(keys.viewer) };
    const { api } = SHEET_ADDRESSES[sheetOf(record)];
    return reply.status(201).header('location', `/api/${api}/${id}`).send({ id, epoch, keys, urls });
  };
  const requireFewNew = (request: FastifyRequest): void => {
    const now = performance.now();
    if (!newClothsFrom.take(networkOf(request.ip), now) || !newCloths.take(1, now)) {
      throw new Problem('too-many-requests', 'too many new tablecloths', { 'retry-after': '10' });
    }
  };

  const newCloth = {
    summary: 'Make a tablecloth',
    body: newClothSchema.prefault({}),
    response: { 201: made, ...problems(400, 429, 503) },
  };
  app.post('/api/cloths', { schema: newCloth }, async (request, reply) => {
    const { title, kind, seats, locale } = request.body;
    requireFewNew(request);
    const made = await cloths.create({ sheet: 'cloth', title, kind, seats, language: locale ?? null });
    return answerMade(request, reply, made);
  });

  const newTheme = {
    summary: 'Make a theme sheet; of a tablecloth, with a key of it',
    body: newThemeSchema.prefault({}),
    response: { 201: made, ...problems(400, 401, 403, 404, 409, 429, 503) },
  };
  app.post('/api/themes', { schema: newTheme }, async (request, reply) => {
    const { title, locale, cloth } = request.body;
    // What it begins with is read by the key that comes along, and by what that may see.
    const known = cloth === undefined ? null : await knownOf(request, reply, cloth);
    requireFewNew(request);
    const name = title ?? known?.name ?? '';
    const language = locale ?? known?.language ?? null;
    const begin = known && ((theme: ClothDoc) => beginTheme(theme, known, fontMeasure, Date.now()));
    const made = await cloths.create({
      sheet: 'theme',
      title: name,
      kind: 'theme',
      seats: THEME_SEATS,
      language,
      begin: begin ?? undefined,
    });
    return answerMade(request, reply, made);
  });

  const newCommons = {
    summary: 'Make a network room',
    body: newCommonsSchema,
    response: { 201: made, ...problems(400, 429, 503) },
  };
  app.post('/api/commons', { schema: newCommons }, async (request, reply) => {
    const { name, locale } = request.body;
    requireFewNew(request);
    return answerMade(request, reply, await cloths.createCommons({ name, language: locale ?? null }));
  });

  /** What the cloth knows that a theme begins with. */
  const knownOf = async (request: FastifyRequest, reply: FastifyReply, id: string): Promise<KnownCloth> => {
    const { record, role } = await requireAccess(cloths, request, id, ROLES);
    return rooms.withEncoded(record.id, (updates, { session }) => {
      if (session.current.hidden && role !== 'facilitator') throw new Problem('words-hidden');
      return workshop.known(networkOf(request.ip), updates, record.id, goneOf(reply)).catch((error: unknown) => {
        throw error instanceof WorkGivenUp ? busy() : error;
      });
    });
  };
}
