import { Resvg } from '@resvg/resvg-js';
import { pictureLaid, svgOf, svgOfPart } from '../../shared/formats/pictures/draw.ts';
import { pdfOf } from '../../shared/formats/pictures/pdf.ts';
import { type PngSize, PngWriter } from '../../shared/formats/pictures/png.ts';
import { toldOf } from '../../shared/formats/pictures/told-of.ts';
import { toldYear, yearLaid, yearTitle } from '../../shared/formats/pictures/year.ts';
import type { Told } from '../../shared/formats/report/told.ts';
import type { Seen } from '../../shared/formats/seen.ts';
import type { YearLine } from '../../shared/method/year-line.ts';
import type { LaidPage } from '../../shared/scene/page-choice.ts';
import { clothLetters, clothOutlines } from './cloth-letters.ts';
import { packer } from './packer.ts';
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
      return pngOf(laid, width);
    case 'pdf': {
      const { now, page } = choice;
      return pdfOf(laid, { paper: page.paper, tile: page.tile, told: told(), now }, clothOutlines);
    }
  }
}

/** How much of a PNG is drawn at once, px: what drawing takes is so much of memory, however large the picture is. */
const BAND_PX = 2_000_000;

/** A PNG of so many px across, drawn band after band. `bandPx`: of so many px each. */
export async function pngOf(laid: LaidPage, width: number, bandPx = BAND_PX): Promise<Uint8Array> {
  const size = sizeOf(laid, width);
  const { box } = laid.page;
  const scale = size.width / box.w;
  const png = new PngWriter(size, packer);
  const rows = Math.max(1, Math.floor(bandPx / size.width));
  for (let top = 0; top < size.height; top += rows) {
    const down = Math.min(rows, size.height - top);
    const band = { x: box.x, y: box.y + top / scale, w: box.w, h: down / scale };
    await png.add(pixelsOf(svgOfPart(laid, band, { across: size.width, down }, clothOutlines)));
  }
  return Buffer.concat(await png.end());
}

function sizeOf({ page: { box } }: LaidPage, wished: number): PngSize {
  const width = Math.round(Math.min(wished, MOST_PX, (MOST_PX * box.w) / box.h));
  return { width, height: Math.max(1, Math.min(MOST_PX, Math.round((width * box.h) / box.w))) };
}

function pixelsOf(svg: string): Uint8Array {
  // Only what the cloth's own letters lack is still words, and only for these a server's own fonts are looked for.
  const font = { loadSystemFonts: svg.includes('<text ') };
  return new Resvg(svg, { font, background: '#ffffff' }).render().pixels;
}
