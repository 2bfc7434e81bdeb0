import { exampleCloth } from '../../../shared/commands/example.ts';
import { overlaps } from '../../../shared/layout/box.ts';
import { INITIATIVE, type PositionLetter } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot, type Item } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import type { Language } from '../../../shared/text/language.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

/** The case as the group will have it on the cloth, in words. */
export interface Story {
  readonly initiative: string;
  /** Who wrote which ingredients. */
  readonly wrote: ReadonlyMap<string, readonly string[]>;
  readonly connectors: readonly string[];
  readonly items: number;
  /** By the words at their ends. */
  readonly ties: readonly (readonly [from: string, to: string])[];
  /** One of the ties, from an ingredient to a connector, that is an expectation as yet. */
  readonly hopedFor: readonly [from: string, to: string];
  readonly positions: readonly (readonly [name: string, letters: readonly PositionLetter[]])[];
  readonly story: string;
  readonly otherStory: string;
  readonly when: string;
}

const OWN_WORDS: Readonly<Record<Language, Pick<Story, 'story' | 'otherStory' | 'when'>>> = {
  nl: {
    story: 'De boekenlijst mag van jou zijn.',
    otherStory: 'Jouw theorie, nu eens langs een film.',
    when: 'na de studiedag',
  },
  en: {
    story: 'The book list can be yours.',
    otherStory: 'Your theory, along a film for once.',
    when: 'after the study day',
  },
};

/** The literature-teaching case, as the example tells it. */
export function storyOf(language: Language): Story {
  const cloth = exampleCloth(language, fontMeasure, 0);
  const connectors = cloth.items.filter(({ kind }) => kind === 'connector');
  const wordsOf = (id: string) => (id === INITIATIVE ? cloth.initiative : (byId(cloth.items).get(id)?.text ?? id));
  const ties = cloth.ties.map(({ from, to }) => [wordsOf(from), wordsOf(to)] as const);
  return {
    ...OWN_WORDS[language],
    initiative: cloth.initiative,
    wrote: new Map(
      cloth.seats.map(({ id, name }) => [
        name,
        cloth.items.filter(({ kind, seat }) => kind === 'ingredient' && seat === id).map(({ text }) => text),
      ]),
    ),
    connectors: connectors.map(({ text }) => text),
    items: cloth.items.length,
    ties,
    hopedFor: ties[0] ?? ['', ''],
    positions: positionsOf(cloth),
  };
}

/** The words of the ingredients that can be read on a page. */
export function readable({ items }: ClothSnapshot): string[] {
  return items.flatMap(({ kind, text, masked }) => (kind === 'ingredient' && !masked ? [text] : [])).sort();
}

/** Every tie by the words at its ends. */
export function tiesOf({
  items,
  ties,
  initiative: middle,
}: Pick<ClothSnapshot, 'items' | 'ties' | 'initiative'>): string[] {
  const wordsOf = (id: string) => (id === INITIATIVE ? middle : (byId(items).get(id)?.text ?? id));
  return ties.map(({ from, to }) => `${wordsOf(from)} – ${wordsOf(to)}`).sort();
}

/** Pairs of things on the cloth, by their words, of which one lies over the other. */
export function piledUp(cloth: ClothSnapshot): string[] {
  const { items, initiative: middle } = buildScene(cloth, fontMeasure);
  const shapes = [...items.map(({ id, box }) => ({ id, box })), { id: INITIATIVE, box: middle.box }];
  const wordsOf = (id: string) => byId(cloth.items).get(id)?.text ?? id;
  return shapes.flatMap((one, at) =>
    shapes.slice(at + 1).flatMap((other) => {
      return overlaps(one.box, other.box) ? [`${wordsOf(one.id)} and ${wordsOf(other.id)}`] : [];
    }),
  );
}

type Held = Pick<Item, 'kind' | 'text' | 'positions'>;

/** Who of the connectors holds which letters. */
export function positionsOf({ items }: { readonly items: readonly Held[] }) {
  return items
    .flatMap(({ kind, text, positions: held }) => (kind === 'connector' ? [[text, [...held].sort()] as const] : []))
    .sort(byName);
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
