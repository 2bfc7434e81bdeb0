import MiniSearch from 'minisearch';
import { nearNames, nodesBy, type Standing, standingsOf } from '../../../shared/method/knows.ts';
import { asOf, knowsSentence } from '../../../shared/method/knows-sentence.ts';
import type { NamePair } from '../../../shared/model/commons.ts';
import { LIMITS } from '../../../shared/model/schema.ts';

/** A sheet that hangs in the room, as it is listed there. */
export interface ListedSheet {
  readonly id: string;
  readonly title: string;
  /** Another one as soon as anything that is shown of it differs. */
  readonly version: string;
}

export interface Answer {
  readonly node: string;
  readonly sentence: string;
  readonly sheet: string;
  readonly as: readonly string[];
  readonly with: readonly string[];
  /** The sheet it leads to, where that hangs here too. */
  readonly leadsTo?: string;
}

/** Words that a question is made of, and nothing is called by. */
const ASKING = new Set(
  'wie weet weten iets van over kent kennen heeft hebben met de het een en of die dat er is zijn bij voor in op aan wat waar ken ik we wij iemand who knows know anything something about of has have with the a an and or is are there at for in on what where somebody anyone we i'.split(
    ' ',
  ),
);
const MOST_ANSWERS = 30;
/** Of a long question so many different words are looked for: each is held against every word of the room. */
const MOST_WORDS = 8;
/** A shorter word is the whole of a name's word, or nothing: as the beginning of one it would be half the room. */
const SHORTEST_BEGINNING = 3;
/** A node recurs where it stands on this many sheets. */
const RECURS = 2;
const MOST_RECURRING = 200;
const MOST_BESIDE = 60;

/** What lies between two words. */
const SPACE_OR_PUNCTUATION = /[\n\r\p{Z}\p{P}]+/u;

/** A word as it is compared; null for one that questions are made of. */
function plainWord(word: string): string | null {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain === '' || ASKING.has(plain) ? null : plain;
}

interface Indexed {
  readonly version: string;
  readonly standings: readonly Standing[];
}

/**
 * What is known in one room: every name on every sheet that hangs there, to be found by words. A sheet is read again only when
 * what is shown of it differs.
 */
