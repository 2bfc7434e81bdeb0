import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createViewStore } from '../../../client/canvas/view-store.ts';
import type { Person } from '../../../client/document/cloth-session.ts';
import { nl } from '../../../client/i18n/nl.ts';
import { announce, GATHER_MS } from '../../../client/panels/announce/announcing.ts';
import { announceNl } from '../../../client/panels/announce/nl.ts';
import type { Announces } from '../../../client/panels/page.ts';
import { addItems, removeItems, setPosition } from '../../../shared/commands/items.ts';
import { takeSeat } from '../../../shared/commands/seats.ts';
import { addTies, setExpected } from '../../../shared/commands/ties.ts';
import { editWords } from '../../../shared/commands/words.ts';
import type { LastingSession } from '../../../shared/model/session.ts';
import { item } from '../../support/cloth.ts';
import { localSession } from '../../support/local-session.ts';

let stop = () => {};
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** What came in has been read, and what happened has been seen: whose doing it was is known at the end of it. */
const seen = () => {
  vi.advanceTimersByTime(0);
  return Promise.resolve();
};

const pass = async (ms: number) => {
  await seen();
  vi.advanceTimersByTime(ms);
  await seen();
};

/** Somebody who hears the cloth. What `others` do is written beside their own session, as what comes over the wire is. */
function listener() {
  const session = localSession();
  const view = createViewStore();
  const heard: string[] = [];
  const state: { choice: Announces; typedAt: number } = { choice: 'all', typedAt: -Infinity };
  stop = announce({
    session,
    view,
    texts: () => ({ page: nl, own: announceNl }),
    choice: () => state.choice,
    typedAt: () => state.typedAt,
    say: (words) => void heard.push(words),
  });
  const lead = (patch: Partial<LastingSession>) => session.table.lead(patch);
  const act = (...intent: Parameters<typeof session.perform>) => {
    session.perform(...intent);
    return seen();
  };
  return { session, view, heard, state, lead, act, others: session.cloth };
}

test('what one does oneself is said at once, with its result', async () => {
  const { session, heard, view, act } = listener();
  await act((cloth) =>
    addItems(cloth, [item('boekenlijst', { createdAt: 1 }), item('Thomas', { kind: 'connector', createdAt: 2 })]),
  );
  await act((cloth) => addTies(cloth, [{ id: 't', from: 'boekenlijst', to: 'Thomas', createdAt: 1 }]));
  await act((cloth) => setExpected(cloth, ['t'], true));
  await act((cloth) => setPosition(cloth, ['Thomas'], 'p', true));
  session.undo();
  await seen();
  view.setState({ tieFrom: 'Thomas' });
  await act((cloth) => removeItems(cloth, ['boekenlijst']));
  expect(heard).toEqual([
    'Erbij: boekenlijst en Thomas',
    'Verbonden: boekenlijst, Thomas',
    'Verwacht: boekenlijst, Thomas',
    'Thomas: partner',
    'Thomas: geen partner meer',
    announceNl.tying('Thomas'),
    'Weg: boekenlijst. Verbinding weg: boekenlijst, Thomas',
  ]);
});

test('the letters that one types oneself are not said, and many things are counted', async () => {
  const { heard, act } = listener();
  await act((cloth) =>
    addItems(
      cloth,
      ['a', 'b', 'c', 'd'].map((id) => item(id)),
    ),
  );
  await act((cloth) => editWords(cloth, { of: 'text', item: 'a' }, 'anders'), 'words a');
  expect(heard).toEqual(['Erbij: 4 dingen']);
});

test('what others do is one sentence in six seconds', async () => {
  const { heard, others } = listener();
  addItems(others, [item('film', { by: 'Theo', createdAt: 1 })]);
  await pass(GATHER_MS / 2);
  addItems(others, [item('Thomas', { kind: 'connector', by: 'Heleen' })]);
  addTies(others, [{ id: 't', from: 'film', to: 'Thomas', createdAt: 1 }]);
  setPosition(others, ['film'], 'g', true);
  expect(heard).toEqual([]);
  await pass(GATHER_MS / 2);
  expect(heard).toEqual(['Door Theo en Heleen. Erbij: film en Thomas. Verbonden: film, Thomas.']);
  await pass(10 * GATHER_MS);
  expect(heard.length).toBe(1);
});

test("what came and went meanwhile is not told, nor what one did oneself told as another's", async () => {
  const { heard, others, act } = listener();
  addItems(others, [item('film')]);
  await seen();
  removeItems(others, ['film']);
  await seen();
  await act((cloth) => addItems(cloth, [item('boek')]));
  await pass(GATHER_MS);
  expect(heard).toEqual(['Erbij: boek']);
});

test('never while one types, and what another is still writing waits until they are done', async () => {
  const { session, heard, others, state } = listener();
  state.typedAt = performance.now() + GATHER_MS - 100;
  addItems(others, [item('film')]);
  session.people.setState([{ editing: 'film' } as Person], true);
  await pass(GATHER_MS);
  expect(heard).toEqual([]);
  await pass(GATHER_MS);
  expect(heard).toEqual([]);
  session.people.setState([], true);
  await pass(2 * GATHER_MS);
  expect(heard).toEqual(['Door Gemma. Erbij: film.']);
});

test('while words are hidden it says how many, and never what', async () => {
  const { heard, others, lead } = listener();
  lead({ hidden: true });
  addItems(others, [item('geheim', { by: 'Theo' })]);
  editWords(others, { of: 'initiative' }, '');
  await pass(GATHER_MS);
  expect(heard.join()).toContain('1 erbij');
  expect(heard.join()).not.toContain('geheim');
});

test("one chooses to hear all, one's own, or nothing", async () => {
  const { heard, others, state, act } = listener();
  state.choice = 'mine';
  addItems(others, [item('film')]);
  await pass(GATHER_MS);
  await act((cloth) => addItems(cloth, [item('boek')]));
  expect(heard).toEqual(['Erbij: boek']);
  state.choice = 'off';
  await act((cloth) => addItems(cloth, [item('lijst')]));
  await pass(GATHER_MS);
  expect(heard).toEqual(['Erbij: boek']);
});

test('what who leads arranges is put in words', async () => {
  const { session, heard, others, lead } = listener();
  const { seat } = takeSeat(others, { holder: 'x', name: 'Caroline' });
  addItems(others, [item('film', { pos: [500, 300] }), item('boek', { pos: [-500, 300] })]);
  lead({});
  lead({ quiet: true });
  lead({ hidden: true });
  lead({ hidden: false, quiet: false });
  lead({ walk: { seat: seat ?? '', turn: 1 } });
  lead({ walk: null });
  lead({ ping: { at: [480, 300], n: 1 } });
  const now = session.now();
  lead({ timer: { endsAt: now + 5 * 60_000, pausedLeft: null } });
  lead({ timer: { endsAt: now + 5 * 60_000, pausedLeft: 60_000 } });
  lead({ byPosition: true });
  const { led } = announceNl;
  expect(heard).toEqual([
    led.quiet,
    led.hidden,
    led.notQuiet,
    led.shown,
    led.walk('Caroline'),
    led.walkEnds,
    led.lookHere('film'),
    led.time(5),
    led.paused,
    led.byPosition,
  ]);
});
