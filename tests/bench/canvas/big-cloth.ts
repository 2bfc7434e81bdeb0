import * as Y from 'yjs';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { placeConnector } from '../../../shared/layout/free-place.ts';
import { placeIngredients } from '../../../shared/layout/placing.ts';
import { layTable } from '../../../shared/layout/table.ts';
import { markerSet, nextMarker } from '../../../shared/method/markers.ts';
import { NO_DETAILS } from '../../../shared/model/records.ts';
import type { ItemKind, Point } from '../../../shared/model/schema.ts';
import type { ClothSnapshot, Item, Tie } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { randomFrom } from '../../support/random.ts';

export const SIZE = { items: 2_000, ties: 1_000, connectors: 200, seats: 24 } as const;

/** The connector that is dragged: it has exactly four ties. */
export const DRAGGED = 'connector-090';
/** The ingredient that is written in. */
export const WRITTEN = 'ingredient-03-20';

const WORDS =
  'lezen thema media opbouw theorie toetsing plezier boekenlijst proefles opdrachten film literatuur ' +
  'gesprek bibliotheek schrijver leerling ouders verhaal podcast toneel gedicht klas sectie mentor avond project';

/**
 * A cloth fuller than any group makes one: 24 seats with 75 ingredients each, laid as the product lays them, 200 connectors
 * in the middle and 1,000 ties. The same every time.
 */
export function bigCloth(): ClothSnapshot {
  const words = WORDS.split(' ');
  const random = randomFrom(11);
  const text = (most: number) =>
    Array.from(
      { length: 1 + Math.floor(random() * most) },
      () => words[Math.floor(random() * words.length)] ?? '',
    ).join(' ');
  const seats = Array.from({ length: SIZE.seats }, (_, order) => {
    return { id: `seat-${order}`, name: `Deelnemer ${order + 1}`, order, colour: markerSet(order)[0], holder: null };
  });
  let cloth: ClothSnapshot = { ...readSnapshot(openCloth(new Y.Doc())), initiative: 'leesplezier', seats };
  const lay = (items: readonly Item[]) => {
    cloth = { ...cloth, items: [...cloth.items, ...items] };
  };

  const perSeat = (SIZE.items - SIZE.connectors) / SIZE.seats;
  for (const { id: seat, order } of seats) {
    const texts = Array.from({ length: perSeat }, () => text(4));
    const places = placeIngredients(cloth, seat, texts, fontMeasure);
    lay(
      texts.map((words, nth) => {
        const id = `ingredient-${twoDigits(order)}-${twoDigits(nth)}`;
        return itemOf({
          id,
          kind: 'ingredient',
          text: words,
          pos: places[nth] ?? [0, 0],
          order,
          nth: order * 100 + nth,
        });
      }),
    );
  }
  const { box } = layTable(cloth).sheet;
  for (let nth = 0; nth < SIZE.connectors; nth++) {
    const near: Point = [(random() - 0.5) * box.w * 0.6, (random() - 0.5) * box.h * 0.5];
    const name = text(1);
    const id = `connector-${String(nth).padStart(3, '0')}`;
    lay([
      itemOf({
        id,
        kind: 'connector',
        text: name,
        pos: placeConnector(cloth, near, name, fontMeasure),
        order: nth % 24,
        nth: 9_000 + nth,
      }),
    ]);
  }
  return { ...cloth, ties: tiesOf(cloth.items, random) };
}

function itemOf(own: { id: string; kind: ItemKind; text: string; pos: Point; order: number; nth: number }): Item {
  const { order, nth, ...rest } = own;
  return {
    ...rest,
    seat: `seat-${order}`,
    colour: nextMarker(markerSet(order), nth),
    by: `Deelnemer ${order + 1}`,
    createdAt: nth,
    positions: own.kind === 'connector' && nth % 2 === 0 ? ['i', 'p'] : [],
    ...NO_DETAILS,
  };
}

/** Connectors to the initiative, ingredients to a connector near them; the dragged one has its four and no more. */
function tiesOf(items: readonly Item[], random: () => number): Tie[] {
  const connectors = items.filter((item) => item.kind === 'connector');
  const ingredients = items.filter((item) => item.kind === 'ingredient');
  const pairs = new Map<string, readonly [string, string]>();
  const tie = (from: string, to: string) => pairs.set(`${from} ${to}`, [from, to]);
  for (const { id } of connectors) tie(id, 'initiative');
  const nearest = (to: Item, among: readonly Item[]) => [...among].sort((a, b) => apart(a, to) - apart(b, to));
  const dragged = connectors.find(({ id }) => id === DRAGGED);
  if (!dragged) throw new Error(`no ${DRAGGED} was laid`);
  for (const { id } of nearest(dragged, ingredients).slice(0, 3)) tie(id, DRAGGED);
  const others = connectors.filter(({ id }) => id !== DRAGGED);
  while (pairs.size < SIZE.ties) {
    const ingredient = ingredients[Math.floor(random() * ingredients.length)];
    if (!ingredient) continue;
    const connector = nearest(ingredient, others)[Math.floor(random() * 8)];
    if (connector) tie(ingredient.id, connector.id);
  }
  return [...pairs.values()].map(([from, to], nth) => {
    return { id: `tie-${String(nth).padStart(4, '0')}`, from, to, createdAt: nth, expected: false };
  });
}

function apart({ pos: [x, y] }: Item, { pos }: Item): number {
  return Math.hypot(pos[0] - x, pos[1] - y);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
