import type { Language } from '../text/language.ts';
import { soundText } from '../text/sound-text.ts';

export type Cell = string | number | boolean;

/** A table as a spreadsheet shows it: what stands above each column, and the rows. */
export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Words that a spreadsheet would take for a formula, behind blanks too. */
const FORMULA = /^\s*[=+\-@\t\r]/;
const YES: Readonly<Record<Language, string>> = { nl: 'ja', en: 'yes' };

/**
 * A table as CSV for a spreadsheet (RFC 4180, with a byte order mark, so that Excel reads UTF-8): between cells what Excel
 * expects in the reader's language. Words that begin like a formula get an apostrophe before them, which Excel takes for
 * "words follow": nothing that somebody wrote on a cloth is ever carried out.
 */
export function writeCsv({ head, rows }: Table, language: Language): string {
  const between = language === 'nl' ? ';' : ',';
  const line = (cells: readonly Cell[]) => cells.map((cell) => csvCell(cell, language)).join(between);
  return `\ufeff${[head, ...rows].map(line).join('\r\n')}\r\n`;
}

function csvCell(cell: Cell, language: Language): string {
  if (typeof cell === 'number') return language === 'nl' ? String(cell).replace('.', ',') : String(cell);
  const words = typeof cell === 'boolean' ? (cell ? YES[language] : '') : soundText(cell);
  const safe = FORMULA.test(words) ? `'${words}` : words;
  return /[";,\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The most that a cell of Excel holds, UTF-16 units. */
const MOST_IN_CELL = 32_767;
/** Words that write-excel-file takes for ones it has met before: it looks them up in a plain object. A blank behind them helps. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));
/** Said of every cell: a bold one that names no font is shown in another than those below it. */
const FONT = { fontFamily: 'Arial', fontSize: 10 } as const;
/** Widest a column is made, characters. */
const WIDEST = 60;

/** Tables as the sheets of an Excel workbook (XLSX). All that is words is stored as words, never as a formula. */
export async function writeXlsx(tables: readonly Table[], language: Language): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  const sheets = tables.map(({ name, head, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: head.map((title, at) => ({ width: widthOf([title, ...rows.map((row) => row[at] ?? '')]) })),
    data: [
      head.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((cell) => xlsxCell(cell, language))),
    ],
  }));
  // A Blob, in browsers and on Node alike; this house knows neither.
  const file = (await write(sheets, FONT).toBlob()) as unknown as { arrayBuffer(): Promise<ArrayBuffer> };
  return new Uint8Array(await file.arrayBuffer());
}

function xlsxCell(cell: Cell, language: Language) {
  if (typeof cell === 'number') return { value: cell, type: Number };
  const words = typeof cell === 'boolean' ? (cell ? YES[language] : '') : cell;
  const held = soundText(words).slice(0, MOST_IN_CELL);
  return { value: INHERITED.has(held) ? `${held} ` : held, type: String, wrap: true, alignVertical: 'top' as const };
}

function widthOf(cells: readonly Cell[]): number {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, ...linesOf(cell)), 0);
  return Math.min(WIDEST, Math.max(8, longest + 2));
}

function linesOf(cell: Cell): number[] {
  return String(cell)
    .split('\n')
    .map(({ length }) => length);
}
