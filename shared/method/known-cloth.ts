import type { ClothSnapshot, Item } from '../model/snapshot.ts';
import { normalForm } from './doubles.ts';

/** Of a full cloth not all is taken along: a theme begins with what there is to talk about, what was written first before the rest. */
const MOST_OF_A_KIND = 40;

/** A name on the cloth, with whose it is. */
export type KnownName = Pick<Item, 'text' | 'colour' | 'by'>;

/** What a cloth knows that a theme can begin with. */
export interface KnownCloth {
  readonly id: string;
  readonly name: string;
  /** In which language it opens, when that was chosen. */
  readonly language: string | null;
  readonly connectors: readonly KnownName[];
  readonly ingredients: readonly KnownName[];
}

/** Reads it off a cloth. Nothing of what was told in confidence: no stories, contacts or clarifications. */
export function knownCloth(id: string, { initiative, meta, items }: ClothSnapshot): KnownCloth {
  const of = (kind: Item['kind']) =>
    onceEach(items.filter((item) => item.kind === kind))
      .slice(0, MOST_OF_A_KIND)
      .map(({ text, colour, by }) => ({ text, colour, by }));
  return {
    id,
    name: initiative || meta.title,
    language: meta.language ?? null,
    connectors: of('connector'),
    ingredients: of('ingredient'),
  };
}

/** Each name once, as it was written first; blanks not at all. */
function onceEach<T extends { readonly text: string }>(items: readonly T[]): T[] {
  const seen = new Set(['']);
  return items.filter(({ text }) => {
    const form = normalForm(text);
    if (seen.has(form)) return false;
    seen.add(form);
    return true;
  });
}
