import { detailsBy, type ItemDetails, nothingSaid } from './records.ts';
import type { ClothSnapshot, Item } from './snapshot.ts';

const ITS_WORDS = new WeakMap<Item, Item>();
const MASKS = new WeakMap<Item, Item>();

/**
 * The cloth as it may be read while words are hidden: of items that `hides` names the words are bars, their clarification
 * and story are left out, and `masked` says so. Records that are not hidden stay the very same; so do masks, as long as
 * what they hide is the same.
 */
export function maskSnapshot(cloth: ClothSnapshot, hides: (item: Item) => boolean): ClothSnapshot {
  let hidden = false;
  const items = cloth.items.map((item) => {
    if (!hides(item)) return item;
    hidden = true;
    return maskOf(item);
  });
  return hidden ? { ...cloth, items } : cloth;
}

/**
 * What of a masked snapshot is no mask, for what is kept: bars would stay bars for ever. What is tied to a mask, or names
 * one, lets go of it. The same snapshot when nothing in it is masked.
 */
export function readablePart(cloth: ClothSnapshot): ClothSnapshot {
  const hidden = new Set(cloth.items.flatMap((item) => (item.masked ? item.id : [])));
  if (hidden.size === 0) return cloth;
  const known = (id: string) => !hidden.has(id);
  const items = cloth.items
    .filter(({ id }) => known(id))
    .map((item) => ({
      ...item,
      ...detailsBy((key, { kept }) => (kept === 'ids' ? (item[key] as readonly string[]).filter(known) : item[key])),
    }));
  return { ...cloth, items, ties: cloth.ties.filter(({ from, to }) => known(from) && known(to)) };
}

/** The item that a mask hides, for measuring the room it takes and for nothing else; itself when it is no mask. */
export function behindMask(item: Item): Item {
  return ITS_WORDS.get(item) ?? item;
}

/** Words as bars: every letter one bar, so that one sees how much is written and how it is laid out. */
export function barred(words: string): string {
  return words.replace(/\S/gu, '█');
}

function maskOf(item: Item): Item {
  const known = MASKS.get(item);
  if (known) return known;
  const mask: Item = { ...item, text: barred(item.text), ...maskedDetails(item), masked: true };
  MASKS.set(item, mask);
  ITS_WORDS.set(mask, item);
  return mask;
}

/** Of what is hidden nobody reads what was meant, nor its story. */
function maskedDetails(item: Item): ItemDetails {
  return detailsBy((key, detail) => (detail.kept === 'text' ? nothingSaid(detail) : item[key]));
}
