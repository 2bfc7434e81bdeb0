import type { ClothKind, PositionLetter } from '../model/schema.ts';
import type { Language } from '../text/language.ts';
import { pluralsOf } from '../text/plural.ts';
import type { Insight } from './insights.ts';

/** How "what do we see?" is asked in a language. */
interface Questions {
  readonly withoutConnector: (n: number) => string;
  readonly aside: (n: number, middle: string) => string;
  /** What stands in the middle. */
  readonly middle: Readonly<Record<ClothKind, string>>;
  readonly carriesMany: (name: string, n: number) => string;
  readonly expected: (n: number) => string;
  readonly nobodyHolds: Readonly<Record<PositionLetter, string>>;
  readonly writtenBySeveral: (words: string, n: number) => string;
}

const dutch = pluralsOf('nl');
const english = pluralsOf('en');

const QUESTIONS: Readonly<Record<Language, Questions>> = {
  nl: {
    withoutConnector: (n) =>
      dutch(n, {
        one: 'Bij één ingrediënt is nog geen schakel. Wie heeft daar iets mee?',
        other: 'Bij {n} ingrediënten is nog geen schakel. Wie heeft daar iets mee?',
      }),
    aside: (n, middle) =>
      dutch(n, {
        one: `Eén schakel staat nog los van ${middle}. Wat zou deze persoon ermee kunnen verbinden?`,
        other: `{n} schakels staan nog los van ${middle}. Wat zou hen ermee kunnen verbinden?`,
      }),
    middle: { initiative: 'het initiatief', theme: 'het thema' },
    carriesMany: (name, n) =>
      `Veel loopt via ${name}: ${dutch(n, { one: '{n} ingrediënt', other: '{n} ingrediënten' })}. Wat gebeurt er als die er even niet is?`,
    expected: (n) =>
      dutch(n, {
        one: 'Eén verbinding is een verwachting. Hoe kom je erachter of het ook echt zo is?',
        other: '{n} verbindingen zijn een verwachting. Hoe kom je erachter of het ook echt zo is?',
      }),
    nobodyHolds: {
      i: 'Niemand is nog initiatiefnemer. Wie heeft dit in gang gezet?',
      p: 'Er is nog geen partner. Wie zet hier mee de schouders onder?',
      s: 'Niemand is nog aangewezen als schakel. Wie brengt mensen bij elkaar?',
      l: 'Er is nog geen leverancier. Wie brengt kennis, middelen of materiaal in?',
      g: 'Er is nog geen gebruiker. Wie heeft hier straks wat aan?',
    },
    writtenBySeveral: (words, n) =>
      `‘${words}’ is ${dutch(n, { one: '{n} keer', other: '{n} keer' })} opgeschreven. Wat maakt dat dit zo leeft?`,
  },
  en: {
    withoutConnector: (n) =>
      english(n, {
        one: 'One ingredient has no connector yet. Who has something to do with it?',
        other: '{n} ingredients have no connector yet. Who has something to do with them?',
      }),
    aside: (n, middle) =>
      english(n, {
        one: `One connector still stands apart from ${middle}. What could tie this person to it?`,
        other: `{n} connectors still stand apart from ${middle}. What could tie them to it?`,
      }),
    middle: { initiative: 'the initiative', theme: 'the theme' },
    carriesMany: (name, n) =>
      `Much goes through ${name}: ${english(n, { one: '{n} ingredient', other: '{n} ingredients' })}. What happens when they are away for a while?`,
    expected: (n) =>
      english(n, {
        one: 'One tie is an expectation. How could you find out whether it is really so?',
        other: '{n} ties are an expectation. How could you find out whether they are really so?',
      }),
    nobodyHolds: {
      i: 'Nobody is the initiator yet. Who set this in motion?',
      p: 'There is no partner yet. Who puts their shoulders under this too?',
      s: 'Nobody is named as a connector yet. Who brings people together?',
      l: 'There is no supplier yet. Who brings in knowledge, means or material?',
      g: 'There is no user yet. Who will be helped by this?',
    },
    writtenBySeveral: (words, n) =>
      `“${words}” was written ${english(n, { one: '{n} time', other: '{n} times' })}. What makes it so alive?`,
  },
};

/** What an insight of a cloth of some kind asks the group, in words. `nameOf` names an item by its id. */
export function questionOf(
  insight: Insight,
  kind: ClothKind,
  nameOf: (id: string) => string,
  language: Language,
): string {
  const text = QUESTIONS[language];
  switch (insight.kind) {
    case 'without-connector':
      return text.withoutConnector(insight.ids.length);
    case 'aside':
      return text.aside(insight.ids.length, text.middle[kind]);
    case 'carries-many':
      return text.carriesMany(nameOf(insight.ids[0]), insight.count);
    case 'expected':
      return text.expected(insight.ids.length);
    case 'nobody-holds':
      return text.nobodyHolds[insight.letter];
    case 'written-by-several':
      return text.writtenBySeveral(insight.words, insight.ids.length);
  }
}
