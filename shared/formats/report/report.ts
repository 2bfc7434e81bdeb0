import { BOXES, boxAt } from '../../layout/boxes.ts';
import { insightsOf } from '../../method/insights.ts';
import { questionOf } from '../../method/questions.ts';
import { INITIATIVE } from '../../model/schema.ts';
import { byId, type ClothSnapshot, type Item } from '../../model/snapshot.ts';
import { sheetWords } from '../../scene/theme-words.ts';
import type { Language } from '../../text/language.ts';
import { positionName } from '../network/graph.ts';
import { type Contact, contactsOf } from './contact-list.ts';
import { wordsOf } from './words.ts';

/** What a finished cloth has to say, to read and to send round: as plain parts, which each form sets in its own way. */
export interface Report {
  readonly language: Language;
  /** What it tells of. */
  readonly of: 'cloth' | 'theme';
  readonly title: string;
  /** The day it was made, in words. */
  readonly date: string;
  /** Whose edges there are. */
  readonly people: readonly string[];
  readonly connectors: readonly ConnectorPart[];
  /** What stands under no connector: ingredients without one, or the boxes of a theme sheet in which something stands. */
  readonly groups: readonly { readonly name: string; readonly ingredients: readonly IngredientPart[] }[];
  /** "What do we see?"; null of a theme sheet, which is no network. */
  readonly questions: readonly string[] | null;
  /** Null when what people prepared does not go along. */
  readonly contacts: readonly Contact[] | null;
}

export interface ConnectorPart {
  readonly name: string;
  /** In words, in the order i p s l g. */
  readonly positions: readonly string[];
  readonly meant: string;
  readonly ingredients: readonly IngredientPart[];
  /** Other connectors it is tied to, and the initiative by name. */
  readonly others: readonly { readonly name: string; readonly expected: boolean }[];
}

export interface IngredientPart {
  readonly words: string;
  /** Where it was written, in words. */
  readonly place: string;
  readonly meant: string;
  /** The tie to it is expected rather than seen. */
  readonly expected: boolean;
}

interface ReportOptions {
  readonly language: Language;
  /** Whether what people prepared of their contacts goes along. */
  readonly stories: boolean;
  /** When it is made, ms since the epoch. */
  readonly now: number;
}

export function reportOf(cloth: ClothSnapshot, { language, stories, now }: ReportOptions): Report {
  const words = wordsOf(language);
  const items = byId(cloth.items);
  const seats = byId(cloth.seats);
  const nameOf = (item: Item) => item.text || words.contacts.unnamed;
  const title = cloth.initiative || cloth.meta.title || words.untitled;

  const ingredientPart = (item: Item, expected: boolean): IngredientPart => {
    const edge = (item.seat !== null && seats.get(item.seat)?.name) || '';
    return { words: item.text, place: edge ? words.atEdge(edge) : words.noEdge, meant: item.clarification, expected };
  };
  const endsOf = (id: string) =>
    cloth.ties.flatMap(({ from, to, expected }) =>
      from === id ? [{ end: to, expected }] : to === id ? [{ end: from, expected }] : [],
    );
  const connectorPart = (connector: Item): ConnectorPart => {
    const ends = endsOf(connector.id).map(({ end, expected }) => ({ end, item: items.get(end), expected }));
    return {
      name: nameOf(connector),
      positions: connector.positions.map((letter) => positionName(letter, language)),
      meant: connector.clarification,
      ingredients: ends.flatMap(({ item, expected }) =>
        item?.kind === 'ingredient' ? [ingredientPart(item, expected)] : [],
      ),
      others: ends.flatMap(({ end, item, expected }) => {
        if (end === INITIATIVE) return [{ name: title, expected }];
        return item?.kind === 'connector' ? [{ name: nameOf(item), expected }] : [];
      }),
    };
  };
  const connectors = cloth.items.filter(({ kind }) => kind === 'connector');
  const loose = cloth.items.filter(
    ({ id, kind }) => kind === 'ingredient' && !endsOf(id).some(({ end }) => items.get(end)?.kind === 'connector'),
  );
  const isTheme = cloth.meta.sheet === 'theme';
  const groups = isTheme ? slipsByBox(cloth, language) : [{ name: words.loose, of: loose }];
  return {
    language,
    of: isTheme ? 'theme' : 'cloth',
    title,
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now),
    people: cloth.seats.flatMap(({ name }) => name || []),
    connectors: connectors.map(connectorPart),
    groups: groups.flatMap(({ name, of }) =>
      of.length === 0 ? [] : [{ name, ingredients: of.map((item) => ingredientPart(item, false)) }],
    ),
    questions: isTheme
      ? null
      : insightsOf(cloth).map((insight) =>
          questionOf(insight, cloth.meta.kind, (id) => items.get(id)?.text || words.contacts.unnamed, language),
        ),
    contacts: stories && !isTheme ? contactsOf(cloth, { language, stories, now }) : null,
  };
}

/** The slips of a theme sheet by the box they lie in, in the order in which the boxes are read. */
function slipsByBox({ items }: ClothSnapshot, language: Language) {
  const { titles } = sheetWords(language);
  return BOXES.map((box) => ({ name: titles[box], of: items.filter(({ pos }) => boxAt(pos) === box) }));
}
