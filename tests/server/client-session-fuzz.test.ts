import { expect, onTestFinished, test } from 'vitest';
import type { ClothSession } from '../../client/document/cloth-session.ts';
import { removeItems } from '../../shared/commands/items.ts';
import { newCloth, type Program, startProgram } from '../support/program.ts';
import { randomFrom } from '../support/random.ts';
import {
  type Network,
  network,
  newDevice,
  openPage,
  type TestDevice,
  untilSaved,
  words,
  write,
} from './client-session-support.ts';
import { freshDirectory, until } from './support.ts';

/** Set SEED to repeat a run. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const STEPS = Number(process.env.FUZZ_STEPS ?? 80);

/** Somebody with a device of their own on a network of their own, and all they ever wrote and took away. */
interface Somebody {
  readonly name: string;
  readonly device: TestDevice;
  readonly way: Network;
  page: ClothSession;
  readonly standing: Set<string>;
}

test(`whatever network, server and tabs do, no words are lost or doubled (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  const random = randomFrom(SEED);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(random() * from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
  const dataDir = await freshDirectory();
  let program: Program = await startProgram({ DATA_DIR: dataDir });
  onTestFinished(async () => {
    await program.stop();
  });
  const cloth = await newCloth(program.url);
  const group: Somebody[] = [];
  for (const name of ['Gemma', 'Heleen', 'Theo']) {
    const [device, way] = [newDevice(), await network(program.url)];
    group.push({ name, device, way, page: await openPage(way.url, cloth, 'participant', device), standing: new Set() });
  }
  let written = 0;
  let kills = 0;

  const steps: Record<string, (who: Somebody) => void | Promise<void>> = {
    write({ name, page, standing }) {
      const text = `${name} ${++written}`;
      if (write(page, text)) standing.add(text);
    },
    takeAway({ page, standing }) {
      // Only own words: of another's, both the taking away and its undoing would be right.
      const own = page.snapshot.getState().items.find(({ text }) => standing.has(text));
      if (own && page.perform((document) => removeItems(document, [own.id]))) standing.delete(own.text);
    },
    cut: ({ way }) => way.cut(),
    mend: ({ way }) => way.mend(),
    strand: ({ way }) => way.strand(),
    async newTab(who) {
      who.page.close();
      who.page = await openPage(who.way.url, cloth, 'participant', who.device);
    },
    async killServer() {
      if (kills === 3) return;
      kills++;
      await program.kill();
      program = await startProgram({ DATA_DIR: dataDir });
      for (const { way } of group) way.leadTo(program.url);
    },
    async saved({ page, standing }) {
      // What this page calls saved is on the server's disk, whatever happens next.
      if (page.saved.getState().kind !== 'saved') return;
      const expected = [...standing];
      await program.kill();
      program = await startProgram({ DATA_DIR: dataDir });
      for (const { way } of group) way.leadTo(program.url);
      const witness = await openPage(program.url, cloth);
      expect(words(witness)).toEqual(expect.arrayContaining(expected));
      witness.close();
    },
  };
  const often = [
    'write',
    'write',
    'write',
    'write',
    'write',
    'takeAway',
    'cut',
    'mend',
    'mend',
    'strand',
    'newTab',
    'killServer',
  ];
  const history: string[] = [];
  try {
    for (let step = 0; step < STEPS; step++) {
      const who = pick(group);
      const name = step % 40 === 39 ? 'saved' : pick(often);
      history.push(`${who.name} ${name}`);
      await steps[name]?.(who);
      // Sometimes what was sent has time to arrive, sometimes not.
      if (random() < 0.3) await until('a moment has passed', moments(Math.floor(random() * 20)));
    }
    for (const { way } of group) way.mend();
    const expected = group.flatMap(({ standing }) => [...standing]).toSorted();
    for (const { page, name } of group) {
      await until(`${name} has it all`, () => words(page).join() === expected.join(), 20_000);
      await untilSaved(page);
    }
    for (const { page } of group) expect(page.snapshot.getState()).toEqual(group[0]?.page.snapshot.getState());
    const witness = await openPage(program.url, cloth);
    expect(words(witness)).toEqual(expected);
  } catch (error) {
    throw new Error(`seed ${SEED}, after: ${history.join(', ')}`, { cause: error });
  }
});

/** Holds from the nth time it is asked: turns of the event loop, not a length of time. */
function moments(count: number): () => boolean {
  let left = count;
  return () => left-- <= 0;
}
