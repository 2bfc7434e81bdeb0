import type { Contacted } from '../../model/schema.ts';
import type { Language } from '../../text/language.ts';

/** What reports and lists say in a language. They are made on the server as well, so these stand apart from the interface's texts. */
export interface ReportWords {
  readonly untitled: string;
  /** By what it tells of: what the report is, what is pictured, and what its first part says. */
  readonly of: Readonly<Record<'cloth' | 'theme', Readonly<Record<'kind' | 'picture' | 'contents', string>>>>;
  readonly involved: string;
  readonly through: string;
  readonly expected: string;
  readonly meant: string;
  readonly loose: string;
  readonly atEdge: (name: string) => string;
  readonly noEdge: string;
  readonly questions: string;
  readonly noQuestions: string;
  readonly contacts: {
    readonly title: string;
    readonly unnamed: string;
    readonly talk: (whom: string, about: string) => string;
    readonly states: Readonly<Record<Contacted, string>>;
    readonly columns: Readonly<
      Record<'whom' | 'who' | 'together' | 'when' | 'state' | 'story' | 'ingredients', string>
    >;
  };
}

const WORDS: Readonly<Record<Language, ReportWords>> = {
  nl: {
    untitled: 'Nog zonder naam',
    of: {
      cloth: { kind: 'Netwerkanalyse', picture: 'Het tafelkleed', contents: 'Wie en wat erbij betrokken is' },
      theme: { kind: 'Thema', picture: 'Het themablad', contents: 'Wat er op het blad staat' },
    },
    involved: 'positie',
    through: 'verbonden met',
    expected: 'verwacht',
    meant: 'bedoeld',
    loose: 'Nog zonder schakel',
    atEdge: (name) => `aan de rand van ${name}`,
    noEdge: 'los op het kleed',
    questions: 'Wat zien we?',
    noQuestions: 'Elk ingrediënt is via een schakel verbonden, en elke positie wordt door iemand ingenomen.',
    contacts: {
      title: 'Contacten',
      unnamed: 'schakel zonder naam',
      talk: (whom, about) => `In gesprek met ${whom} (${about})`,
      states: { planned: 'afgesproken', done: 'gesproken' },
      columns: {
        whom: 'met wie',
        who: 'wie gaat',
        together: 'samen met',
        when: 'wanneer',
        state: 'hoe ver',
        story: 'eigen verhaal',
        ingredients: 'ingrediënten',
      },
    },
  },
  en: {
    untitled: 'No name yet',
    of: {
      cloth: { kind: 'Network analysis', picture: 'The tablecloth', contents: 'Who and what is involved' },
      theme: { kind: 'Theme', picture: 'The theme sheet', contents: 'What stands on the sheet' },
    },
    involved: 'position',
    through: 'tied to',
    expected: 'expected',
    meant: 'meant',
    loose: 'Without a connector yet',
    atEdge: (name) => `at the edge of ${name}`,
    noEdge: 'loose on the cloth',
    questions: 'What do we see?',
    noQuestions: 'Every ingredient is tied through a connector, and somebody holds every position.',
    contacts: {
      title: 'Contacts',
      unnamed: 'connector without a name',
      talk: (whom, about) => `Talk with ${whom} (${about})`,
      states: { planned: 'agreed on', done: 'talked' },
      columns: {
        whom: 'with whom',
        who: 'who goes',
        together: 'together with',
        when: 'when',
        state: 'how far',
        story: 'own story',
        ingredients: 'ingredients',
      },
    },
  },
};

export function wordsOf(language: Language): ReportWords {
  return WORDS[language];
}
