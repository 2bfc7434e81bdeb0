import { type ClothFile, clothFileOf } from '../formats/cloth-file.ts';
import { placeIngredients } from '../layout/placing.ts';
import { markerSet, nextMarker } from '../method/markers.ts';
import { NO_DETAILS } from '../model/records.ts';
import type { Point, PositionLetter } from '../model/schema.ts';
import type { ClothSnapshot, Item, MetaRecord, Seat, Tie } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';

type Text = { readonly nl: string; readonly en: string };

interface ExampleIngredient {
  readonly words: Text;
  /** Which of the connectors relate it to the initiative. */
  readonly through: readonly string[];
  readonly clarification?: Text;
}

interface ExampleConnector {
  readonly key: string;
  readonly name: Text;
  /** Centre, mm. */
  readonly at: Point;
  readonly positions: readonly PositionLetter[];
  readonly clarification?: Text;
}

const same = (name: string): Text => ({ nl: name, en: name });

/** The literature-teaching case: four colleagues of an English department, at a table for four. */
const INITIATIVE_NAME: Text = { nl: 'leesplezier', en: 'the joy of reading' };

const AT_THE_TABLE: readonly { readonly name: string; readonly wrote: readonly ExampleIngredient[] }[] = [
  {
    name: 'Gemma',
    wrote: [
      { words: { nl: 'eerst plezier, dan toetsen', en: 'joy first, tests later' }, through: ['Gemma'] },
      { words: { nl: 'opdrachten van de mailinglist', en: 'assignments from the mailing list' }, through: ['list'] },
      { words: { nl: 'proefles in 4 vwo', en: 'pilot lesson in year 4' }, through: ['Caroline'] },
    ],
  },
  {
    name: 'Caroline',
    wrote: [
      { words: { nl: 'moderne media', en: 'modern media' }, through: ['trainee'] },
      { words: { nl: 'werken met thema’s', en: 'working with themes' }, through: ['Caroline'] },
      { words: { nl: 'filmmateriaal', en: 'film material' }, through: ['trainee'] },
    ],
  },
  {
    name: 'Heleen',
    wrote: [
      { words: { nl: 'toetsing en het PTA', en: 'tests and the exam plan' }, through: ['Heleen'] },
      { words: { nl: 'boekenlijst', en: 'book list' }, through: ['Heleen', 'dutch'] },
      {
        words: { nl: 'opbouw van 4 tot en met 6', en: 'build-up over years 4 to 6' },
        through: ['Heleen'],
        clarification: { nl: 'Nu begint elk jaar opnieuw.', en: 'Now every year starts afresh.' },
      },
    ],
  },
  {
    name: 'Theo',
    wrote: [
      { words: { nl: 'literatuur over de vakken heen', en: 'literature across subjects' }, through: ['dutch'] },
      { words: { nl: 'literatuurtheorie', en: 'literary theory' }, through: ['Theo'] },
      { words: { nl: 'ook in 3 gymnasium', en: 'year 3 as well' }, through: ['Thomas'] },
    ],
  },
];

const CONNECTORS: readonly ExampleConnector[] = [
  {
    key: 'list',
    name: { nl: 'mailinglist vakcommunity', en: 'subject mailing list' },
    at: [-290, -285],
    positions: ['l'],
  },
  { key: 'Gemma', name: same('Gemma'), at: [-20, -300], positions: ['i', 'p'] },
  { key: 'Caroline', name: same('Caroline'), at: [350, -210], positions: ['i', 'p'] },
  {
    key: 'trainee',
    name: { nl: 'oud-stagiair', en: 'former trainee' },
    at: [400, 130],
    positions: ['l'],
    clarification: { nl: 'Kan bij veel filmmateriaal.', en: 'Has access to a lot of film.' },
  },
  { key: 'Heleen', name: same('Heleen'), at: [170, 300], positions: ['s'] },
  { key: 'dutch', name: { nl: 'collega Nederlands', en: 'Dutch colleague' }, at: [-350, 80], positions: ['s', 'p'] },
  { key: 'Thomas', name: same('Thomas'), at: [-520, 300], positions: ['g'] },
  { key: 'Theo', name: same('Theo'), at: [-480, -130], positions: ['s'] },
];

/**
 * The example cloth as a file to lay on a new cloth, in the reader's language. `measure` sets the words on their places;
 * `createdAt` in ms since the epoch.
 */
export function exampleCloth(locale: 'nl' | 'en', measure: TextMeasure, createdAt: number): ClothFile {
  const title = INITIATIVE_NAME[locale];
  const table = { shape: 'rectangle', width: 1800, height: 1200 } as const;
  const meta: MetaRecord = { schema: 1, title, kind: 'initiative', createdAt, table, minutes: {} };
  const seats = AT_THE_TABLE.map(({ name }, order): Seat => {
    return { id: `seat-${name}`, name, order, colour: markerSet(order)[0], holder: null };
  });
  const connectors = CONNECTORS.map((connector, index) => connectorItem(connector, locale, createdAt + 100 + index));
  const laid = { meta, initiative: title, seats, items: connectors, ties: exampleTies(createdAt + 200), moments: [] };
  return clothFileOf({ ...laid, items: [...placedIngredients(laid, locale, measure), ...connectors] });
}

function placedIngredients(cloth: ClothSnapshot, locale: 'nl' | 'en', measure: TextMeasure): Item[] {
  let laid = cloth;
  cloth.seats.forEach((seat, order) => {
    const { wrote = [] } = AT_THE_TABLE[order] ?? {};
    const places = placeIngredients(
      laid,
      seat.id,
      wrote.map(({ words }) => words[locale]),
      measure,
    );
    const items = wrote.map(
      ({ words, clarification }, index): Item => ({
        ...BLANK,
        id: ingredientId(order, index),
        kind: 'ingredient',
        text: words[locale],
        pos: places[index] ?? [0, 0],
        seat: seat.id,
        colour: nextMarker(markerSet(order), index),
        by: seat.name,
        createdAt: cloth.meta.createdAt + order * 10 + index,
        clarification: clarification?.[locale] ?? '',
      }),
    );
    laid = { ...laid, items: [...laid.items, ...items] };
  });
  return laid.items.filter((item) => item.kind === 'ingredient');
}

function connectorItem(connector: ExampleConnector, locale: 'nl' | 'en', createdAt: number): Item {
  const { key, name, at, positions, clarification } = connector;
  const id = connectorId(key);
  const words = { text: name[locale], clarification: clarification?.[locale] ?? '' };
  return { ...BLANK, ...words, id, kind: 'connector', pos: at, colour: '#2b2b33', by: 'Gemma', createdAt, positions };
}

function exampleTies(createdAt: number): Tie[] {
  const pairs = AT_THE_TABLE.flatMap(({ wrote }, order) =>
    wrote.flatMap(({ through }, index) =>
      through.map((key) => [ingredientId(order, index), connectorId(key)] as const),
    ),
  );
  const inwards = CONNECTORS.map(({ key }) => [connectorId(key), 'initiative'] as const);
  return [...pairs, ...inwards].map(([from, to], index) => ({
    id: `tie-${String(index).padStart(2, '0')}`,
    from,
    to,
    createdAt: createdAt + index,
    expected: false,
  }));
}

const ingredientId = (seat: number, index: number) => `ingredient-${seat}-${index}`;
const connectorId = (key: string) => `connector-${key}`;

const BLANK = { seat: null, positions: [], ...NO_DETAILS } as const;
