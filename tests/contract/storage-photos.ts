import { expect, onTestFinished, test } from 'vitest';
import { UnknownCloth } from '../../server/storage/storage.ts';
import { type Place, recordOf, writer } from './storage.ts';

/** What every back-end promises of the photo under a sheet; run once for each. */
export function photosContract(name: string, place: () => Promise<Place>): void {
  test(`${name}: the photo under a sheet is kept until another is laid, it is taken away, or the sheet is`, async () => {
    const at = await place();
    const storage = await at.open();
    const { first, write } = writer();
    const photo = (byte: number) => new Uint8Array(300_000).fill(byte);
    await expect(storage.photos.keep('none', photo(1))).rejects.toThrow(UnknownCloth);
    for (const id of ['a', 'ab', 'b']) await storage.create(recordOf(id), first);
    expect(await storage.photos.read('a')).toBeNull();
    for (const id of ['a', 'ab', 'b']) await storage.photos.keep(id, photo(1));
    await storage.photos.keep('a', photo(2));
    await storage.append('a', [write('second')]);
    await storage.compact('a', first, 1);
    await storage.close(1_000);

    const again = await at.open();
    onTestFinished(() => again.close(1_000));
    expect(Buffer.from((await again.photos.read('a')) ?? []).equals(photo(2))).toBe(true);
    await again.photos.drop('a');
    await again.photos.drop('a');
    expect(await again.photos.read('a')).toBeNull();
    expect(await again.load('a')).toMatchObject({ lastSequence: 2, damage: null });
    expect(await again.delete('ab')).toEqual(['ab']);
    expect(await again.photos.read('ab')).toBeNull();
    await again.create(recordOf('ab'), first);
    expect(await again.photos.read('ab')).toBeNull();
    expect(await again.photos.read('b')).toHaveLength(300_000);
  });
}
