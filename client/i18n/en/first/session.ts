import type { sessionNl } from '../../nl/first/session.ts';

/** English for the running session: its step, its time, and leading. */
export const sessionEn: typeof sessionNl = {
  steps: {
    title: 'Steps',
    named: (n: number, name: string) => `Step ${n}: ${name}`,
    moved: (n: number, name: string) => `The group is at step ${n}: ${name}.`,
    quiet: 'Quiet writing',
    hiddenNow: 'The words of others are still hidden.',
    notNow: {
      quiet: 'Everyone at their own edge for now.',
      hidden: 'These words are still hidden.',
      taken: 'Someone took this off the cloth. Write on to put it back.',
      gone: 'Someone took this off the cloth. Their undo brings it back, with what you wrote.',
      long: 'That much text does not fit here. Paste it in parts.',
      full: 'The tablecloth cannot hold that much. Take something away first.',
      much: 'That is too much at once. Nothing has changed.',
      picture: 'A picture cannot go on the cloth: only words lie there.',
      nothing: 'There are no words in what you pasted.',
      missing: 'Pasting needs a connection for a moment. Try again soon.',
    },
    lostRewrites: (words: string, count: number) =>
      `While you had no connection, someone took ${count === 1 ? 'this' : 'these'} off the cloth: ${words}. You had written on in ${count === 1 ? 'it' : 'them'}.`,
    closedPlaceholder: 'Closed: no writing for now',
    putBack: 'Put back',
    heldWords: 'Time is up. Your words stay here until the facilitator goes on.',
    heldPlaceholder: 'Waiting for the facilitator…',
  },
  timer: {
    set: 'Set the time',
    left: (time: string) => `${time} left`,
    paused: (time: string) => `Paused, ${time} left`,
    over: 'Time is up',
  },
  follow: {
    title: 'Taking everyone along',
    come: 'Come with me',
    comeHint: 'Bring everyone’s screen to what you see.',
    point: 'Look here',
    pointHint: 'Tap the place where everyone should look.',
  },
  said: {
    open: 'Say it',
    openHint: 'A few words on everyone’s screen.',
  },
  calm: {
    open: 'Calm lines',
    openHint: 'Find places for the connectors where fewer lines cross.',
  },
  guide: {
    question: (name) => `How is ${name} really involved?`,
  },
};
