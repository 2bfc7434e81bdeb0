import { expect, test } from 'vitest';
import { memoryStorage } from '../../../client/device/device-storage.ts';
import { RecentCloths } from '../../../client/device/recent-cloths.ts';

test('keys are gathered per role, and the last opened cloth comes first', () => {
  const cloths = new RecentCloths(memoryStorage());
  cloths.remember('a', { title: 'Leesplezier', keys: { participant: 'p' }, lastOpened: 1 });
  cloths.remember('b', { title: 'Thema', lastOpened: 2 });
  cloths.remember('a', { keys: { facilitator: 'f' } });
  expect(cloths.store.getState().map(({ id }) => id)).toEqual(['b', 'a']);
  expect(cloths.find('a')).toMatchObject({ title: 'Leesplezier', keys: { participant: 'p', facilitator: 'f' } });
  expect(cloths.strongestKey('a')).toEqual({ role: 'facilitator', key: 'f' });
  expect(cloths.strongestKey('b')).toBeNull();
});

test('what another tab remembered meanwhile is not lost', () => {
  const storage = memoryStorage();
  const [one, other] = [new RecentCloths(storage), new RecentCloths(storage)];
  one.remember('a', { lastOpened: 1 });
  other.remember('b', { lastOpened: 2 });
  expect(other.store.getState().map(({ id }) => id)).toEqual(['b', 'a']);
});

test('whether words face their own edge is remembered of each cloth, and not of the device', () => {
  const storage = memoryStorage();
  new RecentCloths(storage).remember('a', { asWritten: true });
  const cloths = new RecentCloths(storage);
  cloths.remember('b', { lastOpened: 1 });
  expect([cloths.find('a')?.asWritten, cloths.find('b')?.asWritten]).toEqual([true, undefined]);
  cloths.remember('a', { asWritten: false });
  expect(new RecentCloths(storage).find('a')?.asWritten).toBeUndefined();
});

test('forgetting forgets the keys too', () => {
  const storage = memoryStorage();
  const cloths = new RecentCloths(storage);
  cloths.remember('a', { keys: { viewer: 'v' }, lastOpened: 1 });
  cloths.forget('a');
  expect(cloths.store.getState()).toEqual([]);
  expect(storage.get('tafelkleed.cloths')).toBe('[]');
});

test('of a damaged memory, what parses is kept', () => {
  const storage = memoryStorage();
  const sound = { id: 'a', epoch: 'e', title: 't', keys: {}, lastOpened: 3, gone: false };
  for (const damaged of ['no json', '{"a":1}', 'null', '7']) {
    storage.set('tafelkleed.cloths', damaged);
    expect(new RecentCloths(storage).store.getState()).toEqual([]);
  }
  storage.set('tafelkleed.cloths', JSON.stringify([{ id: 5 }, null, sound, { ...sound, id: '', keys: { viewer: 1 } }]));
  expect(new RecentCloths(storage).store.getState()).toEqual([sound]);
});

test('a key that was given up is gone, and so is what it could do; all else stays', () => {
  const storage = memoryStorage();
  const cloths = new RecentCloths(storage);
  cloths.remember('a', { title: 'leesplezier', keys: { facilitator: 'f', participant: 'p' }, othersLead: true });
  cloths.dropKey('a', 'facilitator');
  expect(new RecentCloths(storage).strongestKey('a')).toEqual({ role: 'participant', key: 'p' });
  expect(new RecentCloths(storage).find('a')).toMatchObject({ title: 'leesplezier', othersLead: true });
  cloths.dropKey('nowhere', 'viewer');
  expect(cloths.store.getState()).toHaveLength(1);
});
