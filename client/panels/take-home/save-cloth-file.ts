import type { ClothSnapshot } from '../../../shared/cloth/snapshot.ts';
import { CLOTH_FILE, writeClothFile } from '../../../shared/formats/cloth-file.ts';
import { fileNameOf, saveFile } from './save-file.ts';

/** Saves a cloth as a file to keep, to send, or to lay on another cloth. Returns the file's name. */
export function saveClothFile(cloth: ClothSnapshot): string {
  const name = `${fileNameOf(cloth.initiative || cloth.meta.title)}${CLOTH_FILE.extension}`;
  saveFile(new Blob([writeClothFile(cloth)], { type: CLOTH_FILE.mediaType }), name);
  return name;
}
