import * as Y from 'yjs';
import { createCloth, type NewCloth } from '../../../shared/commands/create.ts';
import { applyStored } from './apply-stored.ts';

/** An update that changes nothing. */
export const EMPTY_UPDATE: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc());

/** The document of a new cloth, as one update. */
export function newDocument(wishes: NewCloth): Uint8Array {
  const doc = new Y.Doc();
  createCloth(doc, wishes);
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
