import { edgeAt } from '../../../shared/layout/edge.ts';
import { layTable } from '../../../shared/layout/table.ts';
import { POSITION_LETTERS, type PositionLetter } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot, type Item, type Tie } from '../../../shared/model/snapshot.ts';

/** One thing that is otherwise on a cloth than it was. */
export type Difference =
  | {
      readonly what:
        | 'added'
        | 'removed'
        | 'written'
        | 'moved'
        | 'kind'
        | 'clarified'
        | 'asked'
        | 'answered'
        | 'contact';
      readonly item: Item;
    }
  /** It lies before another seat than it did, or before none. */
  | { readonly what: 'edge'; readonly item: Item; readonly seat: string | null }
  | { readonly what: 'given' | 'taken'; readonly item: Item; readonly letter: PositionLetter }
  | { readonly what: 'tied' | 'untied' | 'expected' | 'real'; readonly tie: Tie }
  | { readonly what: 'initiative' };

/** Whether a record of this id is otherwise: added, gone or changed. Costs one walk along the lists. */
export function touchedIds(before: ClothSnapshot, after: ClothSnapshot): Set<string> {
  const ids = new Set<string>();
  addTouched(ids, before.items, after.items);
  addTouched(ids, before.ties, after.ties);
  if (before.initiative !== after.initiative) ids.add('initiative');
  return ids;
}

function addTouched<T extends { readonly id: string }>(
  ids: Set<string>,
  before: readonly T[],
  after: readonly T[],
): void {
  if (before === after) return;
  const [old, now] = [byId(before), byId(after)];
  for (const { id } of after) if (old.get(id) !== now.get(id)) ids.add(id);
  for (const { id } of before) if (!now.has(id)) ids.add(id);
}

/** What is otherwise on a cloth, of these ids, in the order of the cloth. */
export function differencesOf(before: ClothSnapshot, after: ClothSnapshot, ids: ReadonlySet<string>): Difference[] {
  const found: Difference[] = [];
  if (ids.has('initiative') && before.initiative !== after.initiative) found.push({ what: 'initiative' });
  const [items, ties] = [byId(before.items), byId(before.ties)];
  for (const item of after.items) {
    if (!ids.has(item.id)) continue;
    const old = items.get(item.id);
    if (old) found.push(...changed(old, item, before, after));
    else found.push({ what: 'added', item });
  }
  for (const item of before.items) {
    if (ids.has(item.id) && !byId(after.items).has(item.id)) found.push({ what: 'removed', item });
  }
  for (const tie of after.ties) {
    if (!ids.has(tie.id)) continue;
    const old = ties.get(tie.id);
    if (!old) found.push({ what: 'tied', tie });
    else if (old.expected !== tie.expected) found.push({ what: tie.expected ? 'expected' : 'real', tie });
  }
  for (const tie of before.ties) {
    if (ids.has(tie.id) && !byId(after.ties).has(tie.id)) found.push({ what: 'untied', tie });
  }
  return found;
}

function changed(old: Item, item: Item, before: ClothSnapshot, after: ClothSnapshot): Difference[] {
  if (old === item) return [];
  const found: Difference[] = [];
  // Words that are hidden or shown are nobody's writing.
  if (old.masked === item.masked && old.text !== item.text) found.push({ what: 'written', item });
  if (old.kind !== item.kind) found.push({ what: 'kind', item });
  if (old.pos[0] !== item.pos[0] || old.pos[1] !== item.pos[1]) {
    const [was, seat] = [edgeOf(old, before), edgeOf(item, after)];
    found.push(was === seat ? { what: 'moved', item } : { what: 'edge', item, seat });
  }
  for (const letter of POSITION_LETTERS) {
    const holds = item.positions.includes(letter);
    if (holds !== old.positions.includes(letter)) found.push({ what: holds ? 'given' : 'taken', item, letter });
  }
  if (old.masked === item.masked && old.clarification !== item.clarification) found.push({ what: 'clarified', item });
  if (old.asked !== item.asked) found.push({ what: item.asked ? 'asked' : 'answered', item });
  const isPlanned = (['approach', 'contacted', 'contactBy', 'contactWhen', 'story'] as const).some(
    (key) => old[key] !== item[key],
  );
  if (isPlanned && old.masked === item.masked) found.push({ what: 'contact', item });
  return found;
}

function edgeOf({ pos }: Item, cloth: ClothSnapshot): string | null {
  const edges = layTable(cloth).zones.map(({ seat, zone }) => ({ id: seat.id, zone }));
  return edgeAt(edges, pos);
}
