import { addItems } from '../../../shared/commands/items.ts';
import { addSeat } from '../../../shared/commands/seats.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { placeConnector } from '../../../shared/layout/free-place.ts';
import { layTable } from '../../../shared/layout/table.ts';
import { INITIATIVE, type Point } from '../../../shared/model/schema.ts';
import type { ClothSnapshot, Item } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { randomFrom } from '../random.ts';
import { connectorOf, layIngredients, layTies, newCloth } from './differentiatie.ts';

export interface SeededCloth {
  readonly seats: number;
  readonly connectors: number;
  readonly ties: number;
  readonly seed: number;
}

const WORDS =
  'lezen thema media opbouw theorie toetsing plezier boekenlijst proefles opdrachten film literatuur gesprek ' +
  'bibliotheek schrijver leerling ouders verhaal podcast toneel gedicht klas sectie mentor avond project';
const NAMES =
  'Gemma Caroline Heleen Theo Thomas Ilse Rachid Marieke Bram Fatima Sander Yara directie mentoren bibliotheek ' +
  'ouderraad conciërge opleidingsschool sectie|Nederlands collega|biologie remedial|teacher teamleider|bovenbouw';
/** An ingredient is written for about so many ties, and three at least by everyone. */
const TIES_TO_WORDS = 2.4;

/**
 * A cloth that looks like a group's own and is the same for a seed: everyone's ingredients at their own edge, connectors in
 * the middle where the product lays them, each tied to the initiative or to another, ingredients to one of the nearer ones.
 */
export function seededCloth({ seats, connectors, ties, seed }: SeededCloth): ClothDoc {
  const random = randomFrom(seed);
  const any = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new RangeError('nothing to choose from');
    return one;
  };
  const cloth = newCloth('leesplezier');
  for (let nth = 0; nth < seats; nth++) addSeat(cloth, `Deelnemer ${nth + 1}`);
  const each = Math.max(3, Math.round(ties / TIES_TO_WORDS / seats));
  const words = WORDS.split(' ');
  for (let order = 0; order < seats; order++) {
    const texts = Array.from({ length: each }, () =>
      Array.from({ length: 1 + Math.floor(random() * 4) }, () => any(words)).join(' '),
    );
    layIngredients(cloth, order, texts);
  }
  const names = NAMES.split(' ').map((name) => name.replace('|', ' '));
  const { box } = layTable(readSnapshot(cloth)).sheet;
  for (let nth = 0; nth < connectors; nth++) {
    const near: Point = [(random() - 0.5) * box.w * 0.62, (random() - 0.5) * box.h * 0.56];
    const text = any(names);
    const pos = placeConnector(readSnapshot(cloth), near, text, fontMeasure);
    const id = `connector-${String(nth).padStart(2, '0')}`;
    addItems(cloth, [connectorOf(cloth, id, { text, pos, positions: nth % 2 === 0 ? ['i', 'p'] : ['s'], nth })]);
  }
  layTies(cloth, pairsOf(readSnapshot(cloth), ties, random));
  return cloth;
}

/** The cloth as a page sees it. */
export function seeded(wanted: SeededCloth): ClothSnapshot {
  return readSnapshot(seededCloth(wanted));
}

/** Two in three connectors to the initiative, every ingredient to a near connector, and the rest among what lies near. */
function pairsOf({ items }: ClothSnapshot, many: number, random: () => number): (readonly [string, string])[] {
  const connectors = items.filter(({ kind }) => kind === 'connector');
  const ingredients = items.filter(({ kind }) => kind === 'ingredient');
  const pairs = new Map<string, readonly [string, string]>();
  const tie = (from: string, to: string) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (from !== to && pairs.size < many && !pairs.has(key)) pairs.set(key, [from, to]);
  };
  const near = (to: Item, among: readonly Item[], nth: number) =>
    [...among].sort((a, b) => apart(a, to) - apart(b, to))[nth];
  connectors.forEach(({ id }, nth) => {
    if (nth % 3 < 2) tie(id, INITIATIVE);
  });
  for (const one of ingredients) {
    const other = near(one, connectors, Math.floor(random() * Math.min(5, connectors.length)));
    if (other) tie(one.id, other.id);
  }
  for (let tries = 0; pairs.size < many && tries < 50 * many; tries++) {
    const one = items[Math.floor(random() * items.length)];
    const other = one && near(one, connectors, Math.floor(random() * Math.min(7, connectors.length)));
    if (one && other) tie(one.id, other.id);
  }
  return [...pairs.values()];
}

function apart({ pos: [x, y] }: Item, { pos }: Item): number {
  return (pos[0] - x) ** 2 + (pos[1] - y) ** 2;
}
