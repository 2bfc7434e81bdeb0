import type { ClothSnapshot } from '../../model/snapshot.ts';
import { laidStrips } from '../../paint/laid-page.ts';
import { lettersOf } from '../../paint/pens/letters.ts';
import { SvgPen } from '../../paint/pens/svg.ts';
import {
  chosenPage,
  type LaidPage,
  PAPERS,
  type PageChoice,
  type PagePart,
  type PaperName,
} from '../../scene/page-choice.ts';
import type { FontBytes } from '../../text/font-runs.ts';
import type { Language } from '../../text/language.ts';
import { fontMeasure } from '../../text/text-measure.ts';
import { pageWords } from './page-words.ts';

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

/** Vector pens show all there is to see: no letters too small, no hands too fine. */
const FINE = 8;
/** How wide a picture is where its paper says nothing of it, mm. */
const USUAL_WIDTH = 420;

/** A cloth laid on a page where there is no interface. */
export function pictureLaid(cloth: ClothSnapshot, { language, now, part, page }: PictureChoice): LaidPage {
  const order = { part, choice: page, texts: pageWords(cloth, language, now) };
  return chosenPage(cloth, order, fontMeasure);
}

/** A laid page as an SVG: with words and their fonts in it, or with letters as shapes. */
export function svgOf(
  laid: LaidPage,
  paper: PaperName,
  title: string,
  fonts: FontBytes,
  as: 'words' | 'shapes',
): string {
  const { box } = laid.page;
  const pen = new SvgPen(as === 'shapes' ? lettersOf(fonts) : null);
  for (const strip of laidStrips(pen, laid, { pxPerMm: FINE })) strip();
  const { w, h } = PAPERS[paper] ?? { w: USUAL_WIDTH, h: USUAL_WIDTH };
  const width = box.w >= box.h ? w : h;
  return pen.write({ box, width, title, description: title }, as === 'words' ? fonts : null);
}
