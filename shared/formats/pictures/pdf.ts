import PDFDocument from 'pdfkit';
import { fontName } from '../../paint/pens/pdf-pen.ts';
import { type LaidPage, type PaperName, paperSize } from '../../scene/page-choice.ts';
import type { TileName } from '../../scene/tiles.ts';
import { FONT_FILE_NAMES, type FontBytes, runsOf } from '../../text/font-runs.ts';
import type { FontWeight } from '../../text/text-measure.ts';
import type { Report } from '../report/report.ts';
import { wordsOf } from '../report/words.ts';
import { drawTiles, drawWhole, POINTS } from './pdf-pages.ts';

/** Pages of words: A4 standing up, in points, with a margin. */
const WORDS = { size: [210 * POINTS, 297 * POINTS], margin: 51, title: 22, head: 14, text: 10.5, air: 5 } as const;

const INK = '#2a2723';

interface PdfOptions {
  readonly paper: PaperName;
  readonly tile: TileName | null;
  /** What stands on the cloth, in words: for who does not see the page, and after it for everyone. */
  readonly report: Report;
  /** ms since the epoch. */
  readonly now: number;
}

/** A laid page as a PDF: drawn at any size, its words to be searched and copied, and told to who cannot see it. */
export async function pdfOf(
  laid: LaidPage,
  { paper, tile, report, now }: PdfOptions,
  fonts: FontBytes,
): Promise<Uint8Array> {
  const paperMm = paperSize(laid, paper);
  const title = report.title;
  const doc = new PDFDocument({
    autoFirstPage: false,
    // No font but the cloth's own.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: report.language,
    displayTitle: true,
    info: { Title: title, CreationDate: new Date(now), ModDate: new Date(now) },
  });
  const bytes = collected(doc);
  for (const file of FONT_FILE_NAMES)
    for (const weight of [500, 700] as const)
      doc.registerFont(fontName(file, weight), fonts(file, weight) as PDFKit.Mixins.PDFFontSource);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const told = toldOf(report);
  if (tile === null) drawWhole(doc, root, laid, { paper: paperMm, told });
  else drawTiles(doc, root, laid, { paper: paperMm, tile, told, title, language: report.language });
  writeReport(doc, root, report);
  root.end();
  doc.end();
  return bytes;
}

/** What is on the page in a sentence. */
function toldOf({ title, language, of, connectors, groups }: Report): string {
  const words = wordsOf(language);
  const parts = connectors.map(({ name, ingredients }) =>
    [name, ...ingredients.map(({ words: said }) => said)].join(', '),
  );
  const others = groups.map(({ name, ingredients }) => `${name}: ${ingredients.map((part) => part.words).join(', ')}`);
  return [`${words.of[of].kind}: ${title}`, ...parts, ...others].join('. ');
}

function writeReport(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, report: Report): void {
  const words = wordsOf(report.language);
  doc.addPage({ size: [...WORDS.size], margin: WORDS.margin });
  const line = (tag: string, text: string, size: number, weight: FontWeight) => {
    if (text === '') return;
    const element = doc.struct(tag, {}, () => {
      write(doc, text, size, weight);
      doc.moveDown(WORDS.air / WORDS.text);
    });
    root.add(element);
    element.end();
  };
  const text = (said: string) => line('P', said, WORDS.text, 500);
  line('H1', report.title, WORDS.title, 700);
  text([words.of[report.of].kind, report.date, report.people.join(', ')].filter(Boolean).join(' – '));
  line('H2', words.of[report.of].contents, WORDS.head, 700);
  for (const { name, positions, ingredients, others, meant } of report.connectors) {
    line('H3', [name, positions.join(', ')].filter(Boolean).join(' – '), WORDS.text * 1.1, 700);
    text(meant);
    const tied = others.map((other) => other.name + (other.expected ? ` (${words.expected})` : ''));
    if (tied.length > 0) text(`${words.through} ${tied.join(', ')}`);
    for (const part of ingredients)
      text(`• ${part.words} (${part.place}${part.expected ? `, ${words.expected}` : ''})`);
  }
  for (const { name, ingredients } of report.groups) {
    line('H3', name, WORDS.text * 1.1, 700);
    for (const part of ingredients) text(`• ${part.words} (${part.place})`);
  }
  if (report.questions === null) return;
  line('H2', words.questions, WORDS.head, 700);
  if (report.questions.length === 0) text(words.noQuestions);
  for (const question of report.questions) text(`• ${question}`);
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
