import type { FastifyInstance } from 'fastify';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { LIMITS } from '../../shared/model/schema.ts';
import { HANGABLE, type Hangable, SHEET_ADDRESSES } from '../../shared/model/sheets.ts';
import type { Config } from '../core/config.ts';
import { TokenBuckets } from '../core/token-bucket.ts';
import type { Cloths, OwnPlace } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { requireAccess, sheetUrl } from './access.ts';
import type { ClothFiles } from './cloth-file.ts';
import { Problem } from './problem.ts';
import { newIndividualSchema, parse } from './schemas.ts';

interface JointParams {
  readonly Params: { readonly id: string };
}

interface IndividualParams {
  readonly Params: { readonly id: string; readonly individual: string };
}

/** Individual cloths that one joint one may bring forth: a full table twice at once, and then one in a minute. */
const MADE_AT_ONCE = 2 * LIMITS.seats;
const MADE_PER_SECOND = 1 / 60;

/** First alone, then together: a cloth of one's own for each seat of a joint one, to be laid together there. */
export function individualRoutes(
  app: FastifyInstance,
  cloths: Cloths,
  rooms: Rooms,
  files: ClothFiles,
  config: Config,
): void {
  const made = new TokenBuckets(MADE_AT_ONCE, MADE_PER_SECOND);

  for (const sheet of HANGABLE) {
    const at = `/api/${SHEET_ADDRESSES[sheet].api}/:id/individuals`;

    app.post<JointParams>(at, async (request, reply) => {
      const access = await requireAccess(cloths, request, request.params.id, ['facilitator', 'participant'], sheet);
      const { record: joint, role } = access;
      const { seat, locale, device = null } = parse(newIndividualSchema, request.body);
      if (joint.parent !== undefined) throw new Problem('individual');
      const place = await rooms.use(joint.id, (room) => placeOf(room.doc, sheet, seat, locale));
      if (!place) throw new Problem('unknown-seat');
      const asker = { leads: role === 'facilitator', device };
      const own = await cloths.individual(joint.id, place, asker, () => made.take(joint.id, performance.now()));
      if (!own) throw new Problem('too-many-requests', 'too many individual tablecloths', { 'retry-after': '60' });
      const { id, epoch } = own.record;
      const url = sheetUrl(request, config.publicUrl, own.record, own.key);
      return reply
        .status(201)
        .header('location', `/api/${SHEET_ADDRESSES[sheet].api}/${id}`)
        .send({ id, epoch, seat, keys: { participant: own.key }, urls: { participant: url } });
    });

    app.get<JointParams>(at, async (request) => {
      const { record } = await requireAccess(cloths, request, request.params.id, ['facilitator'], sheet);
      const individuals = await cloths.individuals(record.id);
      return individuals.map(({ id, seat, createdAt }) => ({ id, seat, createdAt }));
    });

    app.get<IndividualParams>(`${at}/:individual/export`, async (request, reply) => {
      const { record } = await requireAccess(cloths, request, request.params.id, ['facilitator'], sheet);
      const own = (await cloths.individuals(record.id)).find(({ id }) => id === request.params.individual);
      if (!own) throw new Problem('unknown-cloth');
      return files.send(request, reply, own.id);
    });
  }
}

/** What the individual cloth of a seat begins with; null when nobody can sit there. */
function placeOf(
  doc: Parameters<typeof openCloth>[0],
  sheet: Hangable,
  seat: string,
  locale: string | undefined,
): OwnPlace | null {
  const { initiative, meta, seats } = readSnapshot(openCloth(doc));
  const owner = seats.find(({ id }) => id === seat);
  if (!owner) return null;
  return {
    sheet,
    seat,
    title: initiative || meta.title,
    kind: meta.kind,
    language: locale ?? meta.language ?? null,
    owner,
  };
}
