import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { HttpSocket } from '../../client/document/http-socket.ts';
import { newCloth, startProgram } from '../support/program.ts';
import { randomFrom } from '../support/random.ts';
import { AcknowledgedWriter } from './acknowledged-writer.ts';
import { freshDirectory, stockClient, synced, until } from './support.ts';

/** `npm run soak` asks for many more. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 4);
/** Each some fifty bytes. */
const THINGS = 3_000;
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

test(`kill -9 in the middle of writing, ${ROUNDS} times: nothing acknowledged is lost, nothing doubled, all end equal`, {
  timeout: 30_000 + ROUNDS * 15_000,
}, async () => {
  console.log(`seed ${SEED}`);
  const random = randomFrom(SEED);
  const dataDir = await freshDirectory();
  let program = await startProgram({ DATA_DIR: dataDir });
  const { id, keys } = await newCloth(program.url);
  const syncUrl = (): string => `${program.url.replace('http', 'ws')}/sync`;
  // One of them sits where the network lets no socket through.
  const byRequests = HttpSocket as unknown as typeof WebSocket;
  const writers = ['a', 'b', 'c'].map(
    (name) => new AcknowledgedWriter(name, syncUrl(), id, keys.participant, name === 'c' ? byRequests : undefined),
  );
  // Large enough to be opened in turns: now and then the end comes in the middle of that.
  await until('the first is here', () => writers[0]?.provider.synced === true);
  const things = writers[0]?.doc.getMap('items');
  writers[0]?.doc.transact(() => {
    for (let n = 0; n < THINGS; n++) things?.set(`i${n}`, new Y.Map([['text', `woord ${n}`]]));
  });
  writers[0]?.write();

  for (let round = 1; round <= ROUNDS; round++) {
    await until('all are in step', () => writers.every(({ provider }) => provider.synced), 20_000);
    const before = writers.map(({ kept }) => kept.size);
    const killAt = performance.now() + 20 + random() * 400;
    await until('the moment has come', () => {
      for (const writer of writers) {
        for (let times = random() * 4; times > 0; times--) writer.write();
        if (random() < 0.3) writer.deleteOne();
      }
      return performance.now() > killAt && writers.every(({ kept }, index) => kept.size !== before[index]);
    });
    await program.kill();
    program = await startProgram({ DATA_DIR: dataDir });
    if (random() < 0.3) {
      const opening = stockClient({ syncUrl: syncUrl() }, id, keys.viewer);
      const endAt = performance.now() + random() * 150;
      await until('it is being opened', () => performance.now() > endAt);
      await program.kill();
      opening.provider.destroy();
      program = await startProgram({ DATA_DIR: dataDir });
    }

    // Before any writer returns, so that only what the store kept can be there.
    const { doc, provider } = stockClient({ syncUrl: syncUrl() }, id, keys.viewer);
    await synced(provider);
    const there = doc.getArray<string>('words').toArray();
    const set = new Set(there);
    expect(doc.getMap('items').size, `round ${round}: what was laid at first`).toBe(THINGS);
    expect(there.length, `round ${round}: a word stands there twice`).toBe(set.size);
    for (const { kept, gone } of writers) {
      expect(
        [...kept].filter((word) => !set.has(word)),
        `round ${round}: lost`,
      ).toEqual([]);
      expect(
        [...gone].filter((word) => set.has(word)),
        `round ${round}: came back`,
      ).toEqual([]);
    }
    provider.destroy();
    for (const writer of writers) writer.moveTo(syncUrl());
  }

  await until('all is confirmed', () => writers.every(({ unconfirmed }) => unconfirmed === 0), 20_000);
  const [first, ...others] = writers.map(({ words }) => JSON.stringify(words.toArray()));
  for (const other of others) expect(other).toBe(first);
  for (const { kept, words } of writers) {
    const all = new Set(words.toArray());
    expect([...kept].every((word) => all.has(word))).toBe(true);
  }
  await program.stop();
});
