import type { PositionLetter } from '../../../shared/cloth/schema.ts';
import type { momentsNl } from '../nl/moments.ts';
import { listsOf, pluralsOf } from '../plural.ts';

const count = pluralsOf('en');
const list = listsOf('en');

const POSITIONS: Readonly<Record<PositionLetter, string>> = {
  i: 'initiator',
  p: 'partner',
  s: 'connector',
  l: 'supplier',
  g: 'user',
};
const positions = (letters: readonly PositionLetter[]) => list(letters.map((letter) => POSITIONS[letter]));

export const momentsEn: typeof momentsNl = {
  moments: {
    title: 'Moments',
    close: 'Close moments',
    intro: 'A tablecloth is a snapshot of a living network. Name this moment, to look back at it later.',
    none: 'No moments kept yet.',
    name: 'Name of this moment',
    nameHint: 'for example: after the study day',
    keep: 'Keep this moment',
    kept: (name) => `“${name}” is kept.`,
    tooMany: (most) => `There are ${most} moments already. Forget one first; nothing was lost.`,
    tooLarge: 'This tablecloth is too large to keep as a moment. Take it home as a file.',
    unreadable: 'This moment can no longer be read.',
    writtenBy: (when, name) => (name ? `${when}, by ${name}` : when),
    unnamed: 'Moment without a name',
    rename: 'Name',
    more: (name) => `More about “${name}”`,
    forget: 'Forget',
    forgotten: (name) => `“${name}” is forgotten.`,
    undo: 'Put back',
    hidden: 'You can look back again as soon as the words are revealed.',
    lookBack: 'Look back',
    asItWas: 'As it was:',
    backToNow: 'Back to now',
    compare: 'Compare with now',
    backToList: 'All moments',
    since: (name) => `Since “${name}”`,
    copy: 'Restore as a copy',
    copying: 'Laying the copy…',
    copied: 'The copy lies ready on a tablecloth of its own.',
    openCopy: 'Open the copy',
  },
  compare: {
    same: 'Nothing has changed since.',
    intro: 'Press a line to see it on the tablecloth.',
    renamed: 'In the middle',
    renamedTo: (before, after) => `From “${before}” to “${after}”`,
    added: 'New',
    gone: 'No longer on the cloth',
    goneHint: 'see it on the cloth of that time',
    reworded: 'Put in other words',
    wasCalled: (before, after) => `“${before}” became “${after}”`,
    tied: 'Newly tied',
    untied: 'No longer tied',
    tie: (from, to) => `${from} and ${to}`,
    positions: 'Positions',
    gained: (letters) => `became ${positions(letters)}`,
    lost: (letters) => `is no longer ${positions(letters)}`,
  },
  doubles: {
    title: 'Are these alike?',
    close: 'Close doubles',
    intro: 'One and the same, or two things? You know, pair by pair.',
    none: 'Nothing on the cloth looks alike now.',
    by: (name) => (name ? `written by ${name}` : 'writer unknown'),
    pair: (a, b) => `“${a}” and “${b}”`,
    show: 'Show',
    one: 'One and the same',
    two: 'Two different things',
    merged: (name) => `“${name}” is there once now.`,
    parted: (a, b) => `“${a}” and “${b}” stay two things.`,
    undo: 'Two after all',
    undoParted: 'Undo',
    aside: (n) => count(n, { one: 'Show {n} pair that differs', other: 'Show {n} pairs that differ' }),
  },
  kind: {
    toTheme: 'Make it a theme',
    toInitiative: 'Make it an initiative',
    themeWhy: 'The middle is a theme now: kindred initiatives fit in it together.',
    initiativeWhy: 'The middle is an initiative now: one thing to begin together.',
    undo: 'Undo',
  },
  together: {
    title: 'Did somebody make this alone?',
    hint: 'Choose who. The ingredients then come to their side of the table, the connectors to the middle, and nothing covers anything.',
    lay: (name) => `Made alone by ${name}`,
  },
};
