import { pluralsOf } from '../../../shared/text/plural.ts';
import type { involvementNl } from '../nl/involvement.ts';

const count = pluralsOf('en');

/** English for actual and expected involvement, and for the view of the cloth by position. */
export const involvementEn: typeof involvementNl = {
  involvement: {
    question: 'Does she really, or should she?',
    real: 'Really so',
    expected: 'Expected',
    title: 'Really or expected?',
    close: 'Close really or expected',
    intro: 'Does someone really do that, or would it belong to the job? What is expected becomes a line of dashes.',
    none: 'There are no ties yet.',
    of: (name) => `Ties of ${name}`,
    direct: 'Without a connector',
    tie: (from, to) => `${from} and ${to}`,
  },
  fields: {
    open: 'Look by position',
    title: 'The cloth by position',
    back: 'Back to the cloth',
    oneByOne: 'Contact by contact',
    together: 'Everyone looks along',
    togetherHint: "Bring everyone's screen to this view.",
    groupLooks: 'The group looks by position',
    lookAlong: 'Look along',
    waiting: 'Without a position yet',
    nobodyWaits: 'Everyone has a position.',
    nobody: 'Nobody yet',
    held: (n) => count(n, { one: '{n} here', other: '{n} here' }),
    also: (name, positions) => `${name}, also ${positions}`,
    hint: 'Drag someone to another place, or tap for more.',
    card: (name) => `Positions of ${name}`,
    add: 'Add',
    addTo: (position) => `Add: also ${position}`,
    move: 'Move here',
    moveTo: (position) => `Move here: to ${position}`,
    remove: 'Take away',
    removeFrom: (position) => `Take away: no longer ${position}`,
    close: 'Close',
    added: (name, position) => `${name} is now ${position} too.`,
    moved: (name, position) => `${name} is now ${position}.`,
    taken: (name, position) => `${name} is no longer ${position}.`,
  },
  guide: {
    title: 'Contact by contact',
    close: 'Close contact by contact',
    none: 'There are no connectors on the cloth yet.',
    more: 'More than one is fine. Not sure? Then you know whom you still want to talk to.',
    positions: 'Positions',
    ingredients: 'Tied to',
    back: 'Back',
    on: 'Next',
    at: (n, all) => `${n} of ${all}`,
    whole: 'That was everyone. Look at the whole together.',
  },
};
