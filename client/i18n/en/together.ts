import { listsOf, pluralsOf } from '../../../shared/text/plural.ts';
import type { togetherNl } from '../nl/together.ts';

const count = pluralsOf('en');
const list = listsOf('en');

export const togetherEn: typeof togetherNl = {
  alone: {
    title: 'First alone, then together',
    close: 'Close first alone, then together',
    short: 'First alone',
    shortHint: 'Everyone gets a cloth of their own. Later you call all back and lay everything together.',
    who: 'Who has written something?',
    callBack: 'Call everyone back',
    made: (n) => count(n, { one: '{n} thing', other: '{n} things' }),
    madeNothing: 'nothing written yet',
    onWall: (begun, of, things) =>
      begun === 0
        ? 'Everyone is making a cloth of their own.'
        : `Everyone is making a cloth of their own. ${begun} of ${of} ${begun === 1 ? 'has' : 'have'} begun, with ${count(things, { one: '{n} thing so far', other: '{n} things so far' })}.`,
    intro: 'Everyone first makes a cloth of their own, at ease. Then you lay it all together on this table.',
    begin: 'Let everyone begin alone',
    beginning: 'Laying the cloths…',
    end: 'Call everyone back to the table',
    now: 'Everyone is working on a cloth of their own.',
    nobody: 'As soon as people sit at the table, each gets a cloth of their own.',
    has: 'own cloth is ready',
    hasNot: 'no own cloth yet',
    link: 'Share link',
    shareOf: (name) => `Share link to ${name}'s own cloth`,
    linkOf: (name) => `Link to ${name}'s own cloth`,
    linkHint: 'For who is at another device, or does not have this page open.',
    linkQr: (name) => `QR code to ${name}'s own cloth`,
    scan: 'Or scan',
    layTitle: 'Lay it all together',
    layHint:
      'What each wrote comes to their own side of the table, connectors come round the middle. You can do it again: only what is new is added.',
    lay: 'Lay them together',
    laying: 'Laying it all together…',
    laid: (n, names) =>
      names.length > 0
        ? `${count(n, { one: '{n} thing', other: '{n} things' })} added, from ${list(names)}.`
        : `${count(n, { one: '{n} thing', other: '{n} things' })} added.`,
    nothing: 'There is nothing new to lay down now.',
    away: (n) =>
      count(n, {
        one: '{n} thing lay here before and was taken away or made one with another. It stays away.',
        other: '{n} things lay here before and were taken away or made one with others. They stay away.',
      }),
    again: 'Lay down again all the same',
    undo: 'Undo',
    doubles: (n) => count(n, { one: 'Look at the pair that is alike', other: 'Look at {n} pairs that are alike' }),
    mine: 'Your own cloth',
    write: 'Write down what is involved, and add connectors. Later you lay it all together.',
    read: 'Whoever leads can read this.',
    over: 'The group is together at the table again.',
    back: 'Back to the table',
    called: 'Come back to the table!',
    along: (seconds) =>
      `What you wrote is kept. In ${count(seconds, { one: '{n} second', other: '{n} seconds' })} you go along.`,
    goAlong: 'I am coming',
    aMoment: 'A moment please',
    known: 'your own cloth',
  },
};
