import type { PathTexts } from '../../scene/path-leaf.ts';
import type { Language } from '../../text/language.ts';

type PathWords = Omit<PathTexts, 'titleOf' | 'roundedOffOn'> & {
  readonly title: string;
  readonly roundedOff: (day: string) => string;
};

const WORDS: Readonly<Record<Language, PathWords>> = {
  nl: {
    title: 'Het pad',
    first: 'Van initiatief naar aanpak',
    second: 'Uitproberen',
    stones: {
      '0': 'Het begin',
      '1': 'Wie wil hier iets mee?',
      '2': 'Wie betrek je erbij?',
      '3': 'Vertellen wat je van plan bent',
      '4': 'Er een aanpak van maken',
      '5': 'Bespreken met wie het aangaat',
      '6': 'De aanpak bijstellen',
      '7': 'De aanpak delen met iedereen',
      '8': 'Uitproberen',
      '9': 'Ervaringen verzamelen',
      '10': 'Verfijnen wat werkt',
    },
    hints: {
      '0': 'Waar kwam het vandaan?',
      '1': 'Wie draagt dit? Met z’n tweeën gaat het vaak beter.',
      '2': 'Dat is de voorkant van dit kleed.',
      '3': 'Wat vertel je, en wat vraag je aan de anderen?',
      '4': 'Waar werk je naartoe? Wat vind je klaar?',
      '5': 'Wat vinden zij ervan, en waarom?',
      '6': 'Wat verandert er door wat je hoorde?',
      '7': 'Wie doet er mee met uitproberen?',
      '8': 'Wat probeer je uit, en hoe lang?',
      '9': 'Wat ging goed? Wat viel op?',
      '10': 'Wat houden jullie erin?',
    },
    here: 'Hier zijn we nu',
    carriedBy: 'Wie draagt het?',
    finishedWhen: 'Wanneer is het klaar?',
    roundedOff: (day) => `Afgerond op ${day}`,
  },
  en: {
    title: 'The path',
    first: 'From initiative to approach',
    second: 'Trying out',
    stones: {
      '0': 'The beginning',
      '1': 'Who wants to do something with it?',
      '2': 'Whom do you involve?',
      '3': 'Telling what you are about to do',
      '4': 'Making an approach of it',
      '5': 'Talking with whom it concerns',
      '6': 'Adjusting the approach',
      '7': 'Sharing the approach with all',
      '8': 'Trying out',
      '9': 'Gathering experience',
      '10': 'Refining what works',
    },
    hints: {
      '0': 'Where did it come from?',
      '1': 'Who carries this? With two it often goes better.',
      '2': 'That is the front of this cloth.',
      '3': 'What do you tell, and what do you ask of the others?',
      '4': 'What do you work towards? What would you call finished?',
      '5': 'What do they think of it, and why?',
      '6': 'What changes by what you heard?',
      '7': 'Who joins in trying it out?',
      '8': 'What do you try, and for how long?',
      '9': 'What went well? What struck you?',
      '10': 'What will you keep?',
    },
    here: 'We are here now',
    carriedBy: 'Who carries it?',
    finishedWhen: 'When is it finished?',
    roundedOff: (day) => `Rounded off on ${day}`,
  },
};

/** What the path says by itself, on a page and in the interface. */
export const pathWords = (language: Language): PathWords => WORDS[language];

/** The same for its page, with days written out. */
export function pathTexts(language: Language): PathTexts {
  const { title, roundedOff, ...words } = WORDS[language];
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    ...words,
    titleOf: (initiative) => `${initiative} – ${title.toLowerCase()}`,
    roundedOffOn: (date) => roundedOff(day.format(new Date(`${date}T00:00:00Z`))),
  };
}
