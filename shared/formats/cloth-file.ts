import * as z from 'zod/mini';
import {
  ITEM_DETAILS,
  ITEM_FIELDS,
  MARK_FIELDS,
  MOMENT_FIELDS,
  NOTE_FIELDS,
  PATH_FIELDS,
  PROGRAMME_FIELDS,
  SEAT_FIELDS,
  TIE_FIELDS,
} from '../model/records.ts';
import { CIRCLES, CLOTH_KINDS, INITIATIVE, LIMITS, TABLE_SHAPES } from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import { detailsInFile, fileId, inFileBy } from './file-details.ts';

/**
 * The cloth file (`.tafelkleed.json`): a cloth to keep, to send and to lay in another one. Text is plain strings, arrays
 * are sorted by (order or createdAt, id), so that export → import → export gives the same bytes.
 */
export const CLOTH_FILE = {
  format: 'tafelkleed',
  version: 1,
  extension: '.tafelkleed.json',
  mediaType: 'application/json',
  /** Longest file that is read, in UTF-16 units: several times what the fullest cloth needs. */
  maxLength: 20_000_000,
} as const;

const id = fileId;
const name = z.string().check(z.maxLength(LIMITS.name));
const time = z.int().check(z.minimum(0));

const FileSeat = z.object({ id, ...inFileBy(SEAT_FIELDS) });
const FileItem = z.object({ id, ...inFileBy(ITEM_FIELDS), ...inFileBy(ITEM_DETAILS) });
const FileTie = z.object({ id, ...inFileBy(TIE_FIELDS) });
const FileProgramme = z.object({
  ...inFileBy(PROGRAMME_FIELDS),
  marks: z.array(z.object({ id, ...inFileBy(MARK_FIELDS) })).check(z.maxLength(LIMITS.marks)),
});
const FilePath = z.object({
  ...inFileBy(PATH_FIELDS),
  notes: z.array(z.object({ id, ...inFileBy(NOTE_FIELDS) })).check(z.maxLength(LIMITS.notes)),
});

/** As a BCP 47 tag looks. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;

/** A cloth at one moment: the file without any moments in it. */
const FileAtMoment = z.object({
  format: z.literal(CLOTH_FILE.format),
  version: z.literal(CLOTH_FILE.version),
  meta: z.object({
    schema: z.int().check(z.positive()),
    title: name,
    kind: z.enum(CLOTH_KINDS),
    createdAt: time,
    table: z.object({
      shape: z.enum(TABLE_SHAPES),
      width: z.number().check(z.minimum(0), z.maximum(LIMITS.coordinate)),
      height: z.number().check(z.minimum(0), z.maximum(LIMITS.coordinate)),
    }),
    minutes: z.optional(
      z.partialRecord(z.enum(['1', '2', '3', '4', '5']), z.number().check(z.positive(), z.maximum(600))),
    ),
    circles: z.optional(z.literal(CIRCLES)),
    language: z.optional(z.string().check(z.regex(LANGUAGE_TAG))),
    sheet: z.optional(z.literal('theme')),
  }),
  initiative: name,
  seats: z.array(FileSeat).check(z.maxLength(LIMITS.seats)),
  items: z.array(FileItem).check(z.maxLength(LIMITS.items)),
  ties: z.array(FileTie).check(z.maxLength(LIMITS.ties)),
  programme: z.optional(FileProgramme),
  path: z.optional(FilePath),
});

const FileMoment = z.object({ id, ...inFileBy(MOMENT_FIELDS), cloth: FileAtMoment });

const FileOfCloth = z.extend(FileAtMoment, {
  moments: z.optional(z.array(FileMoment).check(z.maxLength(LIMITS.moments))),
});

export type ClothFile = z.infer<typeof FileOfCloth>;
export type FileMoment = z.infer<typeof FileMoment>;
export type FileItem = z.infer<typeof FileItem>;
export type FileSeat = z.infer<typeof FileSeat>;

/** Why a file cannot be read; `where` names the first part that does not fit (`items[3].pos`). */
export type FileProblem =
  | { readonly problem: 'too-large' | 'no-json' | 'no-cloth' | 'newer-version' }
  | { readonly problem: 'malformed'; readonly where: string };

