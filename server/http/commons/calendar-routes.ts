import ical from 'ical-generator';
import { yearWords } from '../../../shared/formats/pictures/year-words.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { sheetOf } from '../../../shared/model/sheets.ts';
import { chooseLanguage } from '../../../shared/text/language.ts';
import type { Config } from '../../core/config.ts';
import { hashOf, mintKey } from '../../core/keys.ts';
import { networkOf } from '../../core/network.ts';
import type { Cloths } from '../../sync/room/cloths.ts';
import { requireLasting } from '../access.ts';
import { type Api, accessOf, fileAnswer, keyed, NO_ACCESS, problems, sheetParams, WRITERS } from '../api.ts';
import { Problem } from '../problem.ts';
import { calendarQuerySchema, calendarSchema } from './schemas.ts';
import type { ReadRoom, Walls } from './shown.ts';

/** Calendar links of one room; of more the oldest is the first to have been left behind. */
const MOST_LINKS = 200;

/** The year line of a room as an iCalendar file, by a key that opens that and nothing else. */
export function calendarRoutes(app: Api, cloths: Cloths, walls: Walls, config: Config): void {
  const link = {
    summary: 'A link with which a calendar reads the year line; gone when the links of viewers are replaced',
    response: { 201: calendarSchema.describe('Its key and address'), ...problems(...NO_ACCESS) },
  };
  app.post('/api/commons/:id/calendar', keyed(cloths, 'commons', WRITERS, link), async (request, reply) => {
    const access = accessOf(request);
    requireLasting(access);
    const { record } = access;
    const { key, stored } = mintKey('viewer', Date.now());
    const changed = await cloths.change(record.id, (room) => ({
      ...room,
      calendars: [...(room.calendars ?? []), stored.hash].slice(-MOST_LINKS),
    }));
    if (!changed) throw new Problem('unknown-cloth');
    const origin = config.publicUrl ?? `${request.protocol}://${request.host}`;
    return reply.status(201).send({ key, url: `${origin}/api/commons/${record.id}/calendar.ics?key=${key}` });
  });

  const calendar = {
    summary: 'The year line for a calendar, by a calendar key',
    params: sheetParams,
    querystring: calendarQuerySchema,
    response: {
      200: fileAnswer('iCalendar (RFC 5545), whole days', 'text/calendar'),
      ...problems(400, 401, 404, 503),
    },
  };
  app.get('/api/commons/:id/calendar.ics', { schema: calendar }, async (request, reply) => {
    const { key } = request.query;
    const record = await cloths.find(request.params.id);
    if (!record || sheetOf(record) !== 'commons') throw new Problem('unknown-cloth');
    if (!record.calendars?.includes(hashOf(key))) throw new Problem('key-wrong');
    const who = networkOf(request.ip);
    const room = await walls.room(who, record.id);
    const shown = await walls.shownIn(who, record, room);
    const titles = new Map(shown.map(({ record: { id }, view: { title } }) => [id, title]));
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="tafelkleed-${record.id}.ics"`)
      .send(calendarOf(record.id, room, titles));
  });
}

/** The meetings as whole days, each with what comes up at it. */
function calendarOf(id: string, room: ReadRoom, titles: ReadonlyMap<string, string>): string {
  const language = chooseLanguage([room.language ?? '']);
  const words = yearWords(language);
  const calendar = ical({ name: room.name, prodId: { company: 'Tafelkleed', product: 'Tafelkleed', language } });
  const linesOf = new Map<string, string[]>();
  for (const { meeting, way, sheet, words: loose } of room.entries) {
    const what = (sheet !== null && titles.get(sheet)) || loose;
    const lines = linesOf.get(meeting) ?? [];
    lines.push(`${words.ways[way]}: ${what.slice(0, LIMITS.itemText)}`);
    linesOf.set(meeting, lines);
  }
  for (const { id: meeting, date, name: whole, createdAt } of room.meetings) {
    const lines = linesOf.get(meeting) ?? [];
    const name = whole.slice(0, LIMITS.name);
    calendar.createEvent({
      id: `${meeting}@${id}.tafelkleed`,
      start: new Date(`${date}T00:00:00Z`),
      stamp: new Date(createdAt),
      timezone: 'UTC',
      allDay: true,
      summary: name ? `${room.name}: ${name}` : `${room.name}: ${words.meeting}`,
      ...(lines.length > 0 && { description: lines.join('\n') }),
    });
  }
  return calendar.toString();
}
