import { listsOf } from '../../../shared/text/plural.ts';
import type { networkNl } from '../nl/network.ts';

const list = listsOf('en');

export const networkEn: typeof networkNl = {
  insights: {
    title: 'What do we see?',
    close: 'Close questions',
    intro: 'Questions to dwell on together. There is no right or wrong.',
    none: 'No questions yet. Lay some ingredients and connectors on the cloth first.',
    nothing:
      'Every ingredient is tied through a connector, and every position is held by somebody. What do you notice yourselves?',
    show: 'Show',
  },
  contacts: {
    title: 'Contacts',
    close: 'Close contacts',
    intro: 'A story of its own for each connector, fed by the ingredients they are tied to.',
    none: 'There are no connectors on the cloth yet.',
    unnamed: 'Connector without a name',
    ingredients: 'Tied to',
    noIngredients: 'Not tied to any ingredient yet.',
    story: 'Our story for this connector',
    storyHint: 'What does the initiative mean to this person?',
    approach: 'How do we go about it?',
    alone: 'Alone',
    group: 'Together with others',
    togetherWith: 'Together with',
    shared: (words) => `What they share: ${list(words)}`,
    when: 'When',
    whenHint: 'for example: after the study day',
    by: 'Who of us',
    contacted: 'Conversation',
    notYet: 'Not yet',
    planned: 'Arranged',
    done: 'Held',
    withStory: 'story is ready',
  },
};
