import type { Box } from '../../layout/box.ts';
import { laidStrips } from '../../paint/laid-page.ts';
import { lettersOf } from '../../paint/pens/letters.ts';
import { SvgPen } from '../../paint/pens/svg.ts';
import { chosenPage, type LaidPage, PAPERS, type PaperName, partOfPage } from '../../scene/page-choice.ts';
import type { FontBytes } from '../../text/font-runs.ts';
import { fontMeasure } from '../../text/text-measure.ts';
import type { Seen } from '../seen.ts';
import { markWords } from './mark-words.ts';
import { pageWords } from './page-words.ts';
import type { PictureChoice } from './pictures.ts';

/** Vector pens show all there is to see: no letters too small, no hands too fine. */
const FINE = 8;
/** How wide a picture is where its paper says nothing of it, mm. */
const USUAL_WIDTH = 420;

/** A cloth laid on a page where there is no interface. */
export function pictureLaid({ cloth, at, since }: Seen, { language, now, part, page }: PictureChoice): LaidPage {
  const texts = pageWords(cloth, language, at ?? now);
  const marks = markWords(language);
  const order = since
    ? {
        texts: { ...texts, title: marks.title(texts.title, since.name, since.until) },
        since: { before: since.before, marks: marks.words },
      }
    : { texts };
  return chosenPage(cloth, { part, choice: page, ...order }, fontMeasure);
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

/** A part of a laid page, mm of the cloth, as an SVG of so many px with letters as shapes: for who draws it part by part. */
export function svgOfPart(
  laid: LaidPage,
  box: Box,
  size: { readonly across: number; readonly down: number },
  fonts: FontBytes,
): string {
  const pen = new SvgPen(lettersOf(fonts));
  for (const strip of laidStrips(pen, partOfPage(laid, box), { pxPerMm: FINE })) strip();
  return pen.write({ box, width: size, title: '', description: '' });
}
