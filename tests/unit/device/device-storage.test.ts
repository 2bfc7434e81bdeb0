import { afterEach, expect, test, vi } from 'vitest';
import { openDevice } from '../../../client/device/device.ts';
import { browserStorage, memoryStorage } from '../../../client/device/device-storage.ts';

afterEach(() => vi.unstubAllGlobals());

test('the device knows its participant and name again', () => {
  const storage = memoryStorage();
  const device = openDevice(storage);
  expect(device.participant.length).toBeGreaterThan(10);
  expect(device.name).toBe('');
  device.name = 'Caroline';
  expect(openDevice(storage)).toMatchObject({ participant: device.participant, name: 'Caroline' });
});

test('where localStorage is refused, the page remembers for itself', () => {
  const refuse = () => {
    throw new Error('refused');
  };
  vi.stubGlobal('localStorage', new Proxy({}, { get: refuse, ownKeys: refuse }));
  const storage = browserStorage('localStorage');
  expect(storage.get('a')).toBeNull();
  storage.set('a', '1');
  storage.set('b', '2');
  storage.set('b', null);
  expect([storage.get('a'), storage.get('b'), storage.keys()]).toEqual(['1', null, ['a']]);
});

test('where there is no localStorage at all, neither', () => {
  vi.stubGlobal('localStorage', undefined);
  const storage = browserStorage('localStorage');
  storage.set('a', '1');
  expect(storage.get('a')).toBe('1');
});
