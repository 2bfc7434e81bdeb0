import { listsOf, pluralsOf } from '../plural.ts';

const count = pluralsOf('nl');
const list = listsOf('nl');

/** Texts round the cloth: bars, capture, who is here, and the list of all that lies on it. */
export const clothNl = {
  top: {
    untitled: 'Nog zonder naam',
    home: 'Naar het begin',
    rename: 'Geef het initiatief een naam',
    share: 'Uitnodigen',
    menu: 'Meer',
    outline: 'Overzicht',
    viewOnly: 'Alleen kijken',
  },
  saved: {
    storage: 'De server kan nu niet bewaren: laat deze pagina open',
    opening: 'Openen…',
    saved: 'Alles is bewaard',
    saving: 'Bewaren…',
    offline: 'Offline: bewaard op dit apparaat',
    offlineUnkept: 'Offline: laat deze pagina open',
    full: {
      cloth: 'Nu geen plek op het kleed: we proberen het opnieuw',
      server: 'De server heeft nu geen plek: we proberen het opnieuw',
    },
    waiting: (n: number) => count(n, { one: '{n} wijziging wacht', other: '{n} wijzigingen wachten' }),
    closed: 'Niet meer verbonden',
    more: {
      saved: 'Wat jullie schreven staat veilig op de server.',
      saving: 'Je laatste woorden zijn onderweg.',
      offline: 'Schrijf gerust door. Zodra er weer verbinding is, komt alles bij elkaar.',
      offlineUnkept: 'Deze browser bewaart niets. Sluit de pagina pas als er weer verbinding is.',
      closed: 'Deze pagina kan niets meer versturen.',
    },
  },
  people: {
    atTable: (n: number) => count(n, { one: '{n} aan tafel', other: '{n} aan tafel' }),
    you: (name: string) => (name ? `${name} (jij)` : 'Jij'),
    roles: { facilitator: 'begeleidt', participant: 'doet mee', viewer: 'kijkt mee' },
    nobody: 'Nog niemand anders aan tafel.',
    nameless: { facilitator: 'Begeleider', participant: 'Iemand zonder naam', viewer: 'Gedeeld scherm' },
    changeName: 'Verander je naam',
    rename: 'Wijzig',
    sit: 'Schuif aan',
    more: (n: number) => `+${n}`,
  },
  capture: {
    label: 'Nieuw ingrediënt',
    placeholder: 'Schrijf een ingrediënt en druk op Enter',
    placeholderShort: 'Schrijf een ingrediënt…',
    add: 'Leg op tafel',
    name: 'Hoe heet het initiatief?',
    giveName: 'In het midden',
    added: (text: string) => `“${text}” ligt op het tafelkleed.`,
    addedMany: (n: number) =>
      count(n, { one: '{n} ingrediënt ligt op het tafelkleed.', other: '{n} ingrediënten liggen op het tafelkleed.' }),
    lines: (n: number) => `Je plakte ${n} regels`,
    oneEach: (n: number) => count(n, { one: '{n} ingrediënt', other: '{n} ingrediënten, één per regel' }),
    asOne: 'Eén ingrediënt',
    keepWriting: 'Ik pas het nog aan',
    tooLong: (over: number) =>
      count(over, {
        one: '{n} teken te lang. Splits het in twee ingrediënten.',
        other: '{n} tekens te lang. Splits het in meer ingrediënten.',
      }),
    tooMany: (room: number) =>
      count(room, {
        one: 'Er is nog plaats voor {n} ingrediënt. Je tekst staat er nog.',
        other: 'Er is nog plaats voor {n} ingrediënten. Je tekst staat er nog.',
      }),
    full: 'Het tafelkleed is vol. Haal eerst iets weg; je tekst staat er nog.',
    tableFull: 'Alle plekken zijn bezet. Je schrijft gewoon mee: je ingrediënten komen rond het midden.',
    hugePaste: 'Dat is meer dan een heel tafelkleed vol. Plak een kleiner stuk.',
    viewOnly: 'Je kijkt mee. Schrijven kan met de link voor deelnemers.',
    closed: 'Schrijven kan hier niet meer.',
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
    show: 'Wat betekenen de letters en lijnen?',
    hide: 'Sluit uitleg',
    lines: {
      settled: { name: 'doorgetrokken lijn', means: 'is er echt bij betrokken' },
      expected: { name: 'streepjes', means: 'betrokkenheid die nog verwacht wordt' },
      direct: { name: 'stippels', means: 'nog zonder schakel met het initiatief verbonden' },
    },
    contacts: { name: 'rondje links', means: 'verhaal klaar, gesprek afgesproken, gesproken' },
    writer: { name: 'rand van een woord', means: 'de kleur van wie het schreef' },
  },
  empty: {
    name: 'Geef het initiatief hieronder een krachtige naam. Die komt in het midden.',
    write: 'Schrijf hieronder wat erbij betrokken is: mensen, ideeën, spullen, plekken.',
    invite: 'Haal de anderen aan tafel met een code of een link.',
    offCloth: (count: number) =>
      count === 1 ? 'Er ligt iets naast het kleed.' : `Er liggen ${count} dingen naast het kleed.`,
    layBack: 'Leg terug op het kleed',
  },
};
