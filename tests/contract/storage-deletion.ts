import { expect, onTestFinished, test } from 'vitest';
import { PartlyDeleted, StorageUnavailable } from '../../server/storage/storage.ts';
import { type Place, recordOf, writer } from './storage.ts';

/** What every back-end promises of deletions that fail; run once for each. */
export function deletionContract(name: string, place: () => Promise<Place>): void {
  test(`${name}: a deletion that breaks off half-way names what it has erased, and done again it erases the rest`, async () => {
    const at = await place();
    const storage = await at.open();
    onTestFinished(() => storage.close(1_000));
    const { first } = writer();
    await storage.create(recordOf('a'), first);
    for (const seat of ['s1', 's2']) await storage.create(recordOf(`own${seat}`, { parent: 'a', seat }), first);
    const mend = await at.refuseToErase('a');
    const failure: unknown = await storage.delete('a').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StorageUnavailable);
    const gone = failure instanceof PartlyDeleted ? failure.deleted : [];
    await mend();
    await storage.probe();
    for (const id of ['a', 'owns1', 'owns2']) expect((await storage.read(id)) === null).toBe(gone.includes(id));
    const rest = await storage.delete('a');
    expect([...gone, ...rest].sort()).toEqual(['a', 'owns1', 'owns2']);
  });
}
