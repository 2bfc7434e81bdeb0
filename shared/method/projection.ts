import { boxAt } from '../layout/boxes.ts';
import type { Shown } from '../model/commons.ts';
import { barred } from '../model/mask.ts';
import {
  type DetailsOf,
  detailsOf,
  type ItemDetail,
  MARK_FIELDS,
  NO_DETAILS,
  nothingSaid,
  PATH_FIELDS,
  PROGRAMME_FIELDS,
  type Table,
} from '../model/records.ts';
import type { ClothSnapshot, Item, MetaRecord, Path, Programme } from '../model/snapshot.ts';
import { normalForm } from './doubles.ts';

/** What stands where a name was left out. */
export const UNNAMED = '…';

/** What of an item's details is shown in a room. All others stay on the sheet: clarifications, stories, contacts. */
const SHOWN_DETAILS: readonly ItemDetail[] = ['leadsTo'];
/** The same of a theme's line: when, and what about; not what was written to prepare it. */
const SHOWN_OF_PROGRAMME: readonly (keyof typeof PROGRAMME_FIELDS)[] = ['period', 'roundedOff', 'lastWords'];
const SHOWN_OF_MARKS: readonly (keyof typeof MARK_FIELDS)[] = ['kind', 'day', 'activity', 'words', 'createdAt'];
/** And of a cloth's path: where one is on it; not who carries it, nor what was noted at its stones. */
const SHOWN_OF_PATH: readonly (keyof typeof PATH_FIELDS)[] = ['at', 'roundedOff'];

/**
 * What those who only look from a room see of a sheet that hangs there: initiative, ingredients, connectors, ties,
 * positions, moments' names, a theme's line and where one is on the path. Not its stories, contacts and clarifications, nor who
 * wrote what; names of people only if that was chosen; of who asked to be left out nothing; while words are hidden, bars.
 */
export function projectSnapshot(cloth: ClothSnapshot, shown: Shown, hidden: boolean): ClothSnapshot {
  const without = withoutNames(shown.leftOut);
  const items = cloth.items
    .filter(({ text }) => !without.names(text))
    .map((item) => projectItem(item, cloth.meta, shown, hidden));
  const known = new Set(items.map(({ id }) => id));
  const seen = (words: string) => (hidden ? barred(words) : words);
  const stands = (end: string) => end === 'initiative' || known.has(end);
  const { minutes: _, ...meta } = cloth.meta;
  return {
    meta: { ...meta, title: without.of(meta.title), minutes: {} },
    initiative: without.of(cloth.initiative),
    seats: cloth.seats.map((seat) => ({ ...seat, name: '', holder: null })),
    items,
    ties: cloth.ties.filter(({ from, to }) => stands(from) && stands(to)),
    moments: cloth.moments.map((moment) => ({ ...moment, name: without.of(moment.name), by: '' })),
    ...(cloth.programme && { programme: projectProgramme(cloth.programme, (words) => seen(without.of(words))) }),
    ...(cloth.path && { path: projectPath(cloth.path) }),
  };
}

function projectProgramme({ marks, ...fields }: Programme, seen: (words: string) => string): Programme {
  const shown = onlyThese(PROGRAMME_FIELDS, SHOWN_OF_PROGRAMME, fields);
  return {
    ...shown,
    lastWords: seen(shown.lastWords),
    marks: marks.map(({ id, ...details }) => {
      const mark = onlyThese(MARK_FIELDS, SHOWN_OF_MARKS, details);
      return { ...mark, id, by: '', words: seen(mark.words) };
    }),
  };
}

function projectPath({ notes: _, ...fields }: Path): Path {
  return { ...onlyThese(PATH_FIELDS, SHOWN_OF_PATH, fields), notes: [] };
}

/** A record's details as they are for those that are shown, and as if nothing was said for all others. */
function onlyThese<T extends Table>(table: T, shown: readonly (keyof T)[], details: DetailsOf<T>): DetailsOf<T> {
  return detailsOf(table, (key, row) => (shown.includes(key) ? details[key] : nothingSaid(row)));
}

function projectItem(item: Item, on: MetaRecord, { names }: Shown, hidden: boolean): Item {
  const { id, kind, pos, colour, createdAt, positions } = item;
  const details = Object.fromEntries(SHOWN_DETAILS.map((key) => [key, item[key]]));
  const text = names === 'sources' && isPerson(item, on) ? UNNAMED : hidden ? barred(item.text) : item.text;
  return { ...NO_DETAILS, ...details, id, kind, text, pos, colour, createdAt, positions, seat: null, by: '' };
}

/**
 * Whether something is somebody, as far as can be told: a connector, or whoever is involved in some position; on a theme sheet
 * who was written in the box of its network.
 */
export function isPerson(
  { kind, positions, pos }: Pick<Item, 'kind' | 'positions' | 'pos'>,
  { sheet }: Pick<MetaRecord, 'sheet'>,
): boolean {
  return kind === 'connector' || positions.length > 0 || (sheet === 'theme' && boxAt(pos) === 'network');
}

/** Finds names in words, whatever their case and accents, and puts something else there. */
function withoutNames(forms: readonly string[]): { names(text: string): boolean; of(text: string): string } {
  const names = (text: string): boolean => {
    if (forms.length === 0) return false;
    const words = ` ${normalForm(text)} `;
    return forms.some((form) => words.includes(` ${form} `));
  };
  const of = (text: string): string => {
    if (!names(text)) return text;
    const words = text.split(/\s+/);
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        if (forms.includes(normalForm(words.slice(from, to).join(' ')))) words.splice(from, to - from, UNNAMED);
      }
    }
    const rest = words.join(' ');
    // Written so that it cannot be cut out: then nothing of it is shown.
    return names(rest) ? UNNAMED : rest;
  };
  return { names, of };
}
