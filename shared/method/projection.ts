import type { Shown } from '../model/commons.ts';
import { barred } from '../model/mask.ts';
import { type ItemDetail, NO_DETAILS } from '../model/records.ts';
import type { ClothSnapshot, Item } from '../model/snapshot.ts';
import { normalForm } from './doubles.ts';

/** What stands where a name was left out. */
export const UNNAMED = '…';

/** What of an item's details is shown in a room. All others stay on the sheet: clarifications, stories, contacts. */
const SHOWN_DETAILS: readonly ItemDetail[] = [];

/**
 * What those who only look from a room see of a sheet that hangs there: initiative, ingredients, connectors, ties,
 * positions, moments' names. Not its stories, contacts and clarifications, nor who wrote what; names of people only if that was
 * chosen; of who asked to be left out nothing; while words are hidden, bars.
 */
export function projectSnapshot(cloth: ClothSnapshot, shown: Shown, hidden: boolean): ClothSnapshot {
  const without = withoutNames(shown.leftOut);
  const items = cloth.items.filter(({ text }) => !without.names(text)).map((item) => projectItem(item, shown, hidden));
  const known = new Set(items.map(({ id }) => id));
  const stands = (end: string) => end === 'initiative' || known.has(end);
  const { minutes: _, ...meta } = cloth.meta;
  return {
    meta: { ...meta, title: without.of(meta.title), minutes: {} },
    initiative: without.of(cloth.initiative),
    seats: cloth.seats.map((seat) => ({ ...seat, name: '', holder: null })),
    items,
    ties: cloth.ties.filter(({ from, to }) => stands(from) && stands(to)),
    moments: cloth.moments.map((moment) => ({ ...moment, name: without.of(moment.name), by: '' })),
  };
}

function projectItem(item: Item, { names }: Shown, hidden: boolean): Item {
  const { id, kind, pos, colour, createdAt, positions } = item;
  const details = Object.fromEntries(SHOWN_DETAILS.map((key) => [key, item[key]]));
  const text = names === 'sources' && isPerson(item) ? UNNAMED : hidden ? barred(item.text) : item.text;
  return { ...NO_DETAILS, ...details, id, kind, text, pos, colour, createdAt, positions, seat: null, by: '' };
}

/** Whether something is somebody, as far as can be told: a connector, or whoever is involved in some position. */
export function isPerson({ kind, positions }: Pick<Item, 'kind' | 'positions'>): boolean {
  return kind === 'connector' || positions.length > 0;
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
