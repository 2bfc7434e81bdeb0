import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { ClothLink } from '../../../server/relay/cloth-link.ts';
import type { LinkedRoom } from '../../../server/relay/linked-room.ts';
import { isFrom, readMessage, writeMessage } from '../../../server/relay/message.ts';
import { PeerLog } from '../../../server/relay/peer-log.ts';
import { Peers } from '../../../server/relay/peers.ts';
import type { Relay } from '../../../server/relay/relay.ts';
import { Uncommitted } from '../../../server/relay/uncommitted.ts';
import type { SharedStorage } from '../../../server/storage/shared-storage.ts';
import { SequenceTracker } from '../../../server/sync/room/sequence-tracker.ts';

describe('the ledger', () => {
  test('goes up only to the first gap, and past it when that is filled, in whatever order', () => {
    const ledger = new SequenceTracker(3);
    ledger.cover(6, 7);
    ledger.cover(9, 9);
    expect(ledger.reached).toBe(3);
    ledger.cover(4, 5);
    expect(ledger.reached).toBe(7);
    ledger.reach(8);
    expect(ledger.reached).toBe(9);
  });

  test('never goes back, and ranges that overlap do no harm', () => {
    const ledger = new SequenceTracker(0);
    ledger.cover(1, 4);
    ledger.cover(2, 3);
    ledger.reach(2);
    expect(ledger.reached).toBe(4);
    ledger.cover(6, 8);
    ledger.cover(6, 7);
    ledger.cover(3, 5);
    expect(ledger.reached).toBe(8);
  });
});

describe('what was heard of a peer', () => {
  test('is complete when every number came in', () => {
    const peer = new PeerLog();
    for (const number of [1, 2, 3]) peer.heard(number);
    expect(peer.stored(1, 2)).toBe(true);
    expect(peer.stored(3, 3)).toBe(true);
  });

  test('is incomplete for a batch of which a number was lost, in the middle or at the end, and not for the next', () => {
    const peer = new PeerLog();
    peer.heard(1);
    peer.heard(3);
    expect(peer.stored(1, 3)).toBe(false);
    peer.heard(4);
    expect(peer.stored(4, 5)).toBe(false);
    peer.heard(6);
    expect(peer.stored(6, 6)).toBe(true);
  });

  test('is incomplete for who comes in half-way, or could not use an update', () => {
    const late = new PeerLog();
    late.heard(57);
    expect(late.stored(50, 57)).toBe(false);
    const unusable = new PeerLog();
    unusable.heard(1);
    unusable.lost(2);
    expect(unusable.stored(1, 1)).toBe(true);
    expect(unusable.stored(2, 2)).toBe(false);
  });
});

describe('what is unsettled', () => {
  const update = new Uint8Array([1]);

  test('holds back whoever came after it, and nobody else', () => {
    const unsettled = new Uncommitted();
    const called: string[] = [];
    unsettled.whenSettled(() => called.push('before'));
    unsettled.add('n', 1, 1, update, 0);
    unsettled.add('m', 1, 1, update, 0);
    unsettled.whenSettled(() => called.push('both'));
    unsettled.settle('n', 1, 1);
    unsettled.add('n', 1, 2, update, 0);
    expect(called).toEqual(['before']);
    unsettled.settle('m', 1, 9);
    expect(called).toEqual(['before', 'both']);
  });

  test('is told apart by node, by life and by number', () => {
    const unsettled = new Uncommitted();
    unsettled.add('n', 2, 5, update, 0);
    unsettled.settle('n', 1, 9);
    unsettled.settle('m', 2, 9);
    unsettled.settle('n', 2, 4);
    expect(unsettled.size).toBe(1);
    unsettled.settle('n', 2, 5);
    expect(unsettled.size).toBe(0);
  });

  test('is handed over with its bytes, and lets go only when it is said to be durable', () => {
    const unsettled = new Uncommitted();
    let settled = false;
    unsettled.add('gone', 1, 1, update, 0);
    unsettled.add('here', 1, 1, update, 0);
    unsettled.whenSettled(() => {
      settled = true;
    });
    const taken = unsettled.takeOver(({ node }) => node === 'gone');
    expect(taken?.updates.map((bytes) => [...bytes])).toEqual([[1]]);
    expect(unsettled.takeOver(({ node }) => node === 'gone')).toBeNull();
    unsettled.settle('here', 1, 1);
    expect(settled).toBe(false);
    taken?.done();
    expect(settled).toBe(true);
  });

  test('holds back who came after what was taken over, and not who came before', () => {
    const unsettled = new Uncommitted();
    const called: string[] = [];
    unsettled.add('here', 1, 1, update, 0);
    unsettled.whenSettled(() => called.push('early'));
    unsettled.add('gone', 1, 1, update, 0);
    unsettled.whenSettled(() => called.push('late'));
    const taken = unsettled.takeOver(({ node }) => node === 'gone');
    unsettled.settle('here', 1, 1);
    expect(called).toEqual(['early']);
    unsettled.add('here', 1, 2, update, 0);
    taken?.done();
    expect(called).toEqual(['early', 'late']);
  });

  test('knows how much memory it takes', () => {
    const unsettled = new Uncommitted();
    unsettled.add('n', 1, 1, new Uint8Array(1_000), 0);
    unsettled.add('m', 1, 1, new Uint8Array(1_000), 0);
    expect(unsettled.bytes).toBeGreaterThan(2_000);
    unsettled.settle('n', 1, 1);
    unsettled.takeOver(() => true);
    expect(unsettled.bytes).toBe(0);
  });
});

