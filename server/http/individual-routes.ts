import { z } from 'zod';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readMeta, readSeat } from '../../shared/document/read.ts';
import { LIMITS } from '../../shared/model/schema.ts';
import { HANGABLE, type Hangable, SHEET_ADDRESSES } from '../../shared/model/sheets.ts';
import type { Config } from '../core/config.ts';
import { TokenBuckets } from '../core/token-bucket.ts';
import type { Cloths, OwnPlace } from '../sync/room/cloths.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import { sheetUrl } from './access.ts';
import {
  type Api,
  accessOf,
  FACILITATOR,
  fileAnswer,
  keyed,
  NO_ACCESS,
  problems,
  SHEET_WORDS,
  sheetParams,
  WRITERS,
} from './api.ts';
import { Problem } from './problem.ts';
import { individualSchema, individualsSchema, newIndividualSchema } from './schemas.ts';
import type { TakenFiles } from './taken-files.ts';

/** Individual cloths that one joint one may bring forth: a full table twice at once, and then one in a minute. */
const MADE_AT_ONCE = 2 * LIMITS.seats;
const MADE_PER_SECOND = 1 / 60;

/** First alone, then together: a cloth of one's own for each seat of a joint one, to be laid together there. */
export function individualRoutes(app: Api, cloths: Cloths, rooms: Rooms, taken: TakenFiles, config: Config): void {
  const made = new TokenBuckets(MADE_AT_ONCE, MADE_PER_SECOND);

  for (const sheet of HANGABLE) {
    const at = `/api/${SHEET_ADDRESSES[sheet].api}/:id/individuals`;
    const name = SHEET_WORDS[sheet];

    const make = {
      summary: `The individual ${name} of a seat, with one more participant's key for it; made when there is none yet, refused when it is another device's`,
      body: newIndividualSchema,
      response: { 201: individualSchema.describe('Its key'), ...problems(400, ...NO_ACCESS, 409, 429) },
    };
    app.post(at, keyed(cloths, sheet, WRITERS, make), async (request, reply) => {
      const { record: joint, role } = accessOf(request);
      const { seat, locale, device = null } = request.body;
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

    const list = {
      summary: `The individual ${name}s made from a joint one`,
      response: { 200: individualsSchema.describe('The oldest first'), ...problems(...NO_ACCESS) },
    };
    app.get(at, keyed(cloths, sheet, FACILITATOR, list), async (request) => {
      const { record } = accessOf(request);
      const individuals = await cloths.individuals(record.id);
      return individuals.flatMap(({ id, seat, createdAt }) => (seat === undefined ? [] : [{ id, seat, createdAt }]));
    });

    const take = {
      summary: `Take an individual ${name} to lay it on the joint one`,
      params: sheetParams.extend({ individual: z.string() }),
      response: { 200: fileAnswer('The file', 'application/json'), ...problems(...NO_ACCESS) },
    };
    app.get(`${at}/:individual/export`, keyed(cloths, sheet, FACILITATOR, take), async (request, reply) => {
      const { record } = accessOf(request);
      const own = (await cloths.individuals(record.id)).find(({ id }) => id === request.params.individual);
      if (!own) throw new Problem('unknown-cloth');
      return taken.send(request, reply, own.id, { format: 'json' });
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
  const cloth = openCloth(doc);
  const owner = readSeat(seat, cloth.seats.get(seat));
  if (!owner) return null;
  const meta = readMeta(cloth);
  return {
    sheet,
    seat,
    title: cloth.initiative.toString() || meta.title,
    kind: meta.kind,
    language: locale ?? meta.language ?? null,
    owner,
  };
}
