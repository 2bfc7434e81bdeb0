import * as z from 'zod/mini';
import { LIMITS, type StepNumber } from '../model/schema.ts';
import { LANGUAGES, type Language } from '../text/language.ts';

/** What is laid ready before a group comes: to begin a cloth with, to keep as a template, and to pass on as a file. */
export interface Preparation {
  readonly initiative: string;
  /** In which language the cloth opens for who has not chosen one. */
  readonly language: Language;
  /** Names at the seats, in order; empty for a seat that is free. */
  readonly seats: readonly string[];
  /** How many circles for connectors stand ready round the middle. */
  readonly connectors: number;
  /** How long steps are meant to take, minutes; only those that were thought of. */
  readonly minutes: Readonly<Partial<Record<StepNumber, number>>>;
}

/** More empty circles than this are no help any more. */
export const MOST_CONNECTORS = 12;

export const PREPARATION_FILE = {
  format: 'tafelkleed-preparation',
  version: 1,
  extension: '.tafelkleed-preparation.json',
  mediaType: 'application/json',
  /** Longest file that is read, in UTF-16 units. */
  maxLength: 100_000,
} as const;

const name = z.string().check(z.maxLength(LIMITS.name));
const minutes = z.optional(z.int().check(z.positive(), z.maximum(600)));

const FileOfPreparation = z.object({
  format: z.literal(PREPARATION_FILE.format),
  version: z.literal(PREPARATION_FILE.version),
  initiative: name,
  language: z.enum(LANGUAGES),
  seats: z.array(name).check(z.maxLength(LIMITS.seats)),
  connectors: z.int().check(z.minimum(0), z.maximum(MOST_CONNECTORS)),
  minutes: z.object({ 1: minutes, 2: minutes, 3: minutes, 4: minutes, 5: minutes }),
});

/** The file of a preparation, ready to save. */
export function writePreparation({ initiative, language, seats, connectors, minutes }: Preparation): string {
  const { format, version } = PREPARATION_FILE;
  return `${JSON.stringify({ format, version, initiative, language, seats, connectors, minutes }, null, 2)}\n`;
}

/** Reads a file of a preparation; null for whatever is none. */
export function readPreparation(text: string): Preparation | null {
  if (text.length > PREPARATION_FILE.maxLength) return null;
  try {
    const read = FileOfPreparation.safeParse(JSON.parse(text));
    if (!read.success) return null;
    const { initiative, language, seats, connectors } = read.data;
    // A step that was left out is a step without a key.
    const minutes = JSON.parse(JSON.stringify(read.data.minutes)) as Preparation['minutes'];
    return { initiative, language, seats, connectors, minutes };
  } catch {
    return null;
  }
}
