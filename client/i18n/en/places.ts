import { pluralsOf } from '../../../shared/text/plural.ts';
import type { placesNl } from '../nl/places.ts';

const count = pluralsOf('en');

/** English for the texts outside the cloth. */
export const placesEn: typeof placesNl = {
  home: {
    question: 'What do you want to work on?',
    initiativeName: 'Name of the initiative',
    initiativeHint: 'Can wait',
    create: 'New tablecloth',
    creating: 'Laying the table…',
    example: 'Open the example',
    exampleHint: 'Reading for fun: a whole tablecloth to look round in',
    join: 'Join with a code',
    joinHint: 'Seven characters, from the shared screen',
    openFile: 'Open a file',
    openFileHint: 'A tablecloth you kept; or drag it onto this page',
    showAll: (n: number) => `Show all ${n} tablecloths`,
    today: (time: string) => `today ${time}`,
    mine: 'Your tablecloths',
    mineHint: 'Opened on this device',
    open: 'Open',
    untitled: 'No name yet',
    forget: (title: string) => `Forget “${title}”`,
    forgotten: (title: string) => `“${title}” is no longer in this list.`,
    forgetWaiting: (n) =>
      count(n, {
        one: 'One change is on this device only. Open the cloth with a connection first.',
        other: '{n} changes are on this device only. Open the cloth with a connection first.',
      }),
    forgetUndo: 'Put back',
    roles: { facilitator: 'you facilitate', participant: 'you take part', viewer: 'you watch' },
    gone: 'no longer on the server',
    howTitle: 'How it works',
    how: [
      'Put the initiative in the middle.',
      'Everyone writes at the edge what is involved in it.',
      'Look for the connectors and draw the lines.',
    ],
    samples: [
      'book list',
      'Gemma',
      'film material',
      'pilot lesson',
      'reading fun first',
      'Thomas',
      'mailing list',
      'Heleen',
    ],
    sampleInitiative: 'reading for fun',
    install: 'Put Tafelkleed on this device',
    installByHand: 'Tafelkleed on this device? Tap Safari’s share button and choose “Add to Home Screen”.',
    plainHttp:
      'This address begins with http. Working together and saving go as ever. What cannot be done here: opening a cloth while the server is gone, putting Tafelkleed on the device, and copying a picture. With https it can.',
  },
  join: {
    title: 'Take a seat',
    code: 'Seven-character code',
    hint: 'The code is on the shared screen. Capitals and spaces do not matter.',
    submit: 'Join',
    submitting: 'Looking…',
    tooShort: (missing: number) => `${missing} more to go: a code has seven characters.`,
    tooLong: (more: number) => `That is ${more} too many: a code has seven characters.`,
    foreign: (letters: string) => `No code has this in it: ${letters}. Have another look at the screen.`,
    back: 'Back to the start',
  },
  arrival: {
    isItYou: (name: string) => `Are you ${name}?`,
    isItYouHint: (name: string) =>
      `${name} has a seat already, on another device. If that is you, you go on from there.`,
    takeSeat: 'Yes, take my seat',
    another: (name: string) => `No, I am another ${name}`,
    otherNameInstead: 'Fill in another name',
    waiting: (name: string) =>
      `Someone is at ${name}'s seat now, and was asked whether it is you. Who leads can settle it too.`,
    refused: (name: string) => `${name} sits there already. Ask who leads, or join under a name that tells you apart.`,
    claimed: (name: string) => `Someone on another device says they are ${name}. Did you take up another device?`,
    giveSeat: 'Yes, I go on there',
    keepSeat: 'No, I sit here',
  },
};
