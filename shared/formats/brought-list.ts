import { ITEM_KINDS, type ItemKind, LIMITS } from '../model/schema.ts';
import { cleanText, isBlank } from '../text/clean-text.ts';

/** One thing of a list that is brought in. */
export interface BroughtEntry {
  readonly text: string;
  /** Null where the list does not say: whoever brings it in does. */
  readonly kind: ItemKind | null;
}

/** A row that is left out, by its number in the list (the first is 1), and why. */
export interface BadRow {
  readonly row: number;
  readonly why: 'long' | 'kind';
  /** How it begins. */
  readonly words: string;
}

export interface BroughtList {
  readonly entries: readonly BroughtEntry[];
  readonly bad: readonly BadRow[];
  /** More rows than a cloth holds were there: these are left out, without being looked at. */
  readonly tooMany: number;
}

/** What a column with the words is called, in lists that people have and in those that leave this house. */
const WORDS =
  /^(?:woorden|words|tekst|text|naam|name|label|ingredi[eë]nt(?:en)?|ingredients?|schakels?|connectors?|omschrijving|description)$/i;
const KIND = /^(?:soort|kind|type)$/i;
const KINDS: Readonly<Record<ItemKind, RegExp>> = {
  ingredient: /^ingredi[eë]nt(?:en|s)?$/i,
  connector: /^(?:schakels?|connectors?)$/i,
};
/** The middle of a cloth that was taken home as a list: it is there already. */
const MIDDLE = /^initiati(?:ef|ve)$/i;
/** So much of a row is shown to say which it is, UTF-16 units. */
const BEGINNING = 40;

/**
 * Finds in the rows of a list what there is to lay. A first row that names its columns says which has the words and which
 * the kind; else the words are in the first column that has any, and a column of nothing but kinds is one. What cannot be
 * laid is named by its row; empty rows are nothing.
 */
export function readList(rows: readonly (readonly string[])[]): BroughtList {
  const [first = []] = rows;
  const named = { words: columnOf(first, WORDS), kind: columnOf(first, KIND) };
  const kinds = kindColumn(rows);
  const headed = kinds < 0 && named.words >= 0;
  const body = headed ? rows.slice(1) : rows;
  const kindAt = headed ? named.kind : kinds;
  const entries: BroughtEntry[] = [];
  const bad: BadRow[] = [];
  let left = 0;
  for (const [at, cells] of body.entries()) {
    const row = at + (headed ? 2 : 1);
    const said = (cells[kindAt] ?? '').trim();
    const words = headed
      ? (cells[named.words] ?? '')
      : (cells.find((cell, nth) => nth !== kindAt && !isBlank(cell)) ?? '');
    const text = cleanText(words, LIMITS.itemText + 1).trim();
    if (isBlank(text) || MIDDLE.test(said)) continue;
    if (entries.length >= LIMITS.items) {
      left++;
      continue;
    }
    const kind = said === '' ? null : kindOf(said);
    const beginning = text.length > BEGINNING ? `${text.slice(0, BEGINNING).trimEnd()}…` : text;
    if (kind === undefined) bad.push({ row, why: 'kind', words: beginning });
    else if (text.length > LIMITS.itemText) bad.push({ row, why: 'long', words: beginning });
    else entries.push({ text, kind });
  }
  return { entries, bad, tooMany: left };
}

function columnOf(cells: readonly string[], name: RegExp): number {
  return cells.findIndex((cell) => name.test(cell.trim()));
}

/** The column in which nothing stands but kinds; -1 when there is none, or no other column. */
function kindColumn(rows: readonly (readonly string[])[]): number {
  const wide = Math.max(0, ...rows.map(({ length }) => length));
  if (wide < 2) return -1;
  for (let at = 0; at < wide; at++) {
    const said = rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
    if (said.length > 0 && said.every((cell) => kindOf(cell) !== undefined)) return at;
  }
  return -1;
}

function kindOf(said: string): ItemKind | undefined {
  return ITEM_KINDS.find((kind) => KINDS[kind].test(said));
}
