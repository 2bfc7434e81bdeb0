import { describe, expect, onTestFinished, test } from 'vitest';
import { CodeTaken, type Storage } from '../../server/storage/storage.ts';
import { type Place, recordOf } from './storage.ts';

/** What every back-end promises of codes to come in by, and of what the server writes down for itself. */
export function codesContract(name: string, place: () => Promise<Place>): void {
  describe(`codes and notes: ${name}`, () => {
    async function open(at: Place): Promise<Storage> {
      const storage = await at.open();
      onTestFinished(() => storage.close(1_000));
      return storage;
    }

    test('a code leads to its cloth until it is taken out of the record', async () => {
      const storage = await open(await place());
      await storage.create(recordOf('a'), new Uint8Array([0, 0]));
      await storage.change('a', (record) => ({ ...record, codes: [{ code: 'ACDEFG', expiresAt: 1 }] }));
      expect((await storage.findByCode('ACDEFG'))?.id).toBe('a');
      await storage.change('a', (record) => ({ ...record, codes: [{ code: 'HJKMNP', expiresAt: 1 }] }));
      expect(await storage.findByCode('ACDEFG')).toBeNull();
      expect((await storage.findByCode('HJKMNP'))?.id).toBe('a');
    });

    test('no two cloths get the same code, be it at the same moment, and not before the first has let go of it', async () => {
      const storage = await open(await place());
      const codes = [{ code: 'ACDEFGH', expiresAt: 1 }];
      for (const id of ['a', 'b', 'c', 'd']) await storage.create(recordOf(id), new Uint8Array([0, 0]));
      const claim = (id: string) => storage.change(id, (record) => ({ ...record, codes }));
      const claimed = await Promise.allSettled(['a', 'b', 'c', 'd'].map(claim));
      const refused = claimed.filter(({ status }) => status === 'rejected');
      expect(refused.map((each) => 'reason' in each && each.reason)).toEqual(
        [1, 2, 3].map(() => expect.any(CodeTaken)),
      );
      const holder = (await storage.findByCode('ACDEFGH'))?.id ?? '';
      const others = ['a', 'b', 'c', 'd'].filter((id) => id !== holder);
      for (const id of others) expect(await storage.read(id)).toEqual(recordOf(id));
      await expect(storage.create(recordOf('e', { codes }), new Uint8Array([0, 0]))).rejects.toThrow(CodeTaken);
      expect(await storage.read('e')).toBeNull();

      // Its own it may keep, and once it is let go of it is another's.
      expect(await claim(holder)).toMatchObject({ codes });
      await storage.change(holder, (record) => ({ ...record, codes: [] }));
      await claim(others[0] ?? '');
      expect((await storage.findByCode('ACDEFGH'))?.id).toBe(others[0]);
      await storage.delete(others[0] ?? '');
      await claim(others[1] ?? '');
      expect((await storage.findByCode('ACDEFGH'))?.id).toBe(others[1]);
    });

    test('what the server writes down for itself is there again, and is no cloth', async () => {
      const at = await place();
      const storage = await at.open();
      expect(await storage.readNote('n')).toBeNull();
      await storage.writeNote('n', 'one');
      await storage.writeNote('n', 'two');
      await storage.close(1_000);
      const again = await open(at);
      expect(await again.readNote('n')).toBe('two');
      for await (const cloth of again.list()) throw new Error(cloth.id);
    });
  });
}
