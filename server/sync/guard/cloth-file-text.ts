import type * as Y from 'yjs';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { momentFile } from '../../../shared/document/moment-file.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { writeClothFile } from '../../../shared/formats/cloth-file.ts';
import { fileMoments } from '../../../shared/formats/file-moments.ts';

/** The cloth file of a document, with its kept moments. */
export function clothFileText(doc: Y.Doc): string {
  const cloth = openCloth(doc);
  const snapshot = readSnapshot(cloth);
  const { moments } = fileMoments(snapshot.moments, (moment) => momentFile(cloth, moment));
  return writeClothFile(snapshot, moments);
}
