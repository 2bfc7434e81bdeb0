import type { NamePair } from '../model/commons.ts';
import { INITIATIVE, type ItemKind, type PositionLetter } from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import { normalForm } from './doubles.ts';
import { isPerson, UNNAMED } from './projection.ts';

/** Somebody or something as it stands on one sheet that hangs in the room. */
export interface Standing {
  /** What is the same on several sheets: names that are equal, or that people said are one. */
  readonly node: string;
  /** As it was written there. */
  readonly name: string;
  readonly sheet: string;
  readonly kind: ItemKind;
  readonly positions: readonly PositionLetter[];
  /** As far as can be told. */
  readonly isPerson: boolean;
  /** The names of what it is tied to there, the initiative left out. */
  readonly with: readonly string[];
  /** Whether it is tied to the initiative itself. */
  readonly isTied: boolean;
  /** The cloth that it leads to, by id; empty for none. */
  readonly leadsTo: string;
}

/** What stands on a sheet, by name. Without the nameless: names that are not shown, bars, blanks. */
export function standingsOf(
  sheet: string,
  { items, ties, meta }: Pick<ClothSnapshot, 'items' | 'ties'> & Partial<Pick<ClothSnapshot, 'meta'>>,
  nodeOf: (name: string, isPerson: boolean, sheet: string) => string,
): Standing[] {
  const named = items.filter(({ text }) => text !== UNNAMED && normalForm(text) !== '' && !text.startsWith('█'));
  const names = new Map(named.map(({ id, text }) => [id, oneLine(text)]));
  const tied = new Map<string, Set<string>>();
  const tie = (from: string, to: string): void => {
    tied.set(from, (tied.get(from) ?? new Set()).add(to));
  };
  for (const { from, to } of ties) {
    tie(from, to);
    tie(to, from);
  }
  return named.map((item) => {
    const others = [...(tied.get(item.id) ?? [])];
    const name = names.get(item.id) ?? '';
    const person = isPerson(item, meta ?? {});
    return {
      node: nodeOf(name, person, sheet),
      name,
      isPerson: person,
      sheet,
      kind: item.kind,
      positions: item.positions,
      with: others.flatMap((id) => names.get(id) ?? []),
      isTied: others.includes(INITIATIVE),
      leadsTo: item.leadsTo,
    };
  });
}

/**
 * Which node a name is: names that read the same are one, and so are those that people said are. A bare first name is joined
 * by nobody: there are two of them in every school.
 */
export function nodesBy(pairs: readonly NamePair[]): (name: string, isPerson: boolean, sheet: string) => string {
  const joined = new Map<string, string>();
  const rootOf = (form: string): string => {
    let root = form;
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
    // The way is kept short for who asks next: a long row of pairs would else be walked for each.
    for (let at = form; at !== root; ) {
      const next = joined.get(at) ?? root;
      joined.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { a, b, verdict } of pairs) {
    const [one, other] = [rootOf(a), rootOf(b)].sort();
    if (verdict === 'same' && one !== undefined && other !== undefined && one !== other) joined.set(other, one);
  }
  const roots = new Set(joined.values());
  return (name, person, sheet) => {
    const form = normalForm(name);
    const isBare = person && !form.includes(' ') && !joined.has(form) && !roots.has(form);
    return isBare ? `${form}@${sheet}` : rootOf(form);
  };
}

/** Names that may be one and the same: a slip of the pen apart, or one with more words to it. Asked, never decided. */
export function nearNames(
  standings: readonly Standing[],
  pairs: readonly NamePair[],
): (readonly [a: string, b: string])[] {
  const judged = new Set(pairs.map(({ id }) => id));
  const byWord = new Map<string, Map<string, string>>();
  for (const { name, isPerson } of standings) {
    if (!isPerson) continue;
    const form = normalForm(name);
    for (const word of form.split(' ')) {
      if (word.length < SHORTEST_WORD) continue;
      const group = byWord.get(word) ?? new Map<string, string>();
      group.set(form, name);
      byWord.set(word, group);
    }
  }
  const near = new Map<string, readonly [string, string]>();
  for (const group of byWord.values()) {
    const forms = [...group.keys()].sort().slice(0, MOST_OF_A_WORD);
    forms.forEach((a, at) => {
      for (const b of forms.slice(at + 1)) {
        const id = `${a}|${b}`;
        if (!judged.has(id)) near.set(id, [group.get(a) ?? a, group.get(b) ?? b]);
      }
    });
  }
  return [...near.values()].slice(0, MOST_ASKED);
}

/** Shorter words say nothing: "de", "van". */
const SHORTEST_WORD = 4;
/** Of one first name in a large school not every pair is asked about. */
const MOST_OF_A_WORD = 12;
const MOST_ASKED = 40;

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
