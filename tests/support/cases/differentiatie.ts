import * as Y from 'yjs';
import { createCloth } from '../../../shared/commands/create.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { addSeat } from '../../../shared/commands/seats.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { type ClothDoc, openCloth } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { placeIngredients } from '../../../shared/layout/placing.ts';
import { markersOf, nextMarker } from '../../../shared/method/markers.ts';
import { INITIATIVE, type Point, type PositionLetter } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

/** Who sits there, what they wrote, and through which connectors each of these comes about. */
const AT_THE_TABLE: readonly { readonly name: string; readonly wrote: readonly (readonly [string, ...string[]])[] }[] =
  [
    {
      name: 'Ingrid',
      wrote: [
        ['niveaugroepen in klas 2', 'doegroep', 'teamleider'],
        ['lesbezoek bij elkaar', 'Paul', 'LOOK'],
        ['studiedag in november', 'rector'],
        ['stagiairs als tweede docent', 'opleiding'],
      ],
    },
    {
      name: 'Joris',
      wrote: [
        ['plusopdrachten bij elk hoofdstuk', 'wiskunde', 'Karima'],
        ['wie controleert het leerlingvolgsysteem?', 'kwaliteit', 'mentoren'],
        ['keuze-uren', 'teamleider'],
      ],
    },
    {
      name: 'Sanne',
      wrote: [
        ['ouders vertellen waarom', 'ouderraad', 'mentoren'],
        ['extra uitleg in het vijfde uur', 'steun', 'wiskunde'],
        ['wat vinden leerlingen zelf?', 'leerlingen'],
      ],
    },
    {
      name: 'Wouter',
      wrote: [
        ['werkvormen', 'biologie', 'doegroep'],
        ['toetsen op drie niveaus', 'kwaliteit'],
        ['voorbeelden van andere scholen', 'LOOK', 'opleiding'],
      ],
    },
  ];

/** Key, name, centre in mm and what it is to the initiative. */
const CONNECTORS: readonly (readonly [string, string, Point, readonly PositionLetter[]])[] = [
  ['doegroep', 'doegroep', [-520, -215], ['i', 'p']],
  ['LOOK', 'LOOK', [-275, -310], ['l']],
  ['Paul', 'Paul', [-35, -285], ['i']],
  ['Karima', 'Karima', [205, -325], ['p']],
  ['rector', 'rector', [440, -235], ['s']],
  ['kwaliteit', 'kwaliteitsmedewerker', [-450, 30], ['s', 'l']],
  ['opleiding', 'opleidingsschool', [-560, 330], ['l']],
  ['teamleider', 'teamleider onderbouw', [300, -25], ['p', 's']],
  ['mentoren', 'mentoren', [520, 190], ['g']],
  ['wiskunde', 'sectie wiskunde', [-325, 262], ['p']],
  ['leerlingen', 'leerlingenraad', [-122, 322], ['g']],
  ['steun', 'remedial teacher', [102, 322], []],
  ['biologie', 'sectie biologie', [335, 250], ['g']],
  ['ouderraad', 'ouderraad', [670, 375], []],
];

/** Who is tied to the initiative itself, and who to one another. */
const TO_THE_MIDDLE = ['Paul', 'doegroep', 'teamleider', 'biologie', 'steun', 'opleiding', 'leerlingen', 'rector'];
const TOGETHER: readonly (readonly [string, string])[] = [
  ['doegroep', 'rector'],
  ['LOOK', 'Karima'],
  ['kwaliteit', 'teamleider'],
  ['mentoren', 'ouderraad'],
  ['wiskunde', 'biologie'],
  ['steun', 'mentoren'],
  ['doegroep', 'opleiding'],
  ['rector', 'mentoren'],
];

/**
 * The case "differentiatie als jaarthema": four people, 13 ingredients, 14 connectors and 37 ties. Drawn straight,
 * *doegroep–rector* runs behind *Paul* and reads as two other ties, and *werkvormen–sectie biologie* behind the initiative.
 */
export function differentiatieCloth(): ClothDoc {
  const cloth = newCloth('differentiatie als jaarthema');
  for (const { name } of AT_THE_TABLE) addSeat(cloth, name);
  AT_THE_TABLE.forEach(({ wrote }, order) => {
    layIngredients(
      cloth,
      order,
      wrote.map(([words]) => words),
    );
  });
  addItems(
    cloth,
    CONNECTORS.map(([key, text, pos, positions], nth) => connectorOf(cloth, key, { text, pos, positions, nth })),
  );
  const written = AT_THE_TABLE.flatMap(({ wrote }, order) =>
    wrote.flatMap(([, ...through], nth) => through.map((key) => [ingredientId(order, nth), key] as const)),
  );
  const inwards = TO_THE_MIDDLE.map((key) => [key, INITIATIVE] as const);
  layTies(cloth, [...written, ...inwards, ...TOGETHER]);
  return cloth;
}

/** The case as a page sees it. */
export function differentiatie(): ClothSnapshot {
  return readSnapshot(differentiatieCloth());
}

/** An empty cloth without seats. */
export function newCloth(title: string): ClothDoc {
  const doc = new Y.Doc();
  createCloth(doc, { title, seats: 0, createdAt: 1_000 });
  return openCloth(doc);
}

const ingredientId = (order: number, nth: number) => `ingredient-${order}-${nth}`;

/** What one seat writes, laid at its own edge as the product lays it. Ids are `ingredient-<seat>-<nth>`. */
export function layIngredients(cloth: ClothDoc, order: number, texts: readonly string[]): void {
  const snapshot = readSnapshot(cloth);
  const seat = snapshot.seats[order];
  if (!seat) throw new RangeError(`no seat ${order}`);
  const places = placeIngredients(snapshot, seat.id, texts, fontMeasure);
  addItems(
    cloth,
    texts.map((text, nth) => ({
      id: ingredientId(order, nth),
      kind: 'ingredient',
      text,
      pos: places[nth] ?? [0, 0],
      seat: seat.id,
      colour: nextMarker(markersOf(seat.colour), nth),
      by: seat.name,
      createdAt: 2_000 + order * 100 + nth,
    })),
  );
}

/** A connector of one of those who sit there in turn, with its key as id. */
export function connectorOf(
  cloth: ClothDoc,
  id: string,
  fields: {
    readonly text: string;
    readonly pos: Point;
    readonly positions?: readonly PositionLetter[];
    readonly nth: number;
  },
) {
  const { nth, ...own } = fields;
  const { seats } = readSnapshot(cloth);
  const seat = seats[nth % seats.length];
  const by = { seat: seat?.id ?? null, by: seat?.name ?? '', colour: seat?.colour ?? '#1d4ed8' };
  return { id, kind: 'connector' as const, createdAt: 10_000 + nth, ...by, ...own };
}

/** Ties with ids in the order they are given in: `tie-000` and on. */
export function layTies(cloth: ClothDoc, pairs: readonly (readonly [string, string])[]): void {
  addTies(
    cloth,
    pairs.map(([from, to], nth) => ({ id: `tie-${String(nth).padStart(3, '0')}`, from, to, createdAt: 20_000 + nth })),
  );
}
