import { pluralsOf } from '../../../shared/text/plural.ts';

const count = pluralsOf('nl');

/** Dutch of the outline, which comes with it. */
export const outlineNl = {
  tree: 'Alles op het kleed, als lijst',
  hidden: (n: number) => count(n, { one: '{n} woord, verborgen', other: '{n} woorden, verborgen' }),
  wordsHidden: 'De woorden zijn nog verborgen',
  middle: 'In het midden',
  edgeOf: (name: string) => `Rand van ${name}`,
  tied: (name: string) => `verbonden met ${name}`,
  tiedExpected: (name: string) => `verbonden met ${name}, verwacht`,
  meant: (words: string) => `Bedoeld: ${words}`,
  asked: 'Iemand vraagt: wat bedoel je?',
  conversation: (words: string) => `Gesprek: ${words}`,
  by: (name: string) => `door ${name}`,
  writtenBy: (name: string) => `Geschreven door ${name}`,
  whatCanBeDone: (name: string) => `Wat kan er met ${name}?`,
  clarification: 'Wat is ermee bedoeld?',
  words: 'Woorden',
  letterKeys: 'Losse letters zijn toetsen',
  letterKeysHint: 'Zet dit uit als je tegen de computer praat, of per ongeluk toetsen raakt.',
  heard: 'Wat je hoort',
  seeks: (letters: string) => `Zoek: ${letters}…`,
  toBox: 'Naar het vak …',
  acts: {
    show: 'Toon op het kleed',
    rename: 'Andere woorden',
    tie: 'Verbind met …',
    kind: 'Maak er een schakel of ingrediënt van',
    edge: 'Naar de rand van …',
    clarify: 'Licht toe',
    contact: 'Bereid het gesprek voor',
    add: 'Iets nieuws hier',
  },
  walkKeys: {
    arrows: 'Door de lijst',
    choose: 'Kies, of leg het andere eind van de verbinding',
    besides: 'Kies erbij',
    acts: 'Alles wat kan',
    seek: 'Zoek een regel: typ letters, dan Enter',
    regions: 'Naar het volgende deel van de pagina',
    heard: 'De laatste twintig berichten',
  },
};

export type OutlineTexts = typeof outlineNl;
