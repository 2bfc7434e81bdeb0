import { ROLES } from '../../../shared/model/protocol.ts';
import { chooseLanguage } from '../../../shared/text/language.ts';
import { TokenBuckets } from '../../core/token-bucket.ts';
import type { Cloths } from '../../sync/room/cloths.ts';
import type { Hanging } from '../../sync/room/hanging.ts';
import type { Rooms } from '../../sync/room/rooms.ts';
import type { Views } from '../../sync/room/views.ts';
import { type Api, accessOf, keyed, NO_ACCESS, problems } from '../api.ts';
import { Problem } from '../problem.ts';
import { knowsQuerySchema, knowsSchema } from '../schemas.ts';
import { Knows } from './knows.ts';
import { commonsOf, shownIn } from './shown.ts';

/** Rooms of which what is known stays in memory; the one asked longest ago goes first. */
const MOST_ROOMS = 50;
/** Questions of one room: a class at once, and then steadily. */
const ASKED_AT_ONCE = 120;
const ASKED_PER_SECOND = 10;

/** Who knows what: asked in words, looked round from a node, or what recurs. Computed from what is shown, kept nowhere. */
export function knowsRoutes(app: Api, cloths: Cloths, rooms: Rooms, hanging: Hanging, views: Views): void {
  const known = new Map<string, Knows>();
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
    const room = await commonsOf(rooms, record.id);
    const shown = await shownIn(record, room, hanging, views);
    const knows = known.get(record.id) ?? new Knows();
    known.delete(record.id);
    known.set(record.id, knows);
    const [oldest] = known.keys();
    if (known.size > MOST_ROOMS && oldest !== undefined) known.delete(oldest);
    await knows.update(
      shown.map(({ record: { id }, title, view }) => ({ id, title, view })),
      room.sameNames,
    );
    const language = chooseLanguage([locale ?? '', room.language ?? '']);
    const answers = q === undefined ? [] : knows.ask(q, language);
    return {
      answers,
      ...(node !== undefined && { around: knows.around(node, language) }),
      ...(q === undefined && node === undefined && knows.overview(room.sameNames)),
    };
  });
}
