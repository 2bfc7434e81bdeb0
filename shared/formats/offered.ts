import type { Hangable } from '../model/sheets.ts';
import type { PagePart } from '../scene/page-choice.ts';
import { FORM_IDS, type FormId } from './forms.ts';
import type { PictureId } from './pictures/pictures.ts';

/** A theme sheet is no network: these forms would have nothing in them. */
const OF_NETWORKS: ReadonlySet<FormId | PictureId> = new Set<FormId>([
  'graphml',
  'gexf',
  'csv-edges',
  'xlsx-kumu',
  'contacts-csv',
  'ics',
]);
const PARTS_OF_NETWORKS: ReadonlySet<PagePart['of']> = new Set<PagePart['of']>(['position', 'positions', 'path']);

/** Whether a sheet of this kind goes home in this form: for the dialog, the server and the admin command alike. */
export function isOffered(form: FormId | PictureId, sheet: Hangable): boolean {
  return sheet === 'cloth' || !OF_NETWORKS.has(form);
}

/** The forms of words and data in which a sheet of this kind goes home, in the order of their table. */
export function formsOf(sheet: Hangable): readonly FormId[] {
  return FORM_IDS.filter((form) => isOffered(form, sheet));
}

/** Whether a page of a sheet of this kind can show this. */
export function partIsOf({ of }: PagePart, sheet: Hangable): boolean {
  return sheet === 'cloth' || !PARTS_OF_NETWORKS.has(of);
}
