import type { Box } from '../../layout/box.ts';
import { laidStrips } from '../../paint/laid-page.ts';
import type { Pen } from '../../paint/pen.ts';
import { PdfPen } from '../../paint/pens/pdf-pen.ts';
import { clothFont, prepareWords } from '../../paint/words.ts';
import { type LaidPage, partOfPage } from '../../scene/page-choice.ts';
import { layTiles, MOST_TILES, TILING, type Tile, type TileName, type Tiling } from '../../scene/tiles.ts';
import type { Language } from '../../text/language.ts';
import { fontMeasure } from '../../text/text-measure.ts';
import { tileWords } from './page-words.ts';

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;
/** All there is to see is drawn, however small. */
const FINE = 8;
/** Thin enough to cut along. mm and colour. */
const CUT = { line: 0.2, length: 6, ink: '#5b544c' } as const;
/** Sizes of words, mm. */
const SIZE = { name: 3.2, title: 9, text: 4.4, line: 6.6, grid: 6 } as const;
const INK = '#2a2723';

interface Paper {
  readonly w: number;
  readonly h: number;
}

type Root = PDFKit.PDFStructureElement;

/** The whole of a laid page on one page. `told`: what is on it, for who does not see it; sizes in mm. */
export function drawWhole(
  doc: PDFKit.PDFDocument,
  root: Root,
  laid: LaidPage,
  { paper, told }: { readonly paper: Paper; readonly told: string },
): void {
  addPage(doc, paper);
  figure(doc, root, told, () => drawLaid(doc, laid, paper, { x: 0, y: 0, ...paper }, [0, 0]));
}

/** More sheets than anybody glues together. */
export class TooManySheets extends Error {
  constructor(sheets: number) {
    super(`tile: it would be ${sheets} sheets; the most is ${MOST_TILES}`);
  }
}

interface TileOptions {
  readonly paper: Paper;
  readonly tile: TileName;
  readonly told: string;
  readonly title: string;
  readonly language: Language;
}

/** A laid page in parts, one a sheet, with marks to cut along; before them a plan of how they lie. */
export function drawTiles(
  doc: PDFKit.PDFDocument,
  root: Root,
  laid: LaidPage,
  { paper, tile: name, told, title, language }: TileOptions,
): void {
  const tiling = layTiles(paper, name);
  const { sheet, tiles } = tiling;
  if (tiles.length > MOST_TILES) throw new TooManySheets(tiles.length);
  const words = tileWords(language);
  addPage(doc, sheet);
  drawPlan(doc, root, laid, { paper, tiling, told, title, language, name });
  for (const tile of tiles) {
    addPage(doc, sheet);
    const { w, h } = tile.box;
    const to: Box = { x: TILING.margin, y: TILING.margin, w, h };
    figure(doc, root, words.sheet(tile.name), () => drawLaid(doc, laid, paper, tile.box, [to.x, to.y]));
    inMm(doc, (pen) => {
      cutMarks(pen, tiling, tile, to);
      write(pen, `${title} · ${words.sheet(tile.name)}`, [to.x, sheet.h - TILING.margin / 3], SIZE.name, 500, w);
    });
  }
}

function addPage(doc: PDFKit.PDFDocument, { w, h }: Paper): void {
  doc.addPage({ size: [w * POINTS, h * POINTS], margin: 0 });
}

function figure(doc: PDFKit.PDFDocument, root: Root, alt: string, draw: () => void): void {
  const drawn = doc.struct('Figure', { alt }, draw);
  root.add(drawn);
  drawn.end();
}

/** Draws on the page in mm, from its upper left corner. */
function inMm(doc: PDFKit.PDFDocument, draw: (pen: Pen) => void): void {
  doc.save();
  doc.transform(POINTS, 0, 0, POINTS, 0, 0);
  draw(new PdfPen(doc));
  doc.restore();
}

/** Draws a part of a page, in mm of its paper, at a place on the sheet: nothing beyond that part. */
function drawLaid(
  doc: PDFKit.PDFDocument,
  laid: LaidPage,
  paper: Paper,
  part: Box,
  [left, top]: [number, number],
): void {
  const { box } = laid.page;
  const scale = Math.min(paper.w / box.w, paper.h / box.h);
  const from = { x: (paper.w - box.w * scale) / 2, y: (paper.h - box.h * scale) / 2 };
  const onCloth = {
    x: box.x + (part.x - from.x) / scale,
    y: box.y + (part.y - from.y) / scale,
    w: part.w / scale,
    h: part.h / scale,
  };
  doc.save();
  doc.transform(POINTS, 0, 0, POINTS, 0, 0);
  doc.rect(left, top, part.w, part.h).clip();
  doc.transform(scale, 0, 0, scale, left - part.x + from.x - box.x * scale, top - part.y + from.y - box.y * scale);
  for (const strip of laidStrips(new PdfPen(doc), partOfPage(laid, onCloth), { pxPerMm: FINE })) strip();
  doc.restore();
}