export class Knows {
  readonly #search = new MiniSearch<{ id: string; name: string; with: string; sheet: string }>({
    fields: ['name', 'with', 'sheet'],
    searchOptions: {
      prefix: (word) => word.length >= SHORTEST_BEGINNING,
      fuzzy: (word) => (word.length > 5 ? 0.2 : false),
      boost: { name: 3, with: 1.5 },
    },
    processTerm: plainWord,
  });
  readonly #sheets = new Map<string, Indexed>();
  #titles = new Map<string, string>();
  #pairs: readonly NamePair[] = [];
  #nodeOf = nodesBy([]);

  /** How many names it holds. */
  get size(): number {
    let size = 0;
    for (const { standings } of this.#sheets.values()) size += standings.length;
    return size;
  }

  /** Lets go of what does not hang there any more, or reads otherwise by now. Returns of which sheets it is to be told. */
  lacks(sheets: readonly ListedSheet[]): string[] {
    this.#titles = new Map(sheets.map(({ id, title }) => [id, title]));
    const versions = new Map(sheets.map(({ id, version }) => [id, version]));
    for (const [id, { version }] of this.#sheets) if (versions.get(id) !== version) this.#remove(id);
    return sheets.filter(({ id }) => !this.#sheets.has(id)).map(({ id }) => id);
  }

  /** Takes in what is shown of a sheet; of one that holds more than any page lays, the first. */
  add({ id, title, version }: ListedSheet, sheet: Parameters<typeof standingsOf>[1]): void {
    const { items, ties, ...on } = sheet;
    this.#remove(id);
    const shown = { ...on, items: items.slice(0, LIMITS.items), ties: ties.slice(0, LIMITS.ties) };
    const standings = standingsOf(id, shown, this.#nodeOf);
    this.#sheets.set(id, { version, standings });
    this.#search.addAll(
      standings.map((standing, at) => ({
        id: `${id} ${at}`,
        name: standing.name,
        with: standing.with.join(' '),
        sheet: title,
      })),
    );
  }

  /** Heeds what was said of names that look alike. */
  heed(pairs: readonly NamePair[]): void {
    if (JSON.stringify(pairs) === JSON.stringify(this.#pairs)) return;
    this.#pairs = pairs;
    this.#nodeOf = nodesBy(pairs);
    for (const [id, { version, standings }] of this.#sheets) {
      const joined = standings.map((standing) => ({
        ...standing,
        node: this.#nodeOf(standing.name, standing.isPerson, id),
      }));
      this.#sheets.set(id, { version, standings: joined });
    }
  }

  /** Sentences that answer a question in words, the best first. */
  ask(question: string, language: 'nl' | 'en'): Answer[] {
    const words = new Set(question.split(SPACE_OR_PUNCTUATION).flatMap((word) => plainWord(word) ?? []));
    const found = this.#search.search([...words].slice(0, MOST_WORDS).join(' ')).slice(0, MOST_ANSWERS);
    return found.flatMap(({ id }) => {
      const cut = String(id).lastIndexOf(' ');
      const standing = this.#sheets.get(String(id).slice(0, cut))?.standings[Number(String(id).slice(cut))];
      return standing ? [this.#answer(standing, language)] : [];
    });
  }

  /** What stands on two sheets or more, by name; and names that may be one, to be asked. */
  overview(): Overview {
    const nodes = new Map<string, { readonly name: string; readonly sheets: Set<string> }>();
    for (const { node, name, sheet } of this.#all()) {
      const known = nodes.get(node) ?? { name, sheets: new Set<string>() };
      known.sheets.add(sheet);
      nodes.set(node, known);
    }
    const recurs = [...nodes]
      .filter(([, { sheets }]) => sheets.size >= RECURS)
      .map(([node, { name, sheets }]) => ({ node, name, sheets: [...sheets] }))
      // By name: nobody is more of a node than another.
      .sort((a, b) => a.name.localeCompare(b.name))
      .slice(0, MOST_RECURRING);
    return { recurs, near: nearNames([...this.#all()], this.#pairs) };
  }

  /** One node with the sheets it stands on and what stands with it there; null when it stands nowhere. */
  around(node: string, language: 'nl' | 'en'): Neighbourhood | null {
    const own = [...this.#all()].filter((standing) => standing.node === node);
    const [first] = own;
    if (!first) return null;
    const beside = own.flatMap((standing) => {
      const names = new Set(standing.with);
      return (this.#sheets.get(standing.sheet)?.standings ?? [])
        .filter(({ name }) => names.has(name))
        .map(({ node, name, sheet }) => ({ node, name, sheet }));
    });
    return {
      node,
      name: first.name,
      sheets: [...new Set(own.map(({ sheet }) => sheet))].map((id) => ({ id, title: this.#titles.get(id) ?? '' })),
      beside: beside.slice(0, MOST_BESIDE),
      sentences: own.map((standing) => this.#answer(standing, language).sentence),
    };
  }

  #answer(standing: Standing, language: 'nl' | 'en'): Answer {
    const { node, sheet, leadsTo } = standing;
    // What does not hang here is not named here either.
    const way = this.#titles.get(leadsTo);
    const sentence = knowsSentence(standing, this.#titles.get(sheet) ?? '', language, way);
    return { node, sentence, sheet, as: asOf(standing), with: standing.with, ...(way !== undefined && { leadsTo }) };
  }

  #remove(id: string): void {
    const known = this.#sheets.get(id);
    if (!known) return;
    for (const at of known.standings.keys()) this.#search.discard(`${id} ${at}`);
    this.#sheets.delete(id);
  }

  *#all(): Generator<Standing> {
    for (const { standings } of this.#sheets.values()) yield* standings;
  }
}

export interface Overview {
  readonly recurs: readonly Recurring[];
  readonly near: readonly (readonly [string, string])[];
}

export interface Recurring {
  readonly node: string;
  readonly name: string;
  readonly sheets: readonly string[];
}

export interface Neighbourhood {
  readonly node: string;
  readonly name: string;
  readonly sheets: readonly { readonly id: string; readonly title: string }[];
  readonly beside: readonly { readonly node: string; readonly name: string; readonly sheet: string }[];
  readonly sentences: readonly string[];
}
