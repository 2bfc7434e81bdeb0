import { listsOf } from '../../../shared/text/plural.ts';

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
