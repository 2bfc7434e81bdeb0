import type { CompareKind } from '../../scene/compare-marks.ts';
import type { Language } from '../../text/language.ts';

interface MarkWords {
  readonly words: Readonly<Record<CompareKind, string>>;
  /** The title of a page that shows what became of a cloth since a moment of that name, to now or to another one; both may have none. */
  readonly title: (title: string, moment: string, until?: string) => string;
}

const MARKS: Readonly<Record<Language, MarkWords>> = {
  nl: {
    words: {
      added: 'nieuw',
      gone: 'weg',
      reworded: 'anders verwoord',
      tied: 'nieuwe verbinding',
      untied: 'verbinding weg',
      provedReal: 'nu echt zo',
      onlyExpected: 'nu verwacht',
      gained: 'letter erbij',
      lost: 'letter weg',
    },
    title(title, moment, until) {
      const from = moment ? `“${moment}”` : 'een eerder moment';
      if (until === undefined) return `${title} – sinds ${from}`;
      return `${title} – van ${from} tot ${until ? `“${until}”` : 'een later moment'}`;
    },
  },
  en: {
    words: {
      added: 'new',
      gone: 'gone',
      reworded: 'worded otherwise',
      tied: 'new tie',
      untied: 'tie gone',
      provedReal: 'really so now',
      onlyExpected: 'expected now',
      gained: 'letter added',
      lost: 'letter gone',
    },
    title(title, moment, until) {
      const from = moment ? `“${moment}”` : 'an earlier moment';
      if (until === undefined) return `${title} – since ${from}`;
      return `${title} – from ${from} to ${until ? `“${until}”` : 'a later moment'}`;
    },
  },
};

/** What a page says that shows what became of a cloth since a moment. */
export const markWords = (language: Language): MarkWords => MARKS[language];
