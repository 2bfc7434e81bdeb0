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

/** How much lies on a cloth, and for how many. */
export interface Size {
  readonly items: number;
  readonly ties: number;
  readonly connectors: number;
  readonly seats: number;
}

/** Fuller than any group makes one. */
export const FULL: Size = { items: 2_000, ties: 1_000, connectors: 200, seats: 24 };
/** As full as a large group makes one in an afternoon. */
export const BUSY: Size = { items: 300, ties: 150, connectors: 30, seats: 9 };

/** What is taken in hand on such a cloth. */
export interface InHand {
  /** The connector that is dragged: it has exactly four ties. */
  readonly dragged: string;
  /** The ingredient that is written in. */
  readonly written: string;
  /** The twenty that others move. */
  readonly moved: readonly string[];
}

export function inHand(size: Size): InHand {
  const { connectors, seats } = size;
  const nth = Math.floor(perSeat(size) * 0.4);
  return {
    dragged: connectorId(Math.floor(connectors * 0.45)),
    written: ingredientId(3, 20),
    moved: Array.from({ length: 20 }, (_, at) => ingredientId((at + 2) % seats, nth + Math.floor((at + 2) / seats))),
  };
}

const WORDS =
  'lezen thema media opbouw theorie toetsing plezier boekenlijst proefles opdrachten film literatuur ' +
  'gesprek bibliotheek schrijver leerling ouders verhaal podcast toneel gedicht klas sectie mentor avond project';

/**
 * A cloth of a size: as many ingredients at each seat, laid as the product lays them, connectors in the middle, and ties. The
 * same every time.
 */
export function bigCloth(size: Size): ClothSnapshot {
  const words = WORDS.split(' ');
  const random = randomFrom(11);
  const text = (most: number) =>
    Array.from(
      { length: 1 + Math.floor(random() * most) },
      () => words[Math.floor(random() * words.length)] ?? '',
    ).join(' ');
  const seats = Array.from({ length: size.seats }, (_, order) => {
    return { id: `seat-${order}`, name: `Deelnemer ${order + 1}`, order, colour: markerSet(order)[0], holder: null };
  });
  let cloth: ClothSnapshot = { ...readSnapshot(openCloth(new Y.Doc())), initiative: 'leesplezier', seats };
  const lay = (items: readonly Item[]) => {
    cloth = { ...cloth, items: [...cloth.items, ...items] };
  };

  for (const { id: seat, order } of seats) {
    const texts = Array.from({ length: perSeat(size) }, () => text(4));
    const places = placeIngredients(cloth, seat, texts, fontMeasure);
    lay(
      texts.map((words, nth) => {
        const id = ingredientId(order, nth);
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
  for (let nth = 0; nth < size.connectors; nth++) {
    const near: Point = [(random() - 0.5) * box.w * 0.6, (random() - 0.5) * box.h * 0.5];
    const name = text(1);
    const id = connectorId(nth);
    lay([
      itemOf({
        id,
        kind: 'connector',
        text: name,
        pos: placeConnector(cloth, near, name, fontMeasure),
        order: nth % size.seats,
        nth: 9_000 + nth,
      }),
    ]);
  }
  return { ...cloth, ties: tiesOf(cloth.items, size, random) };
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
function tiesOf(items: readonly Item[], size: Size, random: () => number): Tie[] {
  const { dragged: held } = inHand(size);
  const connectors = items.filter((item) => item.kind === 'connector');
  const ingredients = items.filter((item) => item.kind === 'ingredient');
  const pairs = new Map<string, readonly [string, string]>();
  const tie = (from: string, to: string) => pairs.set(`${from} ${to}`, [from, to]);
  for (const { id } of connectors) tie(id, 'initiative');
  const nearest = (to: Item, among: readonly Item[]) => [...among].sort((a, b) => apart(a, to) - apart(b, to));
  const dragged = connectors.find(({ id }) => id === held);
  if (!dragged) throw new Error(`no ${held} was laid`);
  for (const { id } of nearest(dragged, ingredients).slice(0, 3)) tie(id, held);
  const others = connectors.filter(({ id }) => id !== held);
  while (pairs.size < size.ties) {
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

function perSeat({ items, connectors, seats }: Size): number {
  return (items - connectors) / seats;
}

function ingredientId(seat: number, nth: number): string {
  return `ingredient-${String(seat).padStart(2, '0')}-${String(nth).padStart(2, '0')}`;
}

function connectorId(nth: number): string {
  return `connector-${String(nth).padStart(3, '0')}`;
}
