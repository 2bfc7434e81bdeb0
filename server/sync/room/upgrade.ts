import type { Logger } from 'pino';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import {
  type Migrated,
  MigrationFailed,
  migrate,
  NewerDocument,
  versionOf,
} from '../../../shared/document/migrations/migrate.ts';
import { SCHEMA_VERSION } from '../../../shared/model/schema.ts';
import { type Storage, StorageUnavailable, type StoredDocument } from '../../storage/storage.ts';
import type { Room } from './room.ts';

/** A cloth that this version of the program must leave alone. The message is for people. */
export class UnfitDocument extends StorageUnavailable {}

/**
 * Looks at the version of a loaded document before anybody gets to see it. Returns what brings it to this version, once
 * the document as it was is kept; null when it is of this version. An original that was kept earlier is let go once what
 * was made of it came back from the store. Rejects with {@link UnfitDocument}, and nothing is written then.
 */
export async function prepareUpgrade(
  room: Room,
  stored: StoredDocument,
  storage: Storage,
  log: Logger,
): Promise<Migrated | null> {
  const { id, doc } = room;
  const migrated = migrateOrRefuse(room);
  if (migrated) {
    await storage.keepOriginal(id, { version: migrated.from, document: room.document.encodeAll() });
    log.info({ cloth: id, from: migrated.from, to: SCHEMA_VERSION }, 'bringing a document to this version');
  } else if (stored.originalVersion !== null && !room.damaged && versionOf(openCloth(doc)) === SCHEMA_VERSION) {
    await storage.dropOriginal(id);
    log.info({ cloth: id, from: stored.originalVersion }, 'a document is well in this version; its original is let go');
  }
  return migrated;
}

function migrateOrRefuse(room: Room): Migrated | null {
  try {
    const migrated = migrate(room.doc);
    // Of a document that could not be read whole nobody could tell whether the migration lost something.
    if (migrated && room.damaged) throw new MigrationFailed(`version ${migrated.from} cannot be read whole`);
    return migrated;
  } catch (error) {
    if (error instanceof NewerDocument || error instanceof MigrationFailed) throw new UnfitDocument(error.message);
    throw error;
  }
}
