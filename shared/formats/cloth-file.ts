import * as z from 'zod/mini';
import {
  DETAILS,
  type Detail,
  type DetailValue,
  detailsBy,
  type ITEM_DETAILS,
  type ItemDetail,
  type ItemDetails,
  isSaid,
  nothingSaid,
} from '../model/records.ts';
import {
  CIRCLES,
  CLOTH_KINDS,
  INITIATIVE,
  ITEM_KINDS,
  LIMITS,
  POSITION_LETTERS,
  TABLE_SHAPES,
} from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';

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

const id = z.string().check(z.minLength(1), z.maxLength(64));
const name = z.string().check(z.maxLength(LIMITS.name));
const coordinate = z.number().check(z.minimum(-LIMITS.coordinate), z.maximum(LIMITS.coordinate));
const time = z.int().check(z.minimum(0));
const colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));

const FileSeat = z.object({ id, name, order: z.number(), colour });

const ids = z.optional(z.array(id).check(z.maxLength(LIMITS.items)));

/** How a detail stands in a file, by its row in the table. */
function inFile(detail: Detail): z.ZodMiniType<DetailValue | undefined> {
  switch (detail.kept) {
    case 'text':
    case 'line': {
      const words = z.string().check(z.maxLength(detail.most));
      return detail.file === 'said' ? z.optional(words) : words;
    }
    case 'choice':
      return z.nullable(z.enum(detail.of));
    case 'mark':
      return z.optional(z.literal(true));
    case 'ids':
      return ids;
  }
}

type FileDetails = {
  [Key in ItemDetail]: z.ZodMiniType<
    (typeof ITEM_DETAILS)[Key]['file'] extends 'said' ? Mutable<ItemDetails[Key]> | undefined : ItemDetails[Key]
  >;
};
type Mutable<T> = T extends readonly (infer Each)[] ? Each[] : T;

const FileDetails = Object.fromEntries(DETAILS.map(([key, detail]) => [key, inFile(detail)])) as FileDetails;

const FileItem = z.object({
  id,
  kind: z.enum(ITEM_KINDS),
  text: z.string().check(z.maxLength(LIMITS.itemText)),
  pos: z.tuple([coordinate, coordinate]),
  seat: z.nullable(id),
  colour,
  by: name,
  createdAt: time,
  positions: z.array(z.enum(POSITION_LETTERS)),
  ...FileDetails,
});

const FileTie = z.object({ id, from: id, to: id, createdAt: time, expected: z.optional(z.literal(true)) });

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
  }),
  initiative: name,
  seats: z.array(FileSeat).check(z.maxLength(LIMITS.seats)),
  items: z.array(FileItem).check(z.maxLength(LIMITS.items)),
  ties: z.array(FileTie).check(z.maxLength(LIMITS.ties)),
});

const FileMoment = z.object({ id, name, by: name, createdAt: time, cloth: FileAtMoment });

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
export function clothFileOf({ meta, initiative, seats, items, ties }: ClothSnapshot): ClothFile {
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
    },
    initiative,
    seats: seats.map(({ id, name, order, colour }) => ({ id, name, order, colour })),
    items: items.map((item) => ({
      id: item.id,
      kind: item.kind,
      text: item.text,
      pos: [...item.pos],
      seat: item.seat,
      colour: item.colour,
      by: item.by,
      createdAt: item.createdAt,
      positions: [...item.positions],
      ...detailsInFile(item),
    })),
    ties: ties.map(({ id, from, to, createdAt, expected }) => ({
      id,
      from,
      to,
      createdAt,
      ...(expected ? { expected } : {}),
    })),
  };
}

function detailsInFile(item: ItemDetails): Pick<FileItem, ItemDetail> {
  const stands = DETAILS.flatMap(([key, { file }]) => {
    const value: DetailValue = item[key];
    if (file === 'said' && !isSaid(value)) return [];
    return [[key, Array.isArray(value) ? [...value] : value] as const];
  });
  return Object.fromEntries(stands) as Pick<FileItem, ItemDetail>;
}

/** The details of an item out of a file, with what it leaves out. */
export function detailsOfFile(item: FileItem): ItemDetails {
  return detailsBy((key, detail) => item[key] ?? nothingSaid(detail));
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
