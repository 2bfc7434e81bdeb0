import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCloth } from '../../../shared/commands/create.ts';
import { removeItems } from '../../../shared/commands/items.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import {
  MIGRATIONS,
  MigrationFailed,
  migrate,
  NewerDocument,
  versionOf,
} from '../../../shared/document/migrations/migrate.ts';
import type { Migration } from '../../../shared/document/migrations/migration.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { SCHEMA_VERSION } from '../../../shared/model/schema.ts';
import { emptyCloth, exchange, smallCloth } from '../../support/cloth.ts';
import { clothOfVersion0, WORDS_OF_VERSION_0 } from '../../support/version-0.ts';

function migrated(doc: Y.Doc): Y.Doc {
  const result = migrate(doc);
  if (result) Y.applyUpdate(doc, result.update);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

describe('the chain of migrations', () => {
  it('has a step from every version before this one, in order', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, version) => version));
  });

  it('has nothing to do on a document of this version, nor on an empty one', () => {
    const doc = new Y.Doc();
    expect(migrate(doc)).toBeNull();
    createCloth(doc, { createdAt: 1 });
    expect(migrate(doc)).toBeNull();
    expect(versionOf(emptyCloth())).toBeNull();
  });

  it('brings a document of version 0 here with every word, place, letter and tie', () => {
    const doc = clothOfVersion0();
    expect(readSnapshot(openCloth(doc)).items).toEqual([]);
    const snapshot = readSnapshot(openCloth(migrated(doc)));
    expect(snapshot.meta.schema).toBe(SCHEMA_VERSION);
    expect(snapshot.initiative).toBe('leesplezier');
    expect(snapshot.seats.map(({ name }) => name)).toEqual(['Gemma']);
    expect(snapshot.items.map(({ id, pos, positions }) => [id, pos, positions])).toEqual([
      ['Heleen', [100, 0], ['i', 'p']],
      ['boeken', [-200, 150.5], []],
      ['proefles', [300, -80], ['g']],
    ]);
    expect(snapshot.items.map(({ text }) => text)).toEqual(WORDS_OF_VERSION_0);
    expect(snapshot.ties).toHaveLength(2);
  });

  it('leaves the document it was given alone, and takes nothing out of it', () => {
    const doc = clothOfVersion0();
    const before = Y.encodeStateAsUpdate(doc);
    const result = migrate(doc);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    Y.applyUpdate(doc, result?.update ?? new Uint8Array());
    expect((doc.getMap('items').get('proefles') as Y.Map<unknown>).get('key of another program')).toBe(7);
    expect(doc.getMap('items').size).toBe(5);
    expect(result?.from).toBe(0);
  });

  it('also reaches what was removed, so that it comes back where it was', () => {
    const cloth = openCloth(migrated(clothOfVersion0()));
    (cloth.items.get('removed') as Y.Map<unknown>).delete('removed');
    expect(readSnapshot(cloth).items.find(({ id }) => id === 'removed')?.pos).toEqual([10, 20]);
  });

  it('ends in the same cloth when two do it at once, in whatever order the results come together', () => {
    const original = clothOfVersion0();
    const [a, b, onlooker] = [migrated(copyOf(original)), migrated(copyOf(original)), copyOf(original)];
    expect(a.clientID).not.toBe(b.clientID);
    const alone = readSnapshot(openCloth(a));
    Y.applyUpdate(onlooker, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(onlooker, Y.encodeStateAsUpdate(a));
    exchange(a, b);
    for (const doc of [a, b, onlooker]) expect(readSnapshot(openCloth(doc))).toEqual(alone);
    expect(migrate(a)).toBeNull();
  });

  it('does not take back what was done on the cloth since another did it', () => {
    const original = clothOfVersion0();
    const [a, b] = [migrated(copyOf(original)), copyOf(original)];
    removeItems(openCloth(a), ['boeken']);
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    expect(migrate(b)).toBeNull();
    expect(readSnapshot(openCloth(b)).items.map(({ id }) => id)).toEqual(['Heleen', 'proefles']);
  });

  it('refuses a document of a later version', () => {
    const { doc, meta } = smallCloth();
    meta.set('schema', SCHEMA_VERSION + 1);
    expect(() => migrate(doc)).toThrow(NewerDocument);
  });

  it('takes several steps, each checked against what the step before it showed', () => {
    const title = (name: string): Migration => ({
      from: 1,
      read: readSnapshot,
      apply: ({ meta }) => meta.set(name, 'new'),
    });
    const doc = clothOfVersion0();
    const result = migrate(doc, [...MIGRATIONS, title('later')]);
    Y.applyUpdate(doc, result?.update ?? new Uint8Array());
    expect(doc.getMap('meta').get('schema')).toBe(2);
    expect(doc.getMap('meta').get('later')).toBe('new');
    expect(() => migrate(clothOfVersion0(), [...MIGRATIONS, title('title')])).toThrow(MigrationFailed);
  });

  it('fails rather than lose a word', () => {
    const careless: Migration = { ...(MIGRATIONS[0] as Migration), apply: ({ items }) => items.delete('boeken') };
    const doc = clothOfVersion0();
    expect(() => migrate(doc, [careless])).toThrow('items boeken');
    expect(doc.getMap('items').has('boeken')).toBe(true);
  });
});
