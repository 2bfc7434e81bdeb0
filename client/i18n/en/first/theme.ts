import type { TextsOfKind } from '../../kind.ts';
import { pluralsOf } from '../../plural.ts';

const count = pluralsOf('en');

/** What reads otherwise on a cloth with a theme in its middle. */
export const themeEn: TextsOfKind = {
  top: { rename: 'Name the theme' },
  outline: { theInitiative: 'the theme' },
  legend: { lines: { direct: { means: 'tied to the theme, as yet without a connector' } } },
  capture: { name: 'What is the theme called?' },
  empty: { name: 'Give the theme a powerful name below. It goes in the middle.' },
  action: { 'tie-to-initiative': 'Tie to the theme' },
  question: { throughWhomHint: 'Who makes the relation with the theme?' },
  insights: {
    aside: (n) =>
      count(n, {
        one: 'One connector still stands apart from the theme. What could tie this person to it?',
        other: '{n} connectors still stand apart from the theme. What could tie them to it?',
      }),
  },
  contacts: { storyHint: 'What does the theme mean to this person?' },
};
