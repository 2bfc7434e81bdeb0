import * as Y from 'yjs';
import { createCloth, type NewCloth } from '../../../shared/commands/create.ts';
import { createCommons, type NewCommons } from '../../../shared/commands/create-commons.ts';
import { type ClothDoc, openCloth } from '../../../shared/document/cloth-doc.ts';
import { applyStored } from '../guard/apply-stored.ts';

/** An update that changes nothing. */
export const EMPTY_UPDATE: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc());

/** The document of a new cloth or theme sheet, as one update. `begin` lays what it begins with. */
export function newDocument(wishes: NewCloth, begin?: (cloth: ClothDoc) => void): Uint8Array {
  return encoded((doc) => {
    createCloth(doc, wishes);
    begin?.(openCloth(doc));
  });
}

/** The document of a new network room, as one update. */
export function newCommonsDocument(wishes: NewCommons): Uint8Array {
  return encoded((doc) => createCommons(doc, wishes));
}

function encoded(lay: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  lay(doc);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** Stored updates as one; those that cannot be applied are left out and counted. */
export function asOneUpdate(updates: readonly Uint8Array[]): { readonly update: Uint8Array; readonly refused: number } {
  const { doc, refused } = applyStored(updates);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { update, refused };
}
