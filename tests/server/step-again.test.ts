import { expect, onTestFinished, test } from 'vitest';
import { stepAgain } from '../../client/canvas/edit/step-again.ts';
import type { ClothSession } from '../../client/document/cloth-session.ts';
import { moveItems } from '../../shared/commands/items.ts';
import { addConnectorWithTies, addTies } from '../../shared/commands/ties.ts';
import { coveredBy } from '../../shared/layout/step-aside.ts';
import { INITIATIVE, type Point } from '../../shared/model/schema.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { item } from '../support/cloth.ts';
import { type Network, network, openPage, untilSaved } from './client-session-support.ts';
import { makeCloth, startServer, until } from './support.ts';

const PLACE: Point = [300, 0];

interface Writer {
  readonly page: ClothSession;
  readonly way: Network;
}

/** So many people at one cloth, who hear nothing of each other for now. */
async function apart(count: number): Promise<Writer[]> {
  const server = await startServer();
  const cloth = await makeCloth(server);
  const writers: Writer[] = [];
  for (let nth = 0; nth < count; nth++) {
    const way = await network(server.url);
    writers.push({ way, page: await openPage(way.url, cloth) });
  }
  for (const { page } of writers) await untilSaved(page);
  for (const { way } of writers) way.stall();
  return writers;
}

/** Lays a connector where another lays one at the same moment. Returns how its page stops looking after it. */
function lay({ page }: Writer, id: string): () => void {
  const connector = item(id, { kind: 'connector', text: 'Heleen', pos: PLACE, createdAt: 1_000 });
  page.perform((cloth) => addConnectorWithTies(cloth, connector, []), id);
  const stop = stepAgain(page, id, id, () => page.seal());
  onTestFinished(stop);
  return stop;
}

const placeOf = (page: ClothSession, id: string) => page.snapshot.getState().items.find((each) => each.id === id)?.pos;
const covers = (page: ClothSession, id: string) => coveredBy(page.snapshot.getState(), id, fontMeasure).size > 0;

test('of connectors that several people lay in one place at the same moment all but one step aside, until none is covered', async () => {
  const writers = await apart(3);
  const ids = ['a', 'b', 'c'];
  writers.forEach((writer, nth) => void lay(writer, ids[nth] ?? ''));
  for (const { way } of writers) way.flow();
  for (const { page } of writers) {
    const hasAll = () => ids.every((id) => placeOf(page, id)) && !ids.some((id) => covers(page, id));
    await until('each lies by itself', hasAll);
    expect(placeOf(page, 'a')).toEqual(PLACE);
  }
  // It is one with the laying: a single step takes both back.
  const third = writers[2]?.page;
  expect(third?.undo()).toBe(true);
  expect(third && placeOf(third, 'c')).toBeUndefined();
  expect(third?.history.getState()).toMatchObject({ canUndo: false });
});

test.each<[string, (page: ClothSession) => void]>([
  ['moved', (page) => page.perform((cloth) => moveItems(cloth, new Map([['b', [302, 0]]])))],
  ['tied', (page) => page.perform((cloth) => addTies(cloth, [{ id: 't', from: 'b', to: INITIATIVE, createdAt: 1 }]))],
])('a connector that its writer has %s since stays where it is', async (_what, act) => {
  const writers = await apart(2);
  const [first, second] = writers;
  if (!first || !second) throw new Error('two people were to come');
  lay(first, 'a');
  lay(second, 'b');
  act(second.page);
  const left = placeOf(second.page, 'b');
  for (const { way } of writers) way.flow();
  await until('they hear of each other', () => writers.every(({ page }) => placeOf(page, 'a') && placeOf(page, 'b')));
  for (const { page } of writers) await untilSaved(page);
  expect(placeOf(second.page, 'b')).toEqual(left);
  expect(placeOf(first.page, 'a')).toEqual(PLACE);
});

test('nobody’s connector steps aside any more once they have gone on', async () => {
  const writers = await apart(2);
  const [first, second] = writers;
  if (!first || !second) throw new Error('two people were to come');
  lay(first, 'a');
  lay(second, 'b')();
  for (const { way } of writers) way.flow();
  await until('they hear of each other', () => writers.every(({ page }) => placeOf(page, 'a') && placeOf(page, 'b')));
  for (const { page } of writers) await untilSaved(page);
  for (const { page } of writers) expect([placeOf(page, 'a'), placeOf(page, 'b')]).toEqual([PLACE, PLACE]);
});
