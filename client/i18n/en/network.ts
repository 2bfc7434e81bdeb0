import type { networkNl } from '../nl/network.ts';
import { listsOf, pluralsOf } from '../plural.ts';

const count = pluralsOf('en');
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
    withoutConnector: (n) =>
      count(n, {
        one: 'One ingredient has no connector yet. Who has something to do with it?',
        other: '{n} ingredients have no connector yet. Who has something to do with them?',
      }),
    aside: (n) =>
      count(n, {
        one: 'One connector still stands apart from the initiative. What could tie this person to it?',
        other: '{n} connectors still stand apart from the initiative. What could tie them to it?',
      }),
    carriesMany: (name, n) =>
      `Much goes through ${name}: ${count(n, { one: '{n} ingredient', other: '{n} ingredients' })}. What happens when they are away for a while?`,
    expected: (n) =>
      count(n, {
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
      `“${words}” was written ${count(n, { one: '{n} time', other: '{n} times' })}. What makes it so alive?`,
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
