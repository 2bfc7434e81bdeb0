import { Resvg } from '@resvg/resvg-js';
import { pictureLaid, svgOf } from '../../shared/formats/pictures/draw.ts';
import { pdfOf } from '../../shared/formats/pictures/pdf.ts';
import { toldOf } from '../../shared/formats/pictures/told-of.ts';
import { toldYear, yearLaid, yearTitle } from '../../shared/formats/pictures/year.ts';
import type { Told } from '../../shared/formats/report/told.ts';
import type { Seen } from '../../shared/formats/seen.ts';
import type { Box } from '../../shared/layout/box.ts';
import type { YearLine } from '../../shared/method/year-line.ts';
import type { LaidPage } from '../../shared/scene/page-choice.ts';
import { clothLetters, clothOutlines } from './cloth-letters.ts';
import { MOST_PX, type PictureTask } from './picture-shop.ts';

type Order = Omit<PictureTask, 'json' | 'of'>;

/** Makes a picture; blocks until it is there, so not for the thread that answers people. */
export async function makePicture({ form, choice, width, ...seen }: Order & Seen): Promise<Uint8Array> {
  const { initiative, meta } = seen.cloth;
  const told = () => toldOf(seen.cloth, choice);
  return drawn({ form, choice, width }, pictureLaid(seen, choice), initiative || meta.title, told);
}

/** The same of a room's year. */
export async function makeYear({ choice, ...order }: Order, line: YearLine): Promise<Uint8Array> {
  const told = () => toldYear(line, choice);
  return drawn({ choice, ...order }, yearLaid(line, choice), yearTitle(line, choice), told);
}

/** A laid page in a form. `told`: what is on it, in words. */
async function drawn(
  { form, choice, width }: Order,
  laid: LaidPage,
  title: string,
  told: () => Told,
): Promise<Uint8Array> {
  const svg = (as: 'words' | 'shapes') =>
    svgOf(laid, choice.page.paper, title, as === 'words' ? clothLetters : clothOutlines, as);
  switch (form) {
    case 'svg':
      return new TextEncoder().encode(svg('words'));
    case 'svg-shapes':
      return new TextEncoder().encode(svg('shapes'));
    case 'png':
      return pngOf(svg('shapes'), width, laid.page.box);
    case 'pdf': {
      const { now, page } = choice;
      return pdfOf(laid, { paper: page.paper, tile: page.tile, told: told(), now }, clothOutlines);
    }
  }
}

function pngOf(svg: string, width: number, { w, h }: Box): Uint8Array {
  // Only what the cloth's own letters lack is still words, and only for these a server's own fonts are looked for.
  const font = { loadSystemFonts: svg.includes('<text ') };
  const wished = Math.min(width, MOST_PX);
  const high = (wished * h) / w;
  const fit =
    high > MOST_PX ? ({ mode: 'height', value: MOST_PX } as const) : ({ mode: 'width', value: wished } as const);
  return new Resvg(svg, { font, fitTo: fit }).render().asPng();
}