/**
 * Strokes in the white edge: at the upper left where that edge is cut off, and where the next sheet is laid up to. Only on sides
 * that have a neighbour.
 */
function cutMarks(pen: Pen, { columns, rows }: Tiling, { column, row }: Tile, { x, y, w, h }: Box): void {
  const [right, foot] = [x + w, y + h];
  pen.save();
  pen.strokeStyle = CUT.ink;
  pen.lineWidth = CUT.line;
  const upright = (at: number) => {
    line(pen, [at, y - CUT.length], [at, y - 1]);
    line(pen, [at, foot + 1], [at, foot + CUT.length / 2]);
  };
  const lying = (at: number) => {
    line(pen, [x - CUT.length, at], [x - 1, at]);
    line(pen, [right + 1, at], [right + CUT.length, at]);
  };
  if (column > 0) upright(x);
  if (column < columns - 1) upright(right - TILING.overlap);
  if (row > 0) lying(y);
  if (row < rows - 1) lying(foot - TILING.overlap);
  pen.restore();
}

function line(pen: Pen, from: readonly [number, number], to: readonly [number, number]): void {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

interface PlanOptions extends Omit<TileOptions, 'tile'> {
  readonly tiling: Tiling;
  readonly name: TileName;
}

/** The page as it will lie, with the name of each sheet on it, and how it is made of them. */
function drawPlan(
  doc: PDFKit.PDFDocument,
  root: Root,
  laid: LaidPage,
  { paper, tiling, told, title, language, name }: PlanOptions,
): void {
  const { sheet, tiles, columns, rows } = tiling;
  const words = tileWords(language);
  const margin = 2 * TILING.margin;
  const most = sheet.w - 2 * margin;
  const lines = [words.told(tiles.length, columns, rows, name.toUpperCase()), ...words.steps];
  const top = margin + SIZE.title + lines.length * SIZE.line + SIZE.line;
  const scale = Math.min(most / paper.w, (sheet.h - top - margin) / paper.h);
  const small = { w: paper.w * scale, h: paper.h * scale };
  const left = (sheet.w - small.w) / 2;
  const text = Math.min(...lines.map((said) => fitting(said, SIZE.text, 500, most)));
  figure(doc, root, told, () => drawLaid(doc, laid, small, { x: 0, y: 0, ...small }, [left, top]));
  const paragraph = doc.struct('P', {}, () =>
    inMm(doc, (pen) => {
      write(pen, `${title} – ${words.plan}`, [margin, margin + SIZE.title * 0.7], SIZE.title, 700, most);
      lines.forEach((said, nth) => {
        write(pen, said, [margin, margin + SIZE.title + (nth + 1) * SIZE.line], text, 500, most);
      });
    }),
  );
  root.add(paragraph);
  paragraph.end();
  inMm(doc, (pen) => {
    for (const { name: called, box, column, row } of tiles) {
      const w = (column < columns - 1 ? box.w - TILING.overlap : box.w) * scale;
      const h = (row < rows - 1 ? box.h - TILING.overlap : box.h) * scale;
      outlined(pen, { x: left + box.x * scale, y: top + box.y * scale, w, h }, called);
    }
  });
}

/** One sheet on the plan: its outline, and its name on a ground of its own, for lines run under it. */
function outlined(pen: Pen, { x, y, w, h }: Box, name: string): void {
  const size = Math.min(SIZE.grid, h / 2);
  pen.save();
  pen.strokeStyle = CUT.ink;
  pen.lineWidth = 2 * CUT.line;
  pen.beginPath();
  pen.roundRect(x, y, w, h, 0);
  pen.stroke();
  pen.beginPath();
  pen.arc(x + w / 2, y + h / 2, size, 0, 2 * Math.PI);
  pen.fillStyle = '#ffffff';
  pen.globalAlpha = 0.85;
  pen.fill();
  pen.globalAlpha = 1;
  pen.restore();
  write(pen, name, [x + w / 2, y + h / 2 + size * 0.3], size * 0.85, 700, w, 'center');
}

/** The size of words that are no wider than `most`, mm. */
function fitting(text: string, wished: number, weight: 500 | 700, most: number): number {
  return Math.min(wished, (wished * most) / Math.max(1, fontMeasure.width(text, wished, weight)));
}

function write(
  pen: Pen,
  text: string,
  [x, y]: readonly [number, number],
  wished: number,
  weight: 500 | 700,
  most: number,
  align: 'left' | 'center' = 'left',
): void {
  const size = fitting(text, wished, weight, most);
  pen.save();
  prepareWords(pen);
  pen.textAlign = align;
  pen.font = clothFont(size, weight);
  pen.fillStyle = INK;
  pen.fillText(text, x, y);
  pen.restore();
}
