import { pluralsOf } from '../../../shared/text/plural.ts';
import type { OutlineTexts } from './nl.ts';

const count = pluralsOf('en');

/** English of the outline. */
export const outlineEn: OutlineTexts = {
  tree: 'Everything on the cloth, as a list',
  hidden: (n: number) => count(n, { one: '{n} word, hidden', other: '{n} words, hidden' }),
  wordsHidden: 'The words are still hidden',
  middle: 'In the middle',
  edgeOf: (name: string) => `Edge of ${name}`,
  tied: (name: string) => `tied to ${name}`,
  tiedExpected: (name: string) => `tied to ${name}, expected`,
  meant: (words: string) => `Meant: ${words}`,
  asked: 'Somebody asks: what do you mean?',
  conversation: (words: string) => `Conversation: ${words}`,
  by: (name: string) => `by ${name}`,
  writtenBy: (name: string) => `Written by ${name}`,
  whatCanBeDone: (name: string) => `What can be done with ${name}?`,
  clarification: 'What is meant by it?',
  words: 'Words',
  letterKeys: 'Single letters are keys',
  letterKeysHint: 'Switch this off when you speak to the computer, or hit keys by accident.',
  heard: 'What you hear',
  seeks: (letters: string) => `Search: ${letters}…`,
  toBox: 'To the box …',
  acts: {
    show: 'Show on the cloth',
    rename: 'Other words',
    tie: 'Tie to …',
    kind: 'Make it a connector or an ingredient',
    edge: 'To the edge of …',
    clarify: 'Clarify',
    contact: 'Prepare the conversation',
    add: 'Something new here',
  },
  walkKeys: {
    arrows: 'Through the list',
    choose: 'Choose, or end the tie there',
    besides: 'Add to the choice',
    acts: 'All that can be done',
    seek: 'Find a row: type letters, then Enter',
    regions: 'To the next part of the page',
    heard: 'The last twenty messages',
  },
};
