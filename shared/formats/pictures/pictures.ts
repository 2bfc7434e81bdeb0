import type { PageChoice, PagePart } from '../../scene/page-choice.ts';
import type { Language } from '../../text/language.ts';

interface PictureForm {
  /** What it is, in the name of a file. */
  readonly kind: Readonly<Record<Language, string>>;
  readonly mediaType: string;
  /** With its full stop. */
  readonly extension: string;
}

const PICTURE = { nl: 'plaatje', en: 'picture' } as const;

/** The forms in which a cloth is a picture, one row each. */
export const PICTURES = {
  svg: { kind: PICTURE, mediaType: 'image/svg+xml', extension: '.svg' },
  'svg-shapes': { kind: PICTURE, mediaType: 'image/svg+xml', extension: '.svg' },
  png: { kind: PICTURE, mediaType: 'image/png', extension: '.png' },
  pdf: { kind: PICTURE, mediaType: 'application/pdf', extension: '.pdf' },
} as const satisfies Readonly<Record<string, PictureForm>>;

export type PictureId = keyof typeof PICTURES;
export const PICTURE_IDS = Object.keys(PICTURES) as readonly PictureId[];

export function isPicture(id: string): id is PictureId {
  return id in PICTURES;
}

/** What whoever takes a picture may choose of it. */
export interface PictureChoice {
  readonly language: Language;
  /** The day it says, ms since the epoch. */
  readonly now: number;
  /** What of the cloth is on it, and how it is laid on paper. */
  readonly part: PagePart;
  readonly page: PageChoice;
}
