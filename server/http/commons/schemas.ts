import { z } from 'zod';
import { PICTURE_IDS } from '../../../shared/formats/pictures/pictures.ts';
import { ROLES } from '../../../shared/model/protocol.ts';
import { LIMITS, STONES } from '../../../shared/model/schema.ts';
import { GRANTS, HANGABLE, SHOWN_NAMES } from '../../../shared/model/sheets.ts';
import { USUAL_PAGE } from '../../../shared/scene/page-choice.ts';
import { exportQuerySchema } from '../schemas.ts';

/** What comes in and goes out over HTTP of a network room; the rest in `server/http/schemas.ts`. */

const hung = {
  grant: z.enum(GRANTS).describe('What those in the room may do with it: look at a projection, or write along'),
  names: z.enum(SHOWN_NAMES).describe('Whose names a projection shows: of people too, or of sources only'),
};

export const hangSchema = z.object({ grant: hung.grant.default('look'), names: hung.names.default('all') });
export const hungSchema = z.object({ id: z.string(), kind: z.enum(HANGABLE), ...hung });
export const throughSchema = hungSchema.pick({ id: true, kind: true }).extend({
  epoch: z.string(),
  role: z.enum(ROLES).describe('What the key of the room may do with the sheet'),
  ...hung,
});
const words = z.array(z.string()).readonly();
const lineSchema = z.object({
  from: z.string().describe('YYYY-MM-DD, as all its days'),
  to: z.string().describe('The day of its manifestation'),
  meetings: z.array(z.object({ day: z.string(), words: z.string() })).readonly(),
  manifestation: z.string().describe('What it ends with'),
  lastWords: z.string(),
});
export const wallSchema = z
  .array(
    hungSchema.pick({ id: true, kind: true }).extend({
      title: z.string(),
      ...hung,
      changedAt: z.number().int().describe('ms since the epoch'),
      under: z.string().describe('The id of the theme sheet it hangs under, or empty'),
      earlier: z.boolean().describe('Hung among what was, or rounded off on the sheet itself'),
      roundedOff: z.string().describe('The day on which it was rounded off (YYYY-MM-DD), or empty'),
      at: z.enum(STONES).nullable().describe('At which stone of its path it is'),
      leadsTo: words.describe('The sheets that hang here too and that something on it leads to, by id'),
      line: lineSchema.optional().describe("A theme's line in time, when one was laid"),
      version: z.string().describe('Another one as soon as what is shown of it differs'),
    }),
  )
  .readonly();

/** A page of the year line: as one of a cloth, without what only cloths have. */
export const yearQuerySchema = exportQuerySchema
  .pick({ width: true, colours: true, paper: true, tile: true, locale: true })
  .extend({
    format: z.enum(PICTURE_IDS).default('pdf'),
    year: z.coerce
      .number()
      .int()
      .min(1_970)
      .max(2_999)
      .optional()
      .describe('In which year the school year begins; left out, the one that is now'),
    fill: exportQuerySchema.shape.fill,
    large: exportQuerySchema.shape.large,
    date: exportQuerySchema.shape.date,
  })
  .transform((query) => ({ ...USUAL_PAGE, ...query }));

export const knowsQuerySchema = z.object({
  q: z.string().max(LIMITS.itemText).optional().describe('A question in words'),
  node: z
    .string()
    .max(LIMITS.itemText + 80)
    .optional()
    .describe('A node of an answer, to look round from'),
  locale: z.string().max(35).optional().describe('In which language sentences are; the room’s when left out'),
});

export const knowsSchema = z.object({
  answers: z
    .array(
      z.object({
        node: z.string(),
        sentence: z.string(),
        sheet: z.string(),
        as: words,
        with: words,
        leadsTo: z.string().optional().describe('The sheet it leads to, where that hangs here too'),
      }),
    )
    .readonly(),
  around: z
    .object({
      node: z.string(),
      name: z.string(),
      sheets: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
      beside: z.array(z.object({ node: z.string(), name: z.string(), sheet: z.string() })).readonly(),
      sentences: words,
    })
    .nullable()
    .optional()
    .describe('What stands round the node that was named; null when it stands nowhere'),
  recurs: z
    .array(z.object({ node: z.string(), name: z.string(), sheets: words }))
    .readonly()
    .optional()
    .describe('What stands on several sheets; when nothing was asked'),
  near: z
    .array(z.tuple([z.string(), z.string()]).readonly())
    .readonly()
    .optional()
    .describe('Names that may be one; when nothing was asked'),
});

export const calendarQuerySchema = z.object({
  key: z.string().max(128).describe('A calendar key, good for nothing else'),
});
export const calendarSchema = z.object({ key: z.string(), url: z.string() });
