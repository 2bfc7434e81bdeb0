import type { stepsNl } from '../nl/steps.ts';
import { pluralsOf } from '../plural.ts';

const count = pluralsOf('en');

/** English for leading and following a session. */
export const stepsEn: typeof stepsNl = {
  steps: {
    title: 'Steps',
    named: (n: number, name: string) => `Step ${n}: ${name}`,
    back: 'Previous step',
    on: 'Next step',
    moved: (n: number, name: string) => `The group is at step ${n}: ${name}.`,
    about: 'About the steps',
    close: 'Close explanation',
    here: 'The group is here now',
    goHere: 'Take the group here',
    tips: 'Good to know',
    atHand: 'With this step',
    name: 'Write the name',
    quiet: 'Quiet writing',
    quietHint: 'Everyone writes and moves at their own edge only.',
    hide: 'Hide words',
    hideHint: 'Everyone sees only their own words, until you show them all.',
    reveal: 'Show everything',
    hiddenNow: 'The words of others are still hidden.',
    hiddenWords: 'hidden words',
    notNow: {
      quiet: 'Everyone at their own edge for now.',
      hidden: 'These words are still hidden.',
    },
    held: 'Time is up',
    heldText: 'Hands off the cloth for a moment. The facilitator will go on with you.',
    heldWords: 'Time is up. Your words stay here until the facilitator goes on.',
    heldPlaceholder: 'Waiting for the facilitator…',
    heldLead: 'Everyone waits until you go on.',
    goOn: 'Go on',
  },
  timer: {
    title: 'Time',
    set: 'Set the time',
    minutes: (n: number) => count(n, { one: '{n} minute', other: '{n} minutes' }),
    fewer: 'Fewer minutes',
    more: 'More minutes',
    start: 'Start',
    pause: 'Pause',
    resume: 'Resume',
    plus: '+1 minute',
    end: 'Stop now',
    clear: 'Take the time away',
    left: (time: string) => `${time} left`,
    paused: (time: string) => `Paused, ${time} left`,
    over: 'Time is up',
    hold: 'Wait at the end',
    holdHint: 'When time is up nobody writes on until you go on.',
    sound: 'Sound on this device',
    none: 'No time is running.',
  },
};
