import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '../../model/schema.ts';
import type { ClothSnapshot } from '../../model/snapshot.ts';
import { type ClothDoc, openCloth } from '../cloth-doc.ts';
import { readSnapshot } from '../read.ts';
import type { Migration } from './migration.ts';
import { fromVersion0 } from './version-0.ts';

/** Every step from the first version to this one, in order; each starts where the one before it ends. */
export const MIGRATIONS: readonly Migration[] = [fromVersion0];

/** A document of a version that this program does not know: it can neither be shown nor be written to safely. */
export class NewerDocument extends Error {
  override readonly name = 'NewerDocument';

  constructor(version: number) {
    super(`written by a newer version of this program: document version ${version}, known here ${SCHEMA_VERSION}`);
  }
}

/** A document that could not be brought to this version without losing something. It was not changed. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}

export interface Migrated {
  readonly from: number;
  /** Brings the document it was made for to this version; nothing else is in it. */
  readonly update: Uint8Array;
}

/** The version of what stands in a document; null when nothing was ever laid in it, or its version is no version. */
export function versionOf({ meta }: ClothDoc): number | null {
  // Counting walks through all there is in `meta`, and this is asked after every edit.
  const version = meta.get('schema') ?? (meta.size === 0 ? null : 0);
  return typeof version === 'number' && Number.isSafeInteger(version) && version >= 0 ? version : null;
}

/**
 * What brings a document to this version, or null when there is nothing to do. The document itself is left as it is.
 * Throws {@link NewerDocument}, or {@link MigrationFailed} when anything that could be read before cannot be read after.
 */
export function migrate(doc: Y.Doc, migrations: readonly Migration[] = MIGRATIONS): Migrated | null {
  const latest = migrations.length;
  const from = versionOf(openCloth(doc));
  if (from === null || from === latest) return null;
  if (from > latest) throw new NewerDocument(from);
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const cloth = openCloth(copy);
    for (const [version, { apply, read }] of migrations.entries()) {
      if (version < from) continue;
      const before = read(cloth);
      copy.transact(() => {
        apply(cloth);
        cloth.meta.set('schema', version + 1);
      });
      const after = (migrations[version + 1]?.read ?? readSnapshot)(cloth);
      requireAll(before, after, version);
    }
    return { from, update: Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)) };
  } finally {
    copy.destroy();
  }
}

/** Whether all that is on one snapshot is on the other, record by record; what more there is does not matter. */
function requireAll(before: ClothSnapshot, after: ClothSnapshot, version: number): void {
  const lost: string[] = [];
  if (before.initiative !== after.initiative) lost.push('initiative');
  if (!sameMeta(before, after)) lost.push('meta');
  for (const kind of ['seats', 'items', 'ties', 'moments'] as const) {
    const there = new Map<string, unknown>(after[kind].map((record) => [record.id, record]));
    for (const record of before[kind]) {
      if (!equalityDeep(there.get(record.id), record)) lost.push(`${kind} ${record.id}`);
    }
  }
  if (lost.length > 0) {
    const named = lost.slice(0, 5).join(', ');
    throw new MigrationFailed(`from version ${version}: ${lost.length} records would not be as they were (${named})`);
  }
}

function sameMeta({ meta: before }: ClothSnapshot, { meta: after }: ClothSnapshot): boolean {
  return JSON.stringify({ ...before, schema: 0 }) === JSON.stringify({ ...after, schema: 0 });
}
