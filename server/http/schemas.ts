import { z } from 'zod';
import { FORM_IDS } from '../../shared/formats/forms.ts';
import { PICTURE_IDS } from '../../shared/formats/pictures/pictures.ts';
import { NOW, type When } from '../../shared/formats/seen.ts';
import { NAMES } from '../../shared/method/named.ts';
import { ROLES } from '../../shared/model/protocol.ts';
import { CLOTH_KINDS, LIMITS, POSITION_LETTERS } from '../../shared/model/schema.ts';
import { GRANTS, SHEETS, SHOWN_NAMES } from '../../shared/model/sheets.ts';
import {
  PAGE_COLOURS,
  type PAGE_PARTS,
  PAPER_NAMES,
  type PagePart,
  type PaperName,
  USUAL_PAGE,
  WHOLE,
} from '../../shared/scene/page-choice.ts';
import { TILE_NAMES, type TileName } from '../../shared/scene/tiles.ts';
import { LANGUAGES } from '../../shared/text/language.ts';
import { MOST_PX } from '../export/picture-shop.ts';
import { Problem } from './problem.ts';

/** What comes in over HTTP and what goes out, as zod schemas: requests are checked by them, the OpenAPI text is made of them. */

const role = z.enum(ROLES);
const time = z.number().int().describe('ms since the epoch');
const perRole = z.object({ facilitator: z.string(), participant: z.string(), viewer: z.string() });

const locale = z
  .string()
  .max(35)
  .optional()
  .describe('In which language it opens for who has not chosen one (BCP 47); each reader’s own when left out');

export const newClothSchema = z.object({
  title: z.string().max(LIMITS.name).default('').describe("The initiative's name; may be chosen later"),
  kind: z.enum(CLOTH_KINDS).default('initiative'),
  locale,
  seats: z.number().int().min(1).max(LIMITS.seats).default(6),
});

export const newThemeSchema = z.object({
  title: z.string().max(LIMITS.name).optional().describe("The theme's name; may be chosen later"),
  locale,
  cloth: z
    .string()
    .max(64)
    .optional()
    .describe('A tablecloth that becomes a theme: the sheet begins with what it knows. Its key comes with the request'),
});

export const newCommonsSchema = z.object({
  name: z.string().max(LIMITS.name).describe('Of the school, team or neighbourhood whose room it is'),
  locale,
});

export const createdClothSchema = z.object({
  id: z.string(),
  epoch: z.string(),
  keys: perRole.describe('Shown once; only hashes are kept'),
  urls: perRole.describe('The key rides in the fragment, so that it reaches no log'),
});

export const clothSchema = z.object({
  id: z.string(),
  epoch: z.string().describe('Another value means another life of this cloth: forget local copies'),
  sheet: z.enum(SHEETS).describe('What kind of document it is'),
  role: role.describe('What the given key may do'),
  kind: z.enum(CLOTH_KINDS),
  title: z.string(),
  createdAt: time,
  closed: z.boolean().describe('Whether nobody but facilitators writes for now'),
  parent: z.string().optional().describe('For an individual tablecloth: the joint one'),
  seat: z.string().optional().describe('For an individual tablecloth: whose seat at the joint table it belongs to'),
  hangs: z
    .array(z.object({ commons: z.string(), grant: z.enum(GRANTS), names: z.enum(SHOWN_NAMES) }))
    .readonly()
    .optional()
    .describe('In which network rooms it hangs; for who leads it'),
  expiresAt: time.optional().describe('When the given key opens no more; absent when it has no end'),
  door: z
    .object({ name: z.string(), hours: z.number(), open: z.boolean() })
    .optional()
    .describe("Of a network room, where there is a school's own sign-in: whether it lets people in"),
});

export const closeSchema = z.object({ closed: z.boolean() });

export const newIndividualSchema = z.object({
  seat: z.string().min(1).max(64).describe('The id of a seat of the joint tablecloth'),
  locale: z.string().max(35).optional().describe("In which language it opens; the joint tablecloth's when left out"),
  device: z
    .string()
    .min(16)
    .max(128)
    .optional()
    .describe('A secret of the device whose own it is to be: what it opened once, no other participant opens'),
});

const participantOnly = z.object({ participant: z.string() });

export const individualSchema = z.object({
  id: z.string(),
  epoch: z.string(),
  seat: z.string(),
  keys: participantOnly.describe('Shown once; only hashes are kept'),
  urls: participantOnly,
});

export const individualsSchema = z.array(z.object({ id: z.string(), seat: z.string(), createdAt: time }));

export const roleSchema = z.object({ role });
export const newKeySchema = z.object({ role, key: z.string(), url: z.string() });
export const codeSchema = z.object({ code: z.string(), expiresAt: time });
export const joinSchema = z.object({ code: z.string().max(64) });
export const joinedSchema = z.object({
  id: z.string(),
  sheet: z.enum(SHEETS),
  key: z.string(),
  role: z.literal('participant'),
  url: z.string(),
});

