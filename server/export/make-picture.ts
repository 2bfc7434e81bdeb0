import { Resvg } from '@resvg/resvg-js';
import { pictureLaid, svgOf } from '../../shared/formats/pictures/draw.ts';
import { pdfOf } from '../../shared/formats/pictures/pdf.ts';
import { toldOf } from '../../shared/formats/pictures/told-of.ts';
import type { Seen } from '../../shared/formats/seen.ts';
import type { Box } from '../../shared/layout/box.ts';
import { clothLetters, clothOutlines } from './cloth-letters.ts';
import { MOST_PX, type PictureTask } from './picture-shop.ts';

type Picture = Omit<PictureTask, 'json'> & Seen;

/** Makes a picture; blocks until it is there, so not for the thread that answers people. */
export async function makePicture({ form, choice, width, ...seen }: Picture): Promise<Uint8Array> {
  const { cloth } = seen;
  const laid = pictureLaid(seen, choice);
  const svg = (as: 'words' | 'shapes') =>
    svgOf(
      laid,
      choice.page.paper,
      cloth.initiative || cloth.meta.title,
      as === 'words' ? clothLetters : clothOutlines,
      as,
    );
  switch (form) {
    case 'svg':
      return new TextEncoder().encode(svg('words'));
    case 'svg-shapes':
      return new TextEncoder().encode(svg('shapes'));
    case 'png':
      return pngOf(svg('shapes'), width, laid.page.box);
    case 'pdf': {
      const { now, page } = choice;
      return pdfOf(laid, { paper: page.paper, tile: page.tile, told: toldOf(cloth, choice), now }, clothOutlines);
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
