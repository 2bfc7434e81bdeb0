import type { PositionLetter } from '../../../shared/model/schema.ts';
import { listsOf, pluralsOf } from '../plural.ts';

const count = pluralsOf('nl');
const list = listsOf('nl');

/** Texts of reading the network and preparing contacts. */
export const networkNl = {
  insights: {
    title: 'Wat zien we?',
    close: 'Sluit vragen',
    intro: 'Vragen om samen bij stil te staan. Er is geen goed of fout.',
    none: 'Nog geen vragen. Leg eerst wat ingrediënten en schakels op het kleed.',
    nothing:
      'Elk ingrediënt is via een schakel verbonden, en elke positie wordt door iemand ingenomen. Wat valt jullie zelf op?',
    show: 'Laat zien',
    withoutConnector: (n: number) =>
      count(n, {
        one: 'Bij één ingrediënt is nog geen schakel. Wie heeft daar iets mee?',
        other: 'Bij {n} ingrediënten is nog geen schakel. Wie heeft daar iets mee?',
      }),
    aside: (n: number) =>
      count(n, {
        one: 'Eén schakel staat nog los van het initiatief. Wat zou deze persoon ermee kunnen verbinden?',
        other: '{n} schakels staan nog los van het initiatief. Wat zou hen ermee kunnen verbinden?',
      }),
    carriesMany: (name: string, n: number) =>
      `Veel loopt via ${name}: ${count(n, { one: '{n} ingrediënt', other: '{n} ingrediënten' })}. Wat gebeurt er als die er even niet is?`,
    expected: (n: number) =>
      count(n, {
        one: 'Eén verbinding is een verwachting. Hoe kom je erachter of het ook echt zo is?',
        other: '{n} verbindingen zijn een verwachting. Hoe kom je erachter of het ook echt zo is?',
      }),
    nobodyHolds: {
      i: 'Niemand is nog initiatiefnemer. Wie heeft dit in gang gezet?',
      p: 'Er is nog geen partner. Wie zet hier mee de schouders onder?',
      s: 'Niemand is nog aangewezen als schakel. Wie brengt mensen bij elkaar?',
      l: 'Er is nog geen leverancier. Wie brengt kennis, middelen of materiaal in?',
      g: 'Er is nog geen gebruiker. Wie heeft hier straks wat aan?',
    } satisfies Record<PositionLetter, string>,
    writtenBySeveral: (words: string, n: number) =>
      `‘${words}’ is ${count(n, { one: '{n} keer', other: '{n} keer' })} opgeschreven. Wat maakt dat dit zo leeft?`,
  },
  contacts: {
    title: 'Contacten',
    close: 'Sluit contacten',
    intro: 'Een eigen verhaal voor elke schakel, gevoed door de ingrediënten waarmee die verbonden is.',
    none: 'Er liggen nog geen schakels op het kleed.',
    unnamed: 'Schakel zonder naam',
    ingredients: 'Verbonden met',
    noIngredients: 'Nog met geen ingrediënt verbonden.',
    story: 'Ons verhaal voor deze schakel',
    storyHint: 'Wat betekent het initiatief voor deze persoon?',
    approach: 'Hoe gaan we erheen?',
    alone: 'Alleen',
    group: 'Met anderen samen',
    togetherWith: 'Samen met',
    shared: (words: readonly string[]) => `Wat hen bindt: ${list(words)}`,
    when: 'Wanneer',
    whenHint: 'bijvoorbeeld: na de studiedag',
    by: 'Wie van ons',
    contacted: 'Gesprek',
    notYet: 'Nog niet',
    planned: 'Afgesproken',
    done: 'Gesproken',
    withStory: 'verhaal staat klaar',
  },
};
