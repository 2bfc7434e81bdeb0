import type * as Y from 'yjs';
import { INITIATIVE } from '../model/schema.ts';

/** The document's fixed top-level types. Made by name, so that every replica has the same ones. */
export interface ClothDoc {
  readonly doc: Y.Doc;
  readonly meta: Y.Map<unknown>;
  readonly initiative: Y.Text;
  readonly seats: Y.Map<unknown>;
  readonly items: Y.Map<unknown>;
  readonly ties: Y.Map<unknown>;
  readonly moments: Y.Map<unknown>;
  /** The line of a theme: its own fields, and the marks on it by their id. */
  readonly programme: Y.Map<unknown>;
  /** The path on a cloth's back: its own fields, and the notes at its stones by their id. */
  readonly path: Y.Map<unknown>;
  /** Photos that were laid under the cloth, by their id; of those that were not taken away the last one lies there. */
  readonly photos: Y.Map<unknown>;
}

/** The cloth inside a document. Cheap; writes nothing. */
export function openCloth(doc: Y.Doc): ClothDoc {
  return {
    doc,
    meta: doc.getMap('meta'),
    initiative: doc.getText(INITIATIVE),
    seats: doc.getMap('seats'),
    items: doc.getMap('items'),
    ties: doc.getMap('ties'),
    moments: doc.getMap('moments'),
    programme: doc.getMap('programme'),
    path: doc.getMap('path'),
    photos: doc.getMap('photos'),
  };
}
