import { listsOf, pluralsOf } from '../../../shared/text/plural.ts';
import type { clothNl } from '../nl/cloth.ts';

const count = pluralsOf('en');
const list = listsOf('en');

/** English for the texts round the cloth. */
export const clothEn: typeof clothNl = {
  people: {
    you: (name: string) => (name ? `${name} (you)` : 'You'),
    roles: { facilitator: 'facilitates', participant: 'takes part', viewer: 'watches' },
    nobody: 'Nobody else at the table yet.',
    nameless: { facilitator: 'Facilitator', participant: 'Someone without a name', viewer: 'Shared screen' },
    changeName: 'Change your name',
    rename: 'Change',
    sit: 'Take a seat',
  },
  outline: {
    title: 'What lies here',
    close: 'Close overview',
    initiative: 'Initiative',
    theme: 'Theme',
    connectors: (n: number) => count(n, { one: '{n} connector', other: '{n} connectors' }),
    noConnectors: 'No connectors yet.',
    ingredients: (n: number) => count(n, { one: '{n} ingredient', other: '{n} ingredients' }),
    noIngredients: 'Nothing lies here yet.',
    noSeat: 'Without a seat',
    freeSeat: (n: number) => `Seat ${n} (free)`,
    unnamed: 'No name yet',
    tiedTo: (names: readonly string[]) => `Tied to ${list(names)}`,
    expected: (name) => `${name} (expected)`,
    untied: 'Not tied yet',
    theInitiative: 'the initiative',
    clarified: 'with a clarification',
    search: 'Search what lies here',
    nothing: (words: string) => `Nothing here with “${words}”.`,
    found: (n: number) => count(n, { one: '{n} found', other: '{n} found' }),
  },
  legend: {
    title: 'Positions of involvement',
    short: 'Positions',
    lines: {
      settled: { name: 'full line', means: 'really is involved' },
      expected: { name: 'dashes', means: 'involvement that is still expected' },
      direct: { name: 'dots', means: 'tied to the initiative, as yet without a connector' },
    },
    contacts: { name: 'circle at the left', means: 'story ready, talk agreed on, talked' },
    writer: { name: 'edge of a word', means: 'the colour of who wrote it' },
  },
};