export const importedSchema = z.object({
  added: z.object({ seats: z.number().int(), items: z.number().int(), ties: z.number().int() }),
  leftOut: z.object({ doubled: z.number().int(), dangling: z.number().int() }),
});

const flag = z.enum(['0', '1']).transform((word) => word === '1');

/** What may stand on a page, or be left out: each is a word of the query, `0` or `1`. */
const pageFlags = {
  fill: flag.default(USUAL_PAGE.fill).describe('Whether a picture fills its paper, cut to what lies there'),
  large: flag.default(USUAL_PAGE.large).describe('Whether what stands round the cloth is larger'),
  legend: flag.default(USUAL_PAGE.legend).describe('Whether a picture explains its letters and lines'),
  atTable: flag.default(USUAL_PAGE.atTable).describe('Whether it says who sat at the table'),
  date: flag.default(USUAL_PAGE.date),
  marks: flag.default(USUAL_PAGE.marks).describe('Whether it shows how far contacts have come'),
} as const satisfies Record<(typeof PAGE_PARTS)[number], z.ZodType>;

function partOf(words: string): PagePart {
  const [of, what = ''] = words.split(':');
  if (of === 'edge') return { of, seat: what };
  const letter = POSITION_LETTERS.find((known) => known === what);
  return of === 'position' && letter ? { of, letter } : WHOLE;
}

/** What is shown in place of the cloth as it lies. */
type Instead = Extract<PagePart, { readonly of: 'positions' | 'path' }>;

/** Which look at it, by its moments; and what is looked at in place of the cloth as it lies. */
function viewOf(words: string): { readonly when: When; readonly instead: Instead | null } {
  const [of, ids = ''] = words.split(':');
  const [first = '', second = null] = ids.split(',');
  const instead: Instead | null = of === 'positions' || of === 'path' ? { of } : null;
  if (of === 'moment') return { when: { moment: first, since: null }, instead };
  return { when: of === 'since' ? { moment: second, since: first } : NOW, instead };
}

export const exportQuerySchema = z.object({
  format: z.enum(['json', ...FORM_IDS, ...PICTURE_IDS]).default('json'),
  names: z.enum(NAMES).default('full').describe('How people are called'),
  stories: flag.default(false).describe('Whether stories and contacts, which are their writers’ own, go along'),
  width: z.coerce
    .number()
    .int()
    .min(100)
    .max(MOST_PX)
    .default(1_600)
    .describe('Of a PNG, px; no side is longer than the most'),
  ...pageFlags,
  colours: z
    .enum(PAGE_COLOURS)
    .default(USUAL_PAGE.colours)
    .describe('Of a picture: as on the table, on white, or black'),
  part: z
    .string()
    .regex(/^(whole|edge:[\w-]{1,64}|position:[ipslg])$/)
    .default('whole')
    .transform(partOf)
    .describe('What of the cloth is on a picture: `whole`, `edge:<seat>` or `position:<letter>`'),
  view: z
    .string()
    .regex(/^(whole|positions|path|moment:[\w-]{1,64}|since:[\w-]{1,64}(,[\w-]{1,64})?)$/)
    .default('whole')
    .transform(viewOf)
    .describe(
      'The cloth as it is, `whole`; by position, `positions`; the path on its back, `path`; as it was, `moment:<id>`; or with what became of it, `since:<id>` to now, `since:<id>,<id>` to a moment',
    ),
  paper: z
    .enum(['A4', 'A3', 'A2', 'A1', 'A0', 'slide', 'cloth'])
    .default('A3')
    .transform((paper): PaperName => PAPER_NAMES.find((name) => name === paper.toLowerCase()) ?? 'own')
    .describe('What a picture is laid on'),
  tile: z
    .enum(['A4', 'A3'])
    .optional()
    .transform((sheet): TileName | null => TILE_NAMES.find((name) => name === sheet?.toLowerCase()) ?? null)
    .describe('A PDF in parts on sheets of this size, with marks to cut along and a plan before them'),
  locale: z.enum(LANGUAGES).default('nl').describe('In which language it is made'),
});

export const pictureQuerySchema = z.object({
  width: z.coerce.number().int().min(100).max(2_000).default(640).describe('px'),
});

export const healthSchema = z.object({ ok: z.boolean(), problem: z.string().nullable() });

export const problemSchema = z
  .object({
    type: z.string(),
    code: z.string().describe('Stable; meant for programs'),
    status: z.number().int(),
    title: z.string(),
    detail: z.string().optional(),
  })
  .meta({ id: 'Problem' });

/** The answer that says nothing more than that it was done. */
export const nothing = z.undefined();

/** The value as the schema says, or a `bad-request` that names what is wrong with it. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.');
  throw new Problem('bad-request', where ? `${where}: ${issue?.message}` : issue?.message);
}
