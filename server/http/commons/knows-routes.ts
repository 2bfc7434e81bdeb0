import { ROLES } from '../../../shared/model/protocol.ts';
import { chooseLanguage } from '../../../shared/text/language.ts';
import { networkOf } from '../../core/network.ts';
import { TokenBuckets } from '../../core/token-bucket.ts';
import type { Cloths } from '../../sync/room/cloths.ts';
import { type Api, accessOf, keyed, NO_ACCESS, problems } from '../api.ts';
import { Problem } from '../problem.ts';
import type { KnowsDesk } from './knows-desk.ts';
import { knowsQuerySchema, knowsSchema } from './schemas.ts';
import type { Walls } from './shown.ts';

/** Questions of one room: a class at once, and then steadily. */
const ASKED_AT_ONCE = 120;
const ASKED_PER_SECOND = 10;

/** Who knows what: asked in words, looked round from a node, or what recurs. Computed from what is shown, kept nowhere. */
export function knowsRoutes(app: Api, cloths: Cloths, walls: Walls, desk: KnowsDesk): void {
  const questions = new TokenBuckets(ASKED_AT_ONCE, ASKED_PER_SECOND);

  const question = {
    summary: 'Who knows what: answers to a question; with `node` what stands round it, with neither what recurs',
    querystring: knowsQuerySchema,
    response: { 200: knowsSchema.describe('The best first'), ...problems(400, ...NO_ACCESS, 429) },
  };
  app.get('/api/commons/:id/knows', keyed(cloths, 'commons', ROLES, question), async (request) => {
    const { record } = accessOf(request);
    const { q, node, locale } = request.query;
    if (!questions.take(record.id, performance.now())) {
      throw new Problem('too-many-requests', 'too many questions in this room at once', { 'retry-after': '5' });
    }
    const who = networkOf(request.ip);
    const room = await walls.room(who, record.id);
    const shown = await walls.shownIn(who, record, room);
    const hung = new Map(shown.map((sheet) => [sheet.record.id, sheet]));
    const sheets = shown.map(({ record: { id }, view: { title, version } }) => ({ id, title, version }));
    const language = chooseLanguage([locale ?? '', room.language ?? '']);
    const question = { q: q ?? null, node: node ?? null, language };
    return desk.ask(who, record.id, sheets, room.sameNames, question, async ({ id }) => {
      const sheet = hung.get(id);
      return sheet ? walls.contents(who, sheet) : null;
    });
  });
}
