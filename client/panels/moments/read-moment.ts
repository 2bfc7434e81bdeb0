import { type ClothFile, readClothFile } from '../../../shared/formats/cloth-file.ts';
import type { ClothSession } from '../../document/cloth-session.ts';

/** The file of a moment, or null when it is gone or cannot be read (a damaged document, a newer program's file). */
export function readMomentFile(session: ClothSession, id: string): ClothFile | null {
  const text = session.momentFile(id);
  const read = text === null ? null : readClothFile(text);
  return read?.ok ? read.file : null;
}
