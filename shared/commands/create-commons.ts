import type * as Y from 'yjs';
import { LIMITS, SCHEMA_VERSION } from '../model/schema.ts';
import { cleanName } from '../text/clean-text.ts';

export interface NewCommons {
  /** Of the school, team or neighbourhood whose room it is. */
  readonly name: string;
  readonly createdAt: number;
  /** In which language it opens for who has not chosen one (a BCP 47 tag). */
  readonly language?: string;
}

/** Lays a new network room in an empty document. As with a cloth, only the server does this. */
export function createCommons(doc: Y.Doc, { name, createdAt, language }: NewCommons): void {
  const meta = doc.getMap('meta');
  doc.transact(() => {
    meta.set('schema', SCHEMA_VERSION);
    meta.set('sheet', 'commons');
    meta.set('title', cleanName(name, LIMITS.name));
    meta.set('createdAt', createdAt);
    if (language) meta.set('language', language);
  });
}
