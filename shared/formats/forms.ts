import { type Names, named } from '../method/named.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { Language } from '../text/language.ts';
import { writeGexf } from './network/gexf.ts';
import { graphOf } from './network/graph.ts';
import { writeGraphml } from './network/graphml.ts';
import { edgeTable, kumuTables, nodeTable } from './network/tables.ts';
import { writeCalendar } from './report/calendar.ts';
import { contactsOf, contactTable } from './report/contact-list.ts';
import { reportHtml } from './report/html.ts';
import { reportMarkdown } from './report/markdown.ts';
import { reportOf } from './report/report.ts';
import { writeCsv, writeXlsx } from './table.ts';

/** What whoever takes a cloth home may choose of a form that is words or data. */
export interface FormChoice {
  readonly language: Language;
  /** How people are called in it. */
  readonly names: Names;
  /** Whether stories, and in what is not about contacts these too, go along: they are their writers' own. */
  readonly stories: boolean;
  /** When it is made, ms since the epoch. */
  readonly now: number;
}

/** One way of words or data in which a cloth leaves the house. */
export interface Form {
  /** What it is, in the name of a file. */
  readonly kind: Readonly<Record<Language, string>>;
  readonly mediaType: string;
  /** Of a file that is saved, with its full stop. */
  readonly extension: string;
  /** Makes it of a cloth whose people are called as was chosen. `picture`: an address of the cloth's picture, where one is at hand. */
  readonly make: (cloth: ClothSnapshot, choice: FormChoice, picture?: string) => string | Promise<string | Uint8Array>;
}

const CSV = { mediaType: 'text/csv; charset=utf-8; header=present', extension: '.csv' } as const;
const XLSX = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: '.xlsx',
} as const;

/** Every form of words and data beside the cloth file: one row each, for the dialog, the server and the admin command alike. */
export const FORMS = {
  graphml: {
    kind: { nl: 'netwerk', en: 'network' },
    mediaType: 'application/graphml+xml; charset=utf-8',
    extension: '.graphml',
    make: (cloth, choice) => writeGraphml(graphOf(cloth), choice),
  },
  gexf: {
    kind: { nl: 'netwerk', en: 'network' },
    mediaType: 'application/gexf+xml; charset=utf-8',
    extension: '.gexf',
    make: (cloth, choice) => writeGexf(graphOf(cloth), choice),
  },
  'csv-nodes': {
    kind: { nl: 'op-het-kleed', en: 'on-the-cloth' },
    ...CSV,
    make: (cloth, choice) => writeCsv(nodeTable(graphOf(cloth), choice), choice.language),
  },
  'csv-edges': {
    kind: { nl: 'verbindingen', en: 'ties' },
    ...CSV,
    make: (cloth, choice) => writeCsv(edgeTable(graphOf(cloth), choice), choice.language),
  },
  xlsx: {
    kind: { nl: 'tabellen', en: 'tables' },
    ...XLSX,
    make: (cloth, choice) => {
      const graph = graphOf(cloth);
      const contacts = contactTable(contactsOf(cloth, choice), choice.language);
      const tables = [nodeTable(graph, choice), edgeTable(graph, choice), ...(choice.stories ? [contacts] : [])];
      return writeXlsx(tables, choice.language);
    },
  },
  'xlsx-kumu': {
    kind: { nl: 'kumu', en: 'kumu' },
    ...XLSX,
    make: (cloth, choice) => writeXlsx(kumuTables(graphOf(cloth), choice), choice.language),
  },
  html: {
    kind: { nl: 'verslag', en: 'report' },
    mediaType: 'text/html; charset=utf-8',
    extension: '.html',
    make: (cloth, choice, picture) => reportHtml(reportOf(cloth, choice), picture ? { picture } : {}),
  },
  md: {
    kind: { nl: 'verslag', en: 'report' },
    mediaType: 'text/markdown; charset=utf-8',
    extension: '.md',
    make: (cloth, choice) => reportMarkdown(reportOf(cloth, choice)),
  },
  'contacts-csv': {
    kind: { nl: 'contacten', en: 'contacts' },
    ...CSV,
    make: (cloth, choice) => writeCsv(contactTable(contactsOf(cloth, choice), choice.language), choice.language),
  },
  ics: {
    kind: { nl: 'agenda', en: 'calendar' },
    mediaType: 'text/calendar; charset=utf-8',
    extension: '.ics',
    make: (cloth, choice) =>
      writeCalendar(contactsOf(cloth, choice), { ...choice, title: cloth.initiative || cloth.meta.title }),
  },
} as const satisfies Readonly<Record<string, Form>>;

export type FormId = keyof typeof FORMS;
export const FORM_IDS = Object.keys(FORMS) as readonly FormId[];

export function isForm(id: string): id is FormId {
  return id in FORMS;
}

/** A cloth in one of these forms: as text, to be written as UTF-8, or as bytes. */
export async function makeForm(
  id: FormId,
  cloth: ClothSnapshot,
  choice: FormChoice,
  picture?: string,
): Promise<string | Uint8Array> {
  const form: Form = FORMS[id];
  return form.make(named(cloth, choice.names), choice, picture);
}
