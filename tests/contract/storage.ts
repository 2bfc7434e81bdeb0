import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import {
  AlreadyMade,
  type ClothRecord,
  isOutdated,
  type Storage,
  StorageUnavailable,
  type StoredCloth,
  UnknownCloth,
} from '../../server/storage/storage.ts';

/** A back-end under test: an empty place to store in, which can be opened again after it was closed. */
export interface Place {
  open(): Promise<Storage>;
  /** Makes erasing this one cloth fail, until what it resolves with is called. */
  refuseToErase(id: string): Promise<() => Promise<void>>;
}

export function recordOf(id: string, fields: Partial<ClothRecord> = {}): ClothRecord {
  return { id, epoch: 'first', kind: 'initiative', createdAt: 1_000, keys: [], codes: [], ...fields };
}

/** A document with one word, and the updates that put more words behind it. */
export function writer(): { readonly doc: Y.Doc; first: Uint8Array; write(word: string): Uint8Array } {
  const doc = new Y.Doc();
  const text = doc.getText('words');
  text.insert(0, 'first');
  return {
    doc,
    first: Y.encodeStateAsUpdate(doc),
    write(word) {
      const before = Y.encodeStateVector(doc);
      text.insert(text.length, ` ${word}`);
      return Y.encodeStateAsUpdate(doc, before);
    },
  };
}

function wordsOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc.getText('words').toString();
}

