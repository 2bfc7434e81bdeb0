import { listsOf, pluralsOf } from '../../../shared/text/plural.ts';
import type { AnnounceTexts } from './nl.ts';

const count = pluralsOf('en');
const list = listsOf('en');

/** English of what is said to who does not see the cloth. */
export const announceEn: AnnounceTexts = {
  list,
  hidden: (n: number) => count(n, { one: '{n} word, hidden', other: '{n} words, hidden' }),
  things: (n: number) => count(n, { one: '{n} thing', other: '{n} things' }),
  ties: (n: number) => count(n, { one: '{n} tie', other: '{n} ties' }),
  added: (names: string) => `Added: ${names}`,
  removed: (names: string) => `Gone: ${names}`,
  written: (names: string) => `Written: ${names}`,
  moved: (names: string) => `Moved: ${names}`,
  edge: (names: string, edge: string) => `${names}: now at the edge of ${edge}`,
  toMiddle: (names: string) => `${names}: now in the middle`,
  kind: (names: string, kind: 'ingredient' | 'connector') =>
    `${names}: now a${kind === 'connector' ? ' connector' : 'n ingredient'}`,
  given: (names: string, position: string) => `${names}: ${position}`,
  taken: (names: string, position: string) => `${names}: no longer ${position}`,
  clarified: (names: string) => `Clarified: ${names}`,
  asked: (names: string) => `Asked what is meant: ${names}`,
  answered: (names: string) => `The question is gone: ${names}`,
  contact: (names: string) => `Conversation prepared: ${names}`,
  tied: (ends: string) => `Tied: ${ends}`,
  untied: (ends: string) => `Tie gone: ${ends}`,
  expected: (ends: string) => `Expected: ${ends}`,
  real: (ends: string) => `Really so: ${ends}`,
  named: (name: string) => `In the middle it now says: ${name}`,
  tying: (name: string) => `Tie ${name} to … Type the first letters and press Enter.`,
  others: {
    by: (names: string) => `By ${names}`,
    added: (n: number) => `${n} added`,
    removed: (n: number) => `${n} gone`,
    changed: (names: string) => `changed: ${names}`,
    tied: (n: number) => count(n, { one: '{n} tie added', other: '{n} ties added' }),
    untied: (n: number) => count(n, { one: '{n} tie gone', other: '{n} ties gone' }),
  },
  led: {
    quiet: 'Everyone now writes in silence, at their own edge.',
    notQuiet: 'The silence is over: everything may be done everywhere again.',
    hidden: 'The words of others are hidden now.',
    shown: 'All words can be read now.',
    walk: (edge: string) => `Walk round: at the edge of ${edge}.`,
    walkEnds: 'The walk round is over.',
    lookHere: (near: string) => (near === '' ? 'Look here.' : `Look here: at ${near}.`),
    time: (minutes: number) =>
      count(minutes, { one: 'The time runs: {n} minute.', other: 'The time runs: {n} minutes.' }),
    paused: 'The time stands still.',
    minute: 'One more minute.',
    byPosition: 'Everyone now looks by position.',
    onCloth: 'Everyone looks at the cloth again.',
  },
  heard: {
    title: 'What you hear',
    hint: 'A screen reader reads out what happens on the cloth. F8 shows the last twenty messages.',
    choice: 'Read out',
    all: 'Everything at the table',
    mine: 'Only what I do',
    off: 'Nothing',
    none: 'Nothing was said yet.',
    last: 'The last messages, the newest first',
  },
};
