import type { TextsOfKind } from '../../kind.ts';

/** What reads otherwise on a cloth with a theme in its middle. */
export const themeNl: TextsOfKind = {
  top: { rename: 'Geef het thema een naam' },
  outline: { theInitiative: 'het thema' },
  legend: { lines: { direct: { means: 'nog zonder schakel met het thema verbonden' } } },
  capture: { name: 'Hoe heet het thema?' },
  empty: { name: 'Geef het thema hieronder een krachtige naam. Die komt in het midden.' },
  action: { 'tie-to-initiative': 'Verbind met het thema' },
  question: { throughWhomHint: 'Wie legt de relatie met het thema?' },
  contacts: { storyHint: 'Wat betekent het thema voor deze persoon?' },
};
