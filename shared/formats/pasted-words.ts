import { LIMITS } from '../model/schema.ts';
import { cleanText, isBlank } from '../text/clean-text.ts';

/** More than a full cloth holds: not even worth showing in a field. UTF-16 units. */
export const HUGE_PASTE = LIMITS.items * LIMITS.itemText;

/** What a pasted text is: `plain` goes into the field as ever, `line` goes there as it reads, `lines` asks first, `huge` is refused. */
export type Pasted =
  | { readonly kind: 'plain' }
  | { readonly kind: 'huge' }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly text: string };

/** Reads what the clipboard brought: lines of a text, points of a list, cells of a table. What has no words does not count. */
export function readPaste(pasted: string): Pasted {
  if (pasted.length > HUGE_PASTE) return { kind: 'huge' };
  const entries = entriesOf(pasted);
  const [only] = entries;
  if (entries.length > 1) return { kind: 'lines', lines: entries, text: textOf(pasted, entries) };
  if (only === undefined || only === cleanText(pasted, HUGE_PASTE).trim()) return { kind: 'plain' };
  return { kind: 'line', text: only };
}

/** The words of a pasted text one by one, as {@link readPaste} has them. */
export function entriesOf(pasted: string): string[] {
  const rows = rowsOf(pasted.replace(/\r\n?/g, '\n').replace(/\u0085|[\u2028\u2029\f]/g, '\n'));
  const unmarked = isTable(rows) ? rows : withoutBullets(rows);
  return unmarked
    .flat()
    .map((cell) => cleanText(cell, HUGE_PASTE).trim())
    .filter((entry) => !isBlank(entry));
}

/** One text of all that was pasted: as it was, but for a list or table, which is its entries line by line. */
function textOf(pasted: string, entries: readonly string[]): string {
  const lines = cleanText(pasted, HUGE_PASTE).trim();
  const asIs = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !isBlank(line));
  return asIs.length === entries.length && asIs.every((line, at) => line === entries[at]) ? lines : entries.join('\n');
}

/**
 * Rows of cells as a spreadsheet puts them on the clipboard: a tab between cells, and a cell with a line end in it between
 * quotation marks, with its own doubled. Quotation marks anywhere else are the writer's.
 */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? QUOTED.exec(text.slice(at))?.[0] : undefined;
    const end = quoted?.includes('\n') ? at + quoted.length : endOfCell(text, at);
    const cell = text.slice(at, end);
    rows.at(-1)?.push(quoted?.includes('\n') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

/** A quoted cell, which what comes next ends. */
const QUOTED = /^"(?:[^"]|"")*"(?=\t|\n|$)/;

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\t' || text[at] === '\n') return at;
  return text.length;
}

/** Word parts a list's sign from its words by a tab as well: a table has tabs behind more than signs. */
function isTable(rows: readonly (readonly string[])[]): boolean {
  return rows.some((row) => row.length > 2 || (row.length === 2 && !ALONE.test((row[0] ?? '').trim())));
}

/** Signs that begin a point of a list in what word processors, mail and web pages put on the clipboard. */
const SIGN = '[•·▪▫◦‣⁃∙●○■□◆◇➢➤✓✔–—*\\-\uf0a7\uf0b7\uf0d8]|\\(?\\d{1,3}[.)]|\\(?[a-z][.)]|[o§Ø]';
const ALONE = new RegExp(`^(?:${SIGN})$`, 'i');
const CERTAIN = /^\s*[•·▪▫◦‣⁃∙●○■□◆◇➢➤✓✔\uf0a7\uf0b7\uf0d8]\s*(?=\S)|^\s*[–—*-]\s+(?=\S)/;
/** A number or a letter may be the words' own ("4. havo", "o ja"): it is a sign only in a list of them. */
const IN_A_LIST = /^\s*(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|[o§Ø])\s+(?=\S)/i;

function withoutBullets(rows: readonly (readonly string[])[]): string[][] {
  const lines = rows.map((row) => row.join('\t'));
  const listed = lines.filter((line) => CERTAIN.test(line) || IN_A_LIST.test(line)).length > 1;
  return lines.map((line) => {
    if (CERTAIN.test(line)) return [line.replace(CERTAIN, '')];
    const [first = '', ...rest] = line.split('\t');
    if (rest.length > 0 && ALONE.test(first.trim())) return [rest.join(' ')];
    return [listed ? line.replace(IN_A_LIST, '') : line];
  });
}
