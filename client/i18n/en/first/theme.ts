import type { TextsOfKind } from '../../kind.ts';

/** What reads otherwise on a cloth with a theme in its middle. */
export const themeEn: TextsOfKind = {
  top: { rename: 'Name the theme' },
  outline: { theInitiative: 'the theme' },
  legend: { lines: { direct: { means: 'tied to the theme, as yet without a connector' } } },
  capture: { name: 'What is the theme called?' },
  empty: { name: 'Give the theme a powerful name below. It goes in the middle.' },
  action: { 'tie-to-initiative': 'Tie to the theme' },
  question: { throughWhomHint: 'Who makes the relation with the theme?' },
  contacts: { storyHint: 'What does the theme mean to this person?' },
};
