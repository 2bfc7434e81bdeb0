import { listsOf, pluralsOf } from '../../../shared/text/plural.ts';

const count = pluralsOf('nl');
const list = listsOf('nl');

/** Texts round the cloth: bars, capture, who is here, and the list of all that lies on it. */
export const clothNl = {
  people: {
    you: (name: string) => (name ? `${name} (jij)` : 'Jij'),
    roles: { facilitator: 'begeleidt', participant: 'doet mee', viewer: 'kijkt mee' },
    nobody: 'Nog niemand anders aan tafel.',
    nameless: { facilitator: 'Begeleider', participant: 'Iemand zonder naam', viewer: 'Gedeeld scherm' },
    changeName: 'Verander je naam',
    rename: 'Wijzig',
    sit: 'Schuif aan',
  },
  outline: {
    title: 'Wat er ligt',
    close: 'Sluit overzicht',
    initiative: 'Initiatief',
    theme: 'Thema',
    connectors: (n: number) => count(n, { one: '{n} schakel', other: '{n} schakels' }),
    noConnectors: 'Nog geen schakels.',
    ingredients: (n: number) => count(n, { one: '{n} ingrediënt', other: '{n} ingrediënten' }),
    noIngredients: 'Hier ligt nog niets.',
    noSeat: 'Zonder plek',
    freeSeat: (n: number) => `Plek ${n} (vrij)`,
    unnamed: 'Nog zonder naam',
    tiedTo: (names: readonly string[]) => `Verbonden met ${list(names)}`,
    expected: (name: string) => `${name} (verwacht)`,
    untied: 'Nog niet verbonden',
    theInitiative: 'het initiatief',
    clarified: 'met toelichting',
    search: 'Zoek in wat er ligt',
    nothing: (words: string) => `Hier ligt niets met “${words}”.`,
    found: (n: number) => count(n, { one: '{n} gevonden', other: '{n} gevonden' }),
  },
  legend: {
    title: 'Posities van betrokkenheid',
    short: 'Posities',
    lines: {
      settled: { name: 'doorgetrokken lijn', means: 'is er echt bij betrokken' },
      expected: { name: 'streepjes', means: 'betrokkenheid die nog verwacht wordt' },
      direct: { name: 'stippels', means: 'nog zonder schakel met het initiatief verbonden' },
    },
    contacts: { name: 'rondje links', means: 'verhaal klaar, gesprek afgesproken, gesproken' },
    writer: { name: 'rand van een woord', means: 'de kleur van wie het schreef' },
  },
};