/** What was left out of a file that could be read all the same. */
export interface LeftOut {
  /** Records whose id stood in the file before. */
  readonly doubled: number;
  /** Ties with an end that is not in the file. */
  readonly dangling: number;
}

export type ReadFile =
  | { readonly ok: true; readonly file: ClothFile; readonly leftOut: LeftOut }
  | { readonly ok: false; readonly why: FileProblem };

/** The file of a cloth, with its kept moments when they are given, ready to save. */
export function writeClothFile(cloth: ClothSnapshot, moments: readonly FileMoment[] = []): string {
  const file: ClothFile = { ...clothFileOf(cloth), ...(moments.length > 0 && { moments: [...moments] }) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What the file of a cloth holds. Who held which seat on which device is not in it. */
export function clothFileOf({ meta, initiative, seats, items, ties, programme, path }: ClothSnapshot): ClothFile {
  return {
    format: CLOTH_FILE.format,
    version: CLOTH_FILE.version,
    meta: {
      schema: meta.schema,
      title: meta.title,
      kind: meta.kind,
      createdAt: meta.createdAt,
      table: { shape: meta.table.shape, width: meta.table.width, height: meta.table.height },
      ...(Object.keys(meta.minutes).length > 0 ? { minutes: { ...meta.minutes } } : {}),
      ...(meta.circles === CIRCLES ? { circles: CIRCLES } : {}),
      ...(meta.language !== undefined && LANGUAGE_TAG.test(meta.language) ? { language: meta.language } : {}),
      ...(meta.sheet ? { sheet: meta.sheet } : {}),
    },
    initiative,
    seats: seats.map((seat) => ({ id: seat.id, ...detailsInFile(SEAT_FIELDS, seat) })),
    items: items.map((item) => ({
      id: item.id,
      ...detailsInFile(ITEM_FIELDS, item),
      ...detailsInFile(ITEM_DETAILS, item),
    })),
    ties: ties.map((tie) => ({ id: tie.id, ...detailsInFile(TIE_FIELDS, tie) })),
    ...(programme && {
      programme: {
        ...detailsInFile(PROGRAMME_FIELDS, programme),
        marks: programme.marks.map((mark) => ({ id: mark.id, ...detailsInFile(MARK_FIELDS, mark) })),
      },
    }),
    ...(path && {
      path: {
        ...detailsInFile(PATH_FIELDS, path),
        notes: path.notes.map((note) => ({ id: note.id, ...detailsInFile(NOTE_FIELDS, note) })),
      },
    }),
  };
}

/**
 * Reads a file from outside, whole or not at all. Doubled ids and dangling ties do not spoil the rest: they are left out
 * and counted. Anything else that does not fit refuses the file and says where.
 */
export function readClothFile(text: string): ReadFile {
  if (text.length > CLOTH_FILE.maxLength) return refuse({ problem: 'too-large' });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse({ problem: 'no-json' });
  }
  const header = z.object({ format: z.literal(CLOTH_FILE.format), version: z.int() }).safeParse(json);
  if (!header.success) return refuse({ problem: 'no-cloth' });
  if (header.data.version > CLOTH_FILE.version) return refuse({ problem: 'newer-version' });
  const parsed = FileOfCloth.safeParse(json);
  if (!parsed.success) return refuse({ problem: 'malformed', where: pathOf(parsed.error.issues[0]?.path ?? []) });
  return { ok: true, ...withoutDoubles(parsed.data) };
}

function withoutDoubles(file: ClothFile): { file: ClothFile; leftOut: LeftOut } {
  const seen = new Set<string>([INITIATIVE]);
  const first = <T extends { readonly id: string }>(records: readonly T[]): T[] =>
    records.filter((record) => !seen.has(record.id) && seen.add(record.id));
  const seats = first(file.seats);
  const items = first(file.items);
  const ends = new Set([INITIATIVE, ...items.map((item) => item.id)]);
  const distinctTies = first(file.ties);
  const ties = distinctTies.filter((tie) => tie.from !== tie.to && ends.has(tie.from) && ends.has(tie.to));
  const read = file.seats.length + file.items.length + file.ties.length;
  return {
    file: { ...file, seats, items, ties },
    leftOut: {
      doubled: read - seats.length - items.length - distinctTies.length,
      dangling: distinctTies.length - ties.length,
    },
  };
}

function refuse(why: FileProblem): ReadFile {
  return { ok: false, why };
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}
