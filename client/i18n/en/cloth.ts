import type { clothNl } from '../nl/cloth.ts';
import { listsOf, pluralsOf } from '../plural.ts';

const count = pluralsOf('en');
const list = listsOf('en');

/** English for the texts round the cloth. */
export const clothEn: typeof clothNl = {
  top: {
    untitled: 'No name yet',
    home: 'To the start',
    rename: 'Name the initiative',
    share: 'Invite',
    menu: 'More',
    outline: 'Overview',
    viewOnly: 'View only',
  },
  saved: {
    storage: 'The server cannot save now: keep this page open',
    opening: 'Opening…',
    saved: 'Everything is saved',
    saving: 'Saving…',
    offline: 'Offline: kept on this device',
    offlineUnkept: 'Offline: keep this page open',
    full: {
      cloth: 'No room on the tablecloth now: we keep trying',
      server: 'The server has no room now: we keep trying',
    },
    waiting: (n: number) => count(n, { one: '{n} change waiting', other: '{n} changes waiting' }),
    closed: 'No longer connected',
    more: {
      saved: 'What you all wrote is safe on the server.',
      saving: 'Your last words are on their way.',
      offline: 'Just write on. Once there is a connection again, everything comes together.',
      offlineUnkept: 'This browser keeps nothing. Close the page only when there is a connection again.',
      closed: 'This page can send nothing any more.',
    },
  },
  people: {
    atTable: (n: number) => count(n, { one: '{n} at the table', other: '{n} at the table' }),
    you: (name: string) => (name ? `${name} (you)` : 'You'),
    roles: { facilitator: 'facilitates', participant: 'takes part', viewer: 'watches' },
    nobody: 'Nobody else at the table yet.',
    nameless: { facilitator: 'Facilitator', participant: 'Someone without a name', viewer: 'Shared screen' },
    changeName: 'Change your name',
    rename: 'Change',
    sit: 'Take a seat',
    more: (n: number) => `+${n}`,
  },
  capture: {
    label: 'New ingredient',
    placeholder: 'Write an ingredient and press Enter',
    placeholderShort: 'Write an ingredient…',
    add: 'Put on the table',
    name: 'What is the initiative called?',
    giveName: 'In the middle',
    added: (text: string) => `“${text}” is on the tablecloth.`,
    addedMany: (n: number) =>
      count(n, { one: '{n} ingredient is on the tablecloth.', other: '{n} ingredients are on the tablecloth.' }),
    lines: (n: number) => `You pasted ${n} lines`,
    oneEach: (n: number) => count(n, { one: '{n} ingredient', other: '{n} ingredients, one a line' }),
    asOne: 'One ingredient',
    keepWriting: 'I will change it first',
    tooLong: (over: number) =>
      count(over, {
        one: '{n} character too long. Split it into two ingredients.',
        other: '{n} characters too long. Split it into more ingredients.',
      }),
    tooMany: (room: number) =>
      count(room, {
        one: 'There is room for {n} more ingredient. Your text is still here.',
        other: 'There is room for {n} more ingredients. Your text is still here.',
      }),
    full: 'The tablecloth is full. Take something away first; your text is still here.',
    tableFull: 'All seats are taken. You write along all the same: your ingredients lie round the middle.',
    hugePaste: 'That is more than a whole tablecloth holds. Paste a smaller piece.',
    viewOnly: 'You are watching. Writing takes the link for participants.',
    closed: 'Writing is no longer possible here.',
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
    show: 'What do the letters and lines mean?',
    hide: 'Close explanation',
    lines: {
      settled: { name: 'full line', means: 'really is involved' },
      expected: { name: 'dashes', means: 'involvement that is still expected' },
      direct: { name: 'dots', means: 'tied to the initiative, as yet without a connector' },
    },
    contacts: { name: 'circle at the left', means: 'story ready, talk agreed on, talked' },
    writer: { name: 'edge of a word', means: 'the colour of who wrote it' },
  },
  empty: {
    name: 'Give the initiative a powerful name below. It goes in the middle.',
    write: 'Write below what is involved in it: people, ideas, things, places.',
    invite: 'Get the others to the table with a code or a link.',
    offCloth: (count: number) =>
      count === 1 ? 'Something lies beside the cloth.' : `${count} things lie beside the cloth.`,
    layBack: 'Lay back on the cloth',
  },
};
