import { onTestFinished } from 'vitest';
import { openDevice } from '../../client/device/device.ts';
import { memoryStorage } from '../../client/device/device-storage.ts';
import { OpenCloth } from '../../client/document/open-cloth.ts';
import { createCloth, type NewCloth } from '../../shared/commands/create.ts';
import type { ClothDoc } from '../../shared/document/cloth-doc.ts';
import { type Role, mayWrite as roleWrites } from '../../shared/model/protocol.ts';
import { InMemoryTable } from './in-memory-connection.ts';

/** A page open on a cloth, with all that a page has but a server: the other end of its wire is in memory. */
export interface LocalSession extends OpenCloth {
  /** The cloth at the other end: what is written in it comes as another's. */
  readonly cloth: ClothDoc;
  readonly table: InMemoryTable;
}

/** Opens a fresh cloth in memory; Gemma sits down at it, if her role lets her. Closed after the test. */
export function localSession({
  role = 'participant',
  ...cloth
}: Partial<NewCloth> & { readonly role?: Role } = {}): LocalSession {
  const table = new InMemoryTable((doc) => createCloth(doc, { title: 'leesplezier', createdAt: 0, ...cloth }));
  const session = new OpenCloth({
    id: 'local',
    key: '',
    access: { role, epoch: '', remembered: false, gone: null },
    device: openDevice(memoryStorage(), memoryStorage()),
    connect: table.connect,
    openLocalCopy: () => ({
      loaded: Promise.resolve(false),
      reread: async () => undefined,
      close: async () => undefined,
    }),
  });
  onTestFinished(() => session.close());
  void session.start();
  if (roleWrites(role)) session.sitDown('Gemma');
  return Object.assign(session, { cloth: table.cloth, table });
}
