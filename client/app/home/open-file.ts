import { sheetOf, sheetPath } from '../../../shared/model/sheets.ts';
import { layFile } from '../../document/lay-file.ts';
import type { Texts } from '../../i18n/nl.ts';
import { problemOf, readChosenFile } from '../../panels/bring-in/chosen-file.ts';
import { device } from '../services.ts';

/** What became of a file that was to be opened: the address of the new cloth, or in words why it cannot be read. */
export type OpenedFile = { readonly path: string } | { readonly problem: string };

/** Lays a cloth file on a new sheet of its kind. Throws `ApiError`. */
export async function openFile(chosen: Blob, text: Texts): Promise<OpenedFile> {
  const read = await readChosenFile(chosen);
  if (!read.ok) return { problem: problemOf(read.why, text) };
  const { id, keys } = await layFile(read.file, device);
  return { path: sheetPath(sheetOf(read.file.meta), id, keys.facilitator) };
}
