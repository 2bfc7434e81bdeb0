import PDFDocument from 'pdfkit';
import { fontName } from '../../paint/pens/pdf-pen.ts';
import { type LaidPage, type PaperName, paperSize } from '../../scene/page-choice.ts';
import type { TileName } from '../../scene/tiles.ts';
import { FONT_FILE_NAMES, type FontBytes, runsOf } from '../../text/font-runs.ts';
import type { FontWeight } from '../../text/text-measure.ts';
import type { Told, ToldLine } from '../report/told.ts';
import { drawTiles, drawWhole, POINTS } from './pdf-pages.ts';

/** Pages of words: A4 standing up, in points, with a margin. */
const WORDS = { size: [210 * POINTS, 297 * POINTS], margin: 51, title: 22, head: 14, text: 10.5, air: 5 } as const;

const INK = '#2a2723';

interface PdfOptions {
  readonly paper: PaperName;
  readonly tile: TileName | null;
  /** What is on the page in words: for who does not see it, and after it for everyone. */
  readonly told: Told;
  /** ms since the epoch. */
  readonly now: number;
}

/** A laid page as a PDF: drawn at any size, its words to be searched and copied, and told to who cannot see it. */
export async function pdfOf(
  laid: LaidPage,
  { paper, tile, told: { language, title, inOneGo: told, lines }, now }: PdfOptions,
  fonts: FontBytes,
): Promise<Uint8Array> {
  const paperMm = paperSize(laid, paper);
  const doc = new PDFDocument({
    autoFirstPage: false,
    // No font but the cloth's own.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, CreationDate: new Date(now), ModDate: new Date(now) },
  });
  const bytes = collected(doc);
  for (const file of FONT_FILE_NAMES)
    for (const weight of [500, 700] as const)
      doc.registerFont(fontName(file, weight), fonts(file, weight) as PDFKit.Mixins.PDFFontSource);
  const root = doc.struct('Document');
  doc.addStructure(root);
  if (tile === null) drawWhole(doc, root, laid, { paper: paperMm, told });
  else drawTiles(doc, root, laid, { paper: paperMm, tile, told, title, language });
  writeLines(doc, root, lines);
  root.end();
  doc.end();
  return bytes;
}

/** Pages of words after the picture: how large and how bold each kind of line is. */
const SET: Readonly<Record<ToldLine['as'], readonly [size: number, weight: FontWeight]>> = {
  H1: [WORDS.title, 700],
  H2: [WORDS.head, 700],
  H3: [WORDS.text * 1.1, 700],
  P: [WORDS.text, 500],
};

function writeLines(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, lines: readonly ToldLine[]): void {
  doc.addPage({ size: [...WORDS.size], margin: WORDS.margin });
  for (const { as, text } of lines) {
    const element = doc.struct(as, {}, () => {
      write(doc, text, ...SET[as]);
      doc.moveDown(WORDS.air / WORDS.text);
    });
    root.add(element);
    element.end();
  }
}

/** A paragraph, its letters from whichever files of the font have them; what none has is a question mark. */
function write(doc: PDFKit.PDFDocument, text: string, size: number, weight: FontWeight): void {
  const runs = runsOf(text.replace(/\s+/gu, ' '));
  runs.forEach(({ text: run, file }, nth) => {
    doc
      .font(fontName(file ?? 'latin', weight))
      .fontSize(size)
      .fillColor(INK, 1);
    doc.text(file ? run : '?', { continued: nth < runs.length - 1, lineGap: size * 0.2 });
  });
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('error', reject);
    doc.on('end', () => {
      const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        all.set(chunk, at);
        at += chunk.length;
      }
      resolve(all);
    });
  });
}
