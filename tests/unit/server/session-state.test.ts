import { expect, test } from 'vitest';
import { SessionKeeper } from '../../../server/sync/room/session-keeper.ts';
import { changedSession, keptSession, writeSession } from '../../../server/sync/room/session-state.ts';
import { FIRST_SESSION, type LastingSession, MESSAGE_LENGTH } from '../../../shared/model/session.ts';

const running: LastingSession = {
  step: 2,
  timer: { endsAt: 5_000, pausedLeft: 300 },
  hidden: true,
  locked: true,
  follow: 17,
  quiet: true,
  held: true,
  alone: true,
  walk: { seat: 'gemma', turn: 4 },
  byPosition: true,
  contact: 'heleen',
  ping: { at: [-120.5, 40], n: 3 },
  code: { code: 'ACDEFGH', expiresAt: 9_000 },
  moment: { id: 'before-summer', as: 'compare' },
  message: { text: '2 minuten, dan pauze', until: 8_000, n: 2 },
  closed: true,
  handed: { to: 12, n: 1 },
};

test('a message sets the fields it names and leaves all others as they are', () => {
  expect(changedSession(running, '{"step":3}')).toEqual({ ...running, step: 3 });
  expect(changedSession(running, '{"walk":null,"held":false}')).toEqual({ ...running, walk: null, held: false });
  expect(changedSession(running, '{}')).toEqual(running);
});

test('the five fields that a stock facilitator sends do not undo what it does not know', () => {
  const stock = { step: 4, timer: null, hidden: false, locked: false, follow: null, now: 1 };
  const { now: _, ...set } = stock;
  expect(changedSession(running, JSON.stringify(stock))).toEqual({ ...running, ...set });
});

test('what a client says beyond the state, and of the time, is not passed on', () => {
  const session = changedSession(FIRST_SESSION, '{"step":2,"now":5,"mood":"good","__proto__":{"locked":true}}');
  expect(JSON.parse(writeSession(session ?? FIRST_SESSION, 9))).toEqual({ ...FIRST_SESSION, step: 2, now: 9 });
});

test('a code is told as long as it works, and kept to oneself after that', () => {
  expect(JSON.parse(writeSession(running, 8_999)).code).toEqual(running.code);
  expect(JSON.parse(writeSession(running, 9_000)).code).toBeNull();
});

test('a message to all is told until its time, on one line and no longer than it may be', () => {
  expect(JSON.parse(writeSession(running, 7_999)).message).toEqual(running.message);
  expect(JSON.parse(writeSession(running, 8_000)).message).toBeNull();
  const said = (text: string) =>
    changedSession(running, JSON.stringify({ message: { text, until: 9, n: 3 } }))?.message?.text;
  expect(said('  nog\u202E twee\nminuten\u0007 ')).toBe('nog twee minuten');
  expect(said('x'.repeat(MESSAGE_LENGTH + 1))).toBe('x'.repeat(MESSAGE_LENGTH));
});

test.each([
  ['{"step":0}'],
  ['{"step":2.5}'],
  ['{"timer":{}}'],
  ['{"timer":{"endsAt":-1,"pausedLeft":null}}'],
  ['{"hidden":1}'],
  ['{"quiet":"yes"}'],
  ['{"held":null}'],
  ['{"walk":{"seat":"","turn":0}}'],
  [`{"walk":{"seat":"${'x'.repeat(65)}","turn":0}}`],
  ['{"ping":{"at":[1],"n":1}}'],
  ['{"ping":{"at":[1,1e9],"n":1}}'],
  ['{"step":3,"ping":{"at":[1,null],"n":1}}'],
  ['{"code":{"code":"ACDEF","expiresAt":9000}}'],
  ['{"code":{"code":"acdefg","expiresAt":9000}}'],
  ['{"code":{"code":"ACDEFGH"}}'],
  ['{"moment":{"id":"m","as":"other"}}'],
  ['{"moment":{"id":"","as":"back"}}'],
  ['{"message":{"text":"  ","until":9,"n":1}}'],
  [`{"message":{"text":"${'x'.repeat(2_000)}","until":9,"n":1}}`],
  ['{"message":{"text":"hallo","n":1}}'],
  ['{"handed":{"to":-1,"n":1}}'],
  ['[]'],
  ['null'],
  ['"step"'],
  ['{'],
])('%s sets nothing', (json) => {
  expect(changedSession(running, json)).toBeNull();
});

test('a session that was stored before there were more fields goes on', () => {
  const early = '{"step":3,"timer":null,"hidden":true,"locked":false,"follow":null}';
  expect(keptSession(early)).toEqual({ ...FIRST_SESSION, step: 3, hidden: true });
  expect(keptSession(null)).toEqual(FIRST_SESSION);
  expect(keptSession('damaged')).toEqual(FIRST_SESSION);
});

test('a refused write is tried again, only the newest state goes to the store, and who waits hears of that one', async () => {
  const stored: string[] = [];
  let refuse = true;
  const keeper = new SessionKeeper(null, (json) => {
    if (refuse) return Promise.reject(new Error('full'));
    stored.push(json);
    return Promise.resolve();
  });
  keeper.set({ ...FIRST_SESSION, step: 2 });
  const kept = new Promise<void>((resolve) => keeper.whenKept(resolve));
  await Promise.resolve();
  expect(keeper.isKept).toBe(false);
  refuse = false;
  keeper.set({ ...FIRST_SESSION, step: 3 });
  keeper.set({ ...FIRST_SESSION, step: 4 });
  await kept;
  expect(keeper.isKept).toBe(true);
  expect(stored.map((json) => JSON.parse(json).step)).toEqual([3, 4]);
});
