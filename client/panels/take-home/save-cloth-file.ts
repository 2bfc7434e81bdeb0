import { CLOTH_FILE, writeClothFile } from '../../../shared/formats/cloth-file.ts';
import { fileMoments } from '../../../shared/formats/file-moments.ts';
import { downloadName } from '../../../shared/formats/file-name.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import type { FirstTexts } from '../../i18n/nl/first.ts';
import { clothToKeep } from './cloth-to-keep.ts';
import { saveFile } from './save-file.ts';

/** What was saved: under which name, and how many kept moments did not go along. */
export interface SavedFile {
  readonly name: string;
  readonly momentsLeft: number;
}

/**
 * Saves the cloth as a file to keep, to send, or to lay on another cloth, with its moments. Whose words are hidden from
 * this person gets none of those, for they hold every word.
 */
export function saveClothFile(session: ClothSession, { takeHome }: FirstTexts): SavedFile {
  const { cloth, whole } = clothToKeep(session);
  const { moments, leftOut } = fileMoments(whole ? cloth.moments : [], session.momentFile);
  const name = downloadName(cloth.initiative || cloth.meta.title, takeHome.kinds.cloth, CLOTH_FILE.extension);
  saveFile(new Blob([writeClothFile(cloth, moments)], { type: CLOTH_FILE.mediaType }), name);
  return { name, momentsLeft: whole ? leftOut : cloth.moments.length };
}
