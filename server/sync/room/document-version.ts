import type * as Y from 'yjs';
import { type ClothDoc, openCloth } from '../../../shared/document/cloth-doc.ts';
import { versionOf } from '../../../shared/document/migrations/migrate.ts';

/**
 * Holds a document to its version. Programs decide by it how to read, and a server does not open what is newer than
 * itself; so nobody at the table may set it, by mistake or to lock the others out.
 */
export class DocumentVersion {
  readonly #cloth: ClothDoc;
  #version: number | null;

  constructor(doc: Y.Doc) {
    this.#cloth = openCloth(doc);
    this.#version = versionOf(this.#cloth);
  }

  /** The document was brought to another version, here or by another node. */
  adopt(): void {
    this.#version = versionOf(this.#cloth);
  }

  /** Puts the version right after a client's update. */
  guard(): void {
    if (this.#version === null || versionOf(this.#cloth) === this.#version) return;
    this.#cloth.meta.set('schema', this.#version);
  }
}
