import { listsOf, pluralsOf } from '../../../shared/text/plural.ts';

const count = pluralsOf('nl');
const list = listsOf('nl');

/** Dutch of what is said to who does not see the cloth. */
export const announceNl = {
  list,
  hidden: (n: number) => count(n, { one: '{n} woord, verborgen', other: '{n} woorden, verborgen' }),
  things: (n: number) => count(n, { one: '{n} ding', other: '{n} dingen' }),
  ties: (n: number) => count(n, { one: '{n} verbinding', other: '{n} verbindingen' }),
  added: (names: string) => `Erbij: ${names}`,
  removed: (names: string) => `Weg: ${names}`,
  written: (names: string) => `Geschreven: ${names}`,
  moved: (names: string) => `Verschoven: ${names}`,
  edge: (names: string, edge: string) => `${names}: nu bij de rand van ${edge}`,
  toMiddle: (names: string) => `${names}: nu in het midden`,
  kind: (names: string, kind: 'ingredient' | 'connector') =>
    `${names}: nu ${kind === 'connector' ? 'schakel' : 'ingrediënt'}`,
  given: (names: string, position: string) => `${names}: ${position}`,
  taken: (names: string, position: string) => `${names}: geen ${position} meer`,
  clarified: (names: string) => `Toegelicht: ${names}`,
  asked: (names: string) => `Gevraagd wat er bedoeld is: ${names}`,
  answered: (names: string) => `De vraag is weg: ${names}`,
  contact: (names: string) => `Gesprek voorbereid: ${names}`,
  tied: (ends: string) => `Verbonden: ${ends}`,
  untied: (ends: string) => `Verbinding weg: ${ends}`,
  expected: (ends: string) => `Verwacht: ${ends}`,
  real: (ends: string) => `Echt zo: ${ends}`,
  named: (name: string) => `In het midden staat nu: ${name}`,
  tying: (name: string) => `Verbind ${name} met … Typ de eerste letters en druk op Enter.`,
  others: {
    by: (names: string) => `Door ${names}`,
    added: (n: number) => `${n} erbij`,
    removed: (n: number) => `${n} weg`,
    changed: (names: string) => `anders: ${names}`,
    tied: (n: number) => count(n, { one: '{n} verbinding erbij', other: '{n} verbindingen erbij' }),
    untied: (n: number) => count(n, { one: '{n} verbinding weg', other: '{n} verbindingen weg' }),
  },
  led: {
    quiet: 'Iedereen schrijft nu in stilte, aan de eigen rand.',
    notQuiet: 'De stilte is voorbij: alles mag weer overal.',
    hidden: 'De woorden van anderen zijn nu verborgen.',
    shown: 'Alle woorden zijn nu te lezen.',
    walk: (edge: string) => `Rondgang: bij de rand van ${edge}.`,
    walkEnds: 'De rondgang is klaar.',
    lookHere: (near: string) => (near === '' ? 'Kijk hier.' : `Kijk hier: bij ${near}.`),
    time: (minutes: number) =>
      count(minutes, { one: 'De tijd loopt: {n} minuut.', other: 'De tijd loopt: {n} minuten.' }),
    paused: 'De tijd staat stil.',
    minute: 'Nog één minuut.',
    byPosition: 'Iedereen kijkt nu per positie.',
    onCloth: 'Iedereen kijkt weer naar het kleed.',
  },
  heard: {
    title: 'Wat je hoort',
    hint: 'Een schermlezer leest voor wat er op het kleed gebeurt. F8 toont de laatste twintig berichten.',
    choice: 'Lees voor',
    all: 'Alles aan tafel',
    mine: 'Alleen wat ik doe',
    off: 'Niets',
    none: 'Er is nog niets gezegd.',
    last: 'De laatste berichten, het nieuwste eerst',
  },
};

export type AnnounceTexts = typeof announceNl;