describe('a link to other nodes', () => {
  /** A link that hears updates of `size` bytes while the store is away, and the journal of its room. */
  function linkWithStoreAway() {
    const appended: Uint8Array[] = [];
    const waiters: (() => void)[] = [];
    const room = {
      journal: {
        sequence: 1,
        append: (bytes: Uint8Array) => appended.push(bytes),
        whenDurable: (done: () => void) => waiters.push(done),
      },
      hear: () => true,
      presence: { everyoneHere: () => null },
    } as unknown as LinkedRoom;
    const relay = { node: 'here', live: true, isAlive: () => true, publish: async () => true } as unknown as Relay;
    const storage = { health: { ok: false, problem: 'away' } } as unknown as SharedStorage;
    const counts = { caughtUp: () => undefined, tookOver: () => undefined };
    const link = new ClothLink('cloth', 1, null, relay, storage, pino({ level: 'silent' }), counts);
    link.attach(room, () => undefined);
    let number = 0;
    const hear = (size: number): void => {
      number += 1;
      link.hear(writeMessage('there', 1, { kind: 'update', number }, new Uint8Array(size)));
    };
    return { link, hear, appended, waiters };
  }

  test('leaves what the others have to store to them while that is little', () => {
    const { link, hear, appended } = linkWithStoreAway();
    for (let times = 0; times < 100; times++) hear(10_000);
    link.takeOver(performance.now() + 60_000);
    expect(appended).toEqual([]);
  });

  test('gives very much to its own journal, and nothing that builds on it is durable before', () => {
    const { link, hear, appended, waiters } = linkWithStoreAway();
    for (let times = 0; times < 1_000; times++) hear(10_000);
    let settled = false;
    link.whenSettled(() => {
      settled = true;
    });
    link.takeOver(performance.now());
    expect(appended.length).toBe(1_000);
    expect([waiters.length, settled]).toEqual([1, false]);
    waiters[0]?.();
    expect(settled).toBe(true);
  });
});

describe('messages between nodes', () => {
  test('come out as they went in', () => {
    const bytes = new Uint8Array([0, 255, 7]);
    expect(readMessage(writeMessage('n', 3, { kind: 'update', number: 8 }, bytes))).toEqual({
      node: 'n',
      life: 3,
      body: { kind: 'update', number: 8 },
      bytes: Buffer.from(bytes),
    });
  });

  test('tell whose they are without being read', () => {
    const message = writeMessage('abc', 3, { kind: 'who' });
    expect(['abc', 'ab', 'abcd', 'abd', ''].filter((node) => isFrom(node, message))).toEqual(['abc']);
    expect(isFrom('abc', message.subarray(0, 10))).toBe(false);
  });

  test('that cannot be read, or come from a newer version, are passed over', () => {
    const whole = writeMessage('n', 3, { kind: 'who' });
    for (let length = 0; length < whole.length; length++) expect(readMessage(whole.subarray(0, length))).toBeNull();
    const newer = Buffer.from(JSON.stringify({ node: 'n', life: 1, body: { kind: 'dance' } }));
    expect(readMessage(Buffer.concat([Buffer.from([0, 0, 0, newer.length]), newer]))).toBeNull();
    expect(readMessage(Buffer.from([255, 255, 255, 255, 1]))).toBeNull();
  });
});

test('a peer is there until it says that it stops or is silent for four seconds', () => {
  const peers = new Peers();
  peers.seen('a', 0);
  peers.seen('b', 3_000);
  expect(peers.sweep(4_000)).toEqual([]);
  expect(peers.sweep(4_001)).toEqual(['a']);
  expect([peers.isAlive('a'), peers.isAlive('b')]).toEqual([false, true]);
  expect([peers.remove('b'), peers.remove('b')]).toEqual([true, false]);
});
