import { nanoid } from 'nanoid';
import type { Change } from '../../shared/document/change.ts';
import type { ClothDoc } from '../../shared/document/cloth-doc.ts';
import type { ClothFile } from '../../shared/formats/cloth-file.ts';
import { partsOfFile } from '../../shared/formats/file-parts.ts';
import type { ClothSession, Performed } from './cloth-session.ts';
import { LARGEST_ACTION, sizeOf } from './too-large.ts';

/**
 * Lays a file on a cloth, in as many changes as it takes for each to fit in a message, which are one action to take
 * back. All of it or nothing: a file past {@link LARGEST_ACTION} is refused before anything is laid, and when a part
 * cannot be laid, those before it are taken back.
 */
export function layParts(
  session: Pick<ClothSession, 'tryPerform' | 'seal' | 'undo'>,
  file: ClothFile,
  lay: (cloth: ClothDoc, part: ClothFile) => Change[],
): Performed {
  const parts = partsOfFile(file);
  if (parts.length > 1) {
    const bytes = parts.reduce((sum, part) => sum + sizeOf((cloth) => lay(cloth, part)), 0);
    if (bytes > LARGEST_ACTION) return { kind: 'too-large', bytes, limit: LARGEST_ACTION };
  }
  const action = `lay ${nanoid()}`;
  let outcome: Performed = { kind: 'unchanged' };
  for (const part of parts) {
    const laid = session.tryPerform((cloth) => lay(cloth, part), action);
    if (laid.kind === 'too-large' || laid.kind === 'may-not-write') {
      session.seal();
      if (outcome.kind === 'done') session.undo();
      return laid;
    }
    if (laid.kind === 'done') outcome = laid;
  }
  session.seal();
  return outcome;
}
