import { INITIATIVE, POSITION_LETTERS, type PositionLetter } from '../model/schema.ts';
import { byId, type ClothSnapshot, type Item } from '../model/snapshot.ts';
import { normalForm } from './doubles.ts';

/**
 * "What do we see?": what stands out in a network, each a question to the group and never a score. Ids name what a click
 * shows on the cloth.
 */
export type Insight =
  /** Ingredients that no connector relates to the initiative. */
  | { readonly kind: 'without-connector'; readonly ids: readonly string[] }
  /** Connectors that are not tied to the initiative, directly or through another connector. */
  | { readonly kind: 'aside'; readonly ids: readonly string[] }
  /** One connector on whom much rests: what happens without them? */
  | { readonly kind: 'carries-many'; readonly ids: readonly [string]; readonly count: number }
  /** Ties that are expected rather than seen. */
  | { readonly kind: 'expected'; readonly ids: readonly string[] }
  /** A position of involvement that nobody holds. */
  | { readonly kind: 'nobody-holds'; readonly ids: readonly []; readonly letter: PositionLetter }
  /** The same thing, written by several people: it lives. */
  | { readonly kind: 'written-by-several'; readonly ids: readonly string[]; readonly words: string };

/** From how many ingredients on a connector carries "many", and what part of all tied ingredients that must be. */
const MANY = { ingredients: 5, part: 1 / 3 } as const;

export function insightsOf(cloth: ClothSnapshot): Insight[] {
  const network = neighbours(cloth);
  const reached = connectorsReached(cloth, network);
  const connectors = cloth.items.filter((item) => item.kind === 'connector');
  const ingredients = cloth.items.filter((item) => item.kind === 'ingredient');
  const tiedTo = (item: Item) => [...(network.get(item.id) ?? [])];
  const without = ingredients.filter((item) => !tiedTo(item).some((id) => reached.has(id)));
  const aside = connectors.filter((item) => !reached.has(item.id));
  const expected = cloth.ties.filter((tie) => tie.expected);
  const found: Insight[] = [];
  if (without.length > 0) found.push({ kind: 'without-connector', ids: without.map((item) => item.id) });
  if (aside.length > 0) found.push({ kind: 'aside', ids: aside.map((item) => item.id) });
  found.push(...carriers(cloth, network));
  if (expected.length > 0) found.push({ kind: 'expected', ids: expected.map((tie) => tie.id) });
  found.push(...writtenBySeveral(ingredients));
  if (connectors.length > 0) {
    const held = new Set(cloth.items.flatMap((item) => item.positions));
    for (const letter of POSITION_LETTERS) {
      if (!held.has(letter)) found.push({ kind: 'nobody-holds', ids: [], letter });
    }
  }
  return found;
}

/** For each end of a tie (items and the initiative) the ends it is tied to. */
function neighbours({ ties }: ClothSnapshot): ReadonlyMap<string, ReadonlySet<string>> {
  const network = new Map<string, Set<string>>();
  const join = (from: string, to: string) => {
    const known = network.get(from);
    if (known) known.add(to);
    else network.set(from, new Set([to]));
  };
  for (const { from, to } of ties) {
    join(from, to);
    join(to, from);
  }
  return network;
}

/** Connectors from which one comes to the initiative by way of connectors alone. */
function connectorsReached(cloth: ClothSnapshot, network: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const items = byId(cloth.items);
  const reached = new Set<string>();
  const open = [INITIATIVE as string];
  for (let end = open.pop(); end !== undefined; end = open.pop()) {
    for (const next of network.get(end) ?? []) {
      if (reached.has(next) || items.get(next)?.kind !== 'connector') continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

function carriers(cloth: ClothSnapshot, network: ReadonlyMap<string, ReadonlySet<string>>): Insight[] {
  const items = byId(cloth.items);
  const carried = (id: string) => [...(network.get(id) ?? [])].filter((end) => items.get(end)?.kind === 'ingredient');
  const connectors = cloth.items.filter((item) => item.kind === 'connector');
  const all = new Set(connectors.flatMap((item) => carried(item.id))).size;
  return connectors.flatMap((item): Insight[] => {
    const count = carried(item.id).length;
    const many = count >= MANY.ingredients && count >= all * MANY.part;
    return many ? [{ kind: 'carries-many', ids: [item.id], count }] : [];
  });
}

function writtenBySeveral(ingredients: readonly Item[]): Insight[] {
  const groups = new Map<string, Item[]>();
  for (const item of ingredients) {
    const form = normalForm(item.text);
    groups.set(form, [...(groups.get(form) ?? []), item]);
  }
  return [...groups].flatMap(([form, items]): Insight[] => {
    const writers = new Set(items.map((item) => item.seat ?? item.by));
    if (form === '' || writers.size < 2) return [];
    return [{ kind: 'written-by-several', ids: items.map((item) => item.id), words: items[0]?.text ?? '' }];
  });
}