/** What every back-end promises; run once for each. `place` makes a fresh, empty place for one test. */
export function storageContract(name: string, place: () => Promise<Place>): void {
  describe(`storage: ${name}`, () => {
    async function open(at: Place): Promise<Storage> {
      const storage = await at.open();
      onTestFinished(() => storage.close(1_000));
      return storage;
    }

    test('a cloth that was never made is unknown', async () => {
      const storage = await open(await place());
      expect(await storage.read('none')).toBeNull();
      expect(await storage.change('none', (record) => record)).toBeNull();
      expect(await storage.delete('none')).toEqual([]);
      expect(await storage.individuals('none')).toEqual([]);
      expect(await storage.findByCode('ACDEFG')).toBeNull();
      await expect(storage.load('none')).rejects.toThrow(UnknownCloth);
      await expect(storage.append('none', [new Uint8Array([0, 0])])).rejects.toThrow(UnknownCloth);
      await expect(storage.compact('none', new Uint8Array([0, 0]), 1)).rejects.toThrow(UnknownCloth);
      await expect(storage.writeSession('none', '{}')).rejects.toThrow(UnknownCloth);
      // A refused append leaves nothing behind that a cloth of this name would later begin with.
      await storage.create(recordOf('none'), new Uint8Array([0, 0]));
      expect((await storage.load('none')).updates).toHaveLength(1);
    });

    test('what was stored is there again after closing and opening', async () => {
      const at = await place();
      const storage = await at.open();
      const { first, write } = writer();
      const record = recordOf('a', {
        kind: 'theme',
        keys: [{ role: 'viewer', hash: 'h', createdAt: 5 }],
        codes: [{ code: 'ACDEFG', expiresAt: 9 }],
      });
      await storage.create(record, first);
      await storage.append('a', [write('second'), write('third')]);
      await storage.append('a', [write('fourth')]);
      await storage.writeSession('a', '{"step":3}');
      await storage.close(1_000);

      const again = await open(at);
      expect(await again.read('a')).toEqual(record);
      expect(await again.findByCode('ACDEFG')).toEqual(record);
      const stored = await again.load('a');
      expect(wordsOf(stored.updates)).toBe('first second third fourth');
      expect(stored).toMatchObject({ lastSequence: 4, logLength: 4, session: '{"step":3}', damage: null });
      expect(await again.append('a', [write('fifth')])).toBe(5);
    });

    test('appends that are asked at the same time keep their order and are numbered without gaps', async () => {
      const storage = await open(await place());
      const { doc, first, write } = writer();
      await storage.create(recordOf('a'), first);
      const asked = Array.from({ length: 200 }, (_, index) => storage.append('a', [write(`w${index}`)]));
      expect(await Promise.all(asked)).toEqual(Array.from({ length: 200 }, (_, index) => index + 2));
      const stored = await storage.load('a');
      expect(stored.updates).toHaveLength(201);
      expect(wordsOf(stored.updates)).toBe(doc.getText('words').toString());
    });

    test('compacting replaces the log up to a number and keeps what came after', async () => {
      const storage = await open(await place());
      const { doc, first, write } = writer();
      await storage.create(recordOf('a'), first);
      const upTo = await storage.append('a', [write('second'), write('third')]);
      const snapshot = Y.encodeStateAsUpdate(doc);
      const later = storage.append('a', [write('fourth')]);
      await storage.compact('a', snapshot, upTo);
      await later;
      const stored = await storage.load('a');
      expect(stored.updates).toHaveLength(2);
      expect(stored).toMatchObject({ lastSequence: 4, logLength: 1, damage: null });
      expect(wordsOf(stored.updates)).toBe('first second third fourth');

      await storage.compact('a', Y.encodeStateAsUpdate(doc), 4);
      expect((await storage.load('a')).updates).toHaveLength(1);
      expect(await storage.append('a', [write('fifth')])).toBe(5);
      expect(wordsOf((await storage.load('a')).updates)).toBe('first second third fourth fifth');
    });

    test('changes of one record never overlap, and a change that throws changes nothing', async () => {
      const storage = await open(await place());
      await storage.create(recordOf('a'), new Uint8Array([0, 0]));
      const addKey = (hash: string) => (record: ClothRecord) => ({
        ...record,
        keys: [...record.keys, { role: 'viewer' as const, hash, createdAt: 0 }],
      });
      const hashes = Array.from({ length: 50 }, (_, index) => String(index));
      await Promise.all(hashes.map((hash) => storage.change('a', addKey(hash))));
      expect((await storage.read('a'))?.keys.map(({ hash }) => hash)).toEqual(hashes);
      const failing = storage.change('a', () => {
        throw new RangeError('no');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect((await storage.change('a', addKey('last')))?.keys).toHaveLength(51);
    });

    test('of two records of one cloth it can be told which is the later', async () => {
      const storage = await open(await place());
      await storage.create(recordOf('a'), writer().first);
      const [before, first] = [await storage.read('a'), await storage.change('a', (record) => record)];
      const second = await storage.change('a', (record) => record);
      if (!before || !first || !second) throw new Error('the cloth is there');
      expect([isOutdated(first, second), isOutdated(second, first)]).toEqual([true, false]);
      expect([isOutdated(second, before), isOutdated(first, first)]).toEqual([false, false]);
      expect(await storage.read('a')).toEqual(second);
    });

    test('deleting takes all of a cloth and nothing of another', async () => {
      const at = await place();
      const storage = await at.open();
      const { first, write } = writer();
      await storage.create(recordOf('a', { codes: [{ code: 'ACDEFG', expiresAt: 9 }] }), first);
      await storage.create(recordOf('ab'), first);
      await storage.append('a', [write('second')]);
      await storage.writeSession('a', '{}');
      expect(await storage.delete('a')).toEqual(['a']);
      expect(await storage.delete('a')).toEqual([]);
      await storage.close(1_000);

      const again = await open(at);
      expect(await again.read('a')).toBeNull();
      expect(await again.findByCode('ACDEFG')).toBeNull();
      await expect(again.load('a')).rejects.toThrow(UnknownCloth);
      expect((await again.load('ab')).updates).toHaveLength(1);
      await again.create(recordOf('a'), first);
      expect(await again.load('a')).toMatchObject({ lastSequence: 1, session: null });
    });

    test('an individual cloth is one for its seat, is found by its joint one, and goes with it and not before', async () => {
      const at = await place();
      const storage = await at.open();
      const { first } = writer();
      const own = (id: string, fields: Partial<ClothRecord>) => recordOf(id, { parent: 'a', ...fields });
      await expect(storage.create(own('early', { seat: 's1' }), first)).rejects.toThrow(UnknownCloth);
      await storage.create(recordOf('a'), first);
      await storage.create(recordOf('ab'), first);
      await storage.create(own('second', { seat: 's2', createdAt: 5 }), first);
      await storage.create(own('first', { seat: 's!~1', createdAt: 4 }), first);
      await storage.create(recordOf('other', { parent: 'ab', seat: 's2' }), first);
      await expect(storage.create(own('again', { seat: 's2' }), first)).rejects.toThrow(AlreadyMade);
      expect(await storage.read('again')).toBeNull();
      await storage.change('first', (record) => ({ ...record, keys: [{ role: 'viewer', hash: 'h', createdAt: 5 }] }));
      await storage.close(1_000);

      const again = await open(at);
      const ids = async (parent: string) => (await again.individuals(parent)).map((record) => record.id);
      expect(await ids('a')).toEqual(['first', 'second']);
      expect((await again.individuals('a'))[0]).toMatchObject({ seat: 's!~1', keys: [{ hash: 'h' }] });
      expect(await again.delete('second')).toEqual(['second']);
      expect(await ids('a')).toEqual(['first']);
      await again.create(own('third', { seat: 's2', createdAt: 6 }), first);
      const [joint, ...individuals] = await again.delete('a');
      expect([joint, ...individuals.sort()]).toEqual(['a', 'first', 'third']);
      expect([await again.read('first'), await again.read('third')]).toEqual([null, null]);
      expect(await ids('a')).toEqual([]);
      expect(await ids('ab')).toEqual(['other']);
    });

    test('of many who make the individual cloth of one seat at the same time, and one who deletes, none is left over', async () => {
      const storage = await open(await place());
      const { first } = writer();
      for (let round = 0; round < 10; round++) {
        await storage.create(recordOf('a'), first);
        const made = (n: number) => storage.create(recordOf(`own${n}`, { parent: 'a', seat: 's' }), first);
        const outcomes = await Promise.allSettled([made(1), made(2), storage.delete('a'), made(3)]);
        expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(2);
        await storage.delete('a');
        expect(await storage.individuals('a')).toEqual([]);
        for (const n of [1, 2, 3]) expect(await storage.read(`own${n}`)).toBeNull();
      }
    });

    test('appends and changes that race with a deletion leave nothing behind', async () => {
      const storage = await open(await place());
      const { first, write } = writer();
      for (let round = 0; round < 20; round++) {
        await storage.create(recordOf('a'), first);
        const racing = [
          storage.append('a', [write('x')]),
          storage.change('a', (record) => ({ ...record, codes: [{ code: 'ACDEFG', expiresAt: 9 }] })),
          storage.delete('a'),
          storage.append('a', [write('y')]),
          storage.change('a', (record) => record),
          storage.writeSession('a', '{}'),
          storage.compact('a', first, 1),
        ];
        await Promise.allSettled(racing);
        expect(await storage.read('a')).toBeNull();
        expect(await storage.findByCode('ACDEFG')).toBeNull();
        await storage.create(recordOf('a'), first);
        expect(await storage.load('a')).toMatchObject({ lastSequence: 1, logLength: 1, session: null, damage: null });
        await storage.delete('a');
      }
    });

    test('a listing names every cloth and when it was last written to', async () => {
      const storage = await open(await place());
      const { first, write } = writer();
      await storage.create(recordOf('a', { createdAt: 1 }), first);
      await storage.create(recordOf('b', { createdAt: 2 }), first);
      const before = Date.now();
      await storage.append('b', [write('second')]);
      const byId = new Map<string, StoredCloth>();
      for await (const cloth of storage.list()) byId.set(cloth.id, cloth);
      expect([...byId.keys()].sort()).toEqual(['a', 'b']);
      expect(byId.get('a')).toEqual({ id: 'a', parent: null, record: recordOf('a', { createdAt: 1 }), changedAt: 1 });
      expect(byId.get('b')?.changedAt).toBeGreaterThanOrEqual(before);
    });

    test('a probe says that all is well, and after closing nothing is taken any more', async () => {
      const storage = await (await place()).open();
      await storage.create(recordOf('a'), new Uint8Array([0, 0]));
      expect(await storage.probe()).toEqual({ ok: true, problem: null });
      await storage.close(1_000);
      await expect(storage.append('a', [new Uint8Array([0, 0])])).rejects.toThrow(StorageUnavailable);
      await expect(storage.create(recordOf('b'), new Uint8Array([0, 0]))).rejects.toThrow(StorageUnavailable);
      await expect(storage.read('a')).rejects.toThrow(StorageUnavailable);
    });

    test('large documents and many updates come back whole', async () => {
      const storage = await open(await place());
      const large = crypto.getRandomValues(new Uint8Array(60_000));
      await storage.create(recordOf('a'), new Uint8Array([0, 0]));
      await Promise.all(Array.from({ length: 100 }, () => storage.append('a', [large])));
      const { updates } = await storage.load('a');
      expect(updates).toHaveLength(101);
      expect(updates.slice(1).every((update) => Buffer.from(update).equals(large))).toBe(true);
    });
  });
}
