import { expect, onTestFinished, test } from 'vitest';
import { UnknownCloth } from '../../server/storage/storage.ts';
import { type Place, recordOf, writer } from './storage.ts';

/** What every back-end promises of documents kept from before an upgrade; run once for each. */
export function originalsContract(name: string, place: () => Promise<Place>): void {
  test(`${name}: a document as it was before an upgrade is kept until it is let go, or the cloth is`, async () => {
    const at = await place();
    const storage = await at.open();
    const { first, write } = writer();
    await expect(storage.keepOriginal('none', { version: 0, document: first })).rejects.toThrow(UnknownCloth);
    await storage.create(recordOf('a'), first);
    await storage.create(recordOf('ab'), first);
    expect((await storage.load('a')).originalVersion).toBeNull();
    expect(await storage.readOriginal('a')).toBeNull();
    await storage.keepOriginal('a', { version: 3, document: new Uint8Array([1, 2, 3]) });
    await storage.keepOriginal('a', { version: 0, document: first });
    await storage.keepOriginal('ab', { version: 0, document: first });
    await storage.append('a', [write('second')]);
    await storage.compact('a', first, 1);
    await storage.close(1_000);

    const again = await at.open();
    onTestFinished(() => again.close(1_000));
    const kept = await again.readOriginal('a');
    expect(kept?.version).toBe(0);
    expect(Buffer.from(kept?.document ?? [])).toEqual(Buffer.from(first));
    expect(await again.load('a')).toMatchObject({ originalVersion: 0, lastSequence: 2, damage: null });
    await again.dropOriginal('a');
    await again.dropOriginal('a');
    expect((await again.load('a')).originalVersion).toBeNull();
    expect(await again.readOriginal('a')).toBeNull();
    expect(await again.delete('ab')).toEqual(['ab']);
    expect(await again.readOriginal('ab')).toBeNull();
    await again.create(recordOf('ab'), first);
    expect((await again.load('ab')).originalVersion).toBeNull();
  });
}
