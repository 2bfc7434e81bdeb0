import type { problemsNl } from '../nl/problems.ts';

/** English for when something cannot be done. */
export const problemsEn: typeof problemsNl = {
  problems: {
    file: {
      tooLarge: 'This file is too large to be a tablecloth.',
      noJson: 'This file is damaged or not a tablecloth file.',
      noCloth: 'This is not a tablecloth file. Such a file ends in .tafelkleed.json.',
      newerVersion: 'This file was made with a newer Tafelkleed. Load this page again and retry.',
      malformed: (where: string) => `Something in this file is not right (at ${where}). Nothing has changed.`,
      unreadable: 'This file could not be read.',
    },
  },
  crowded: {
    cloth: 'There is no room on this tablecloth just now',
    server: 'The server has no room just now',
    comesIn:
      'So many people are here at the moment that nobody else can join. This page keeps trying, and the tablecloth appears as soon as there is room.',
  },
  closed: {
    unauthorised: {
      title: 'This link no longer works',
      text: 'The facilitator made a new link. Ask for it, or for the code.',
    },
    forbidden: {
      title: 'This link is for watching only',
      text: 'This page tried to change something and was disconnected.',
    },
    missing: {
      title: 'This tablecloth was cleared away',
      text: 'It is no longer on the server. This device still has a copy.',
    },
    forGood: {
      title: 'This tablecloth is closed',
      text: 'It is no longer on the server. This device still has a copy.',
    },
    tooLarge: {
      title: 'That was too much at once',
      text: 'The last change was too large to send. Save your copy and load the page again.',
    },
    full: {
      title: 'This tablecloth is full',
      text: 'Nothing more fits on it. What you wrote last is on this device only. Save your copy and begin a new tablecloth together.',
    },
    tooOld: { title: 'There is a new version', text: 'Load the page again to go on.' },
    tooManyMessages: {
      title: 'A moment of rest',
      text: 'This page sent too much at once and was disconnected. Load the page again.',
    },
    other: { title: 'The connection is closed', text: 'Save your copy if you need it and load the page again.' },
    withoutHidden: 'The words of others are still hidden: they are not in your copy.',
    look: 'Keep looking',
  },
};
