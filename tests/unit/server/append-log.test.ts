import { expect, test } from 'vitest';
import { type Storage, UnknownCloth } from '../../../server/storage/storage.ts';
import { AppendLog } from '../../../server/sync/room/append-log.ts';

/** A journal on a disk that writes when it is told to. */
function journal(wholeState: () => Uint8Array) {
  const writes: { readonly updates: readonly Uint8Array[]; readonly done: () => void }[] = [];
  let last = 0;
  const append: Storage['append'] = (_id, updates) =>
    new Promise((resolve) => {
      writes.push({
        updates,
        done: () => {
          last += updates.length;
          resolve(last);
        },
      });
    });
  const start = { lastSequence: 0, logLength: 0, logBytes: 0 };
  return { writes, made: new AppendLog({ append } as Storage, 'a', start, wholeState, () => undefined) };
}

const MIB = 1024 * 1024;

/** More than is kept waiting one by one, behind a write that does not end. */
function overfull(wholeState: () => Uint8Array) {
  const { made, writes } = journal(wholeState);
  made.append(new Uint8Array(1));
  for (let n = 0; n < 9; n++) made.append(new Uint8Array(MIB));
  return { made, writes };
}

test('when very much waits for a disk that does not write, the whole document is written in its place', async () => {
  const { made, writes } = overfull(() => new Uint8Array([7]));
  const settled = made.settled();
  writes[0]?.done();
  await expect.poll(() => writes.length).toBe(2);
  expect(writes[1]?.updates).toEqual([new Uint8Array([7])]);
  writes[1]?.done();
  await settled;
  expect([made.idle, made.depth, made.sequence]).toEqual([true, 0, 2]);
});

test('when that document turns out to be broken, whoever waits is told so, and nobody waits for ever', async () => {
  const { made, writes } = overfull(() => {
    throw new Error('broken');
  });
  const settled = expect(made.settled()).rejects.toBeInstanceOf(UnknownCloth);
  writes[0]?.done();
  await settled;
  expect(made.idle).toBe(true);
  await expect(made.settled()).rejects.toBeInstanceOf(UnknownCloth);
});

test('of two nodes that lay a snapshot at the same time neither counts the log as shorter than it is', async () => {
  const { made, writes } = journal(() => new Uint8Array(1));
  for (let n = 1; n <= 10; n++) {
    made.append(new Uint8Array(4));
    await expect.poll(() => writes.length).toBe(n);
    writes[n - 1]?.done();
    await made.settled();
  }
  expect([made.logLength, made.logBytes]).toEqual([10, 40]);
  made.compactedUpTo(8);
  expect([made.logLength, made.logBytes]).toEqual([2, 8]);
  made.compactedUpTo(8);
  made.compactedUpTo(7);
  expect([made.logLength, made.logBytes]).toEqual([2, 8]);
});
