import { expect, test } from 'vitest';
import { obstacleTo } from '../../../client/panels/capture/obstacle.ts';
import { LIMITS } from '../../../shared/model/schema.ts';

test('too long and too many are told apart, with how much', () => {
  expect(obstacleTo(['boekenlijst'], 0)).toBeNull();
  expect(obstacleTo(['a'.repeat(LIMITS.itemText)], 0)).toBeNull();
  expect(obstacleTo(['kort', 'a'.repeat(LIMITS.itemText + 7)], 0)).toEqual({ kind: 'too-long', by: 7 });
  expect(obstacleTo(['een', 'twee'], LIMITS.items - 1)).toEqual({ kind: 'no-room', room: 1 });
  expect(obstacleTo(['een'], LIMITS.items + 3)).toEqual({ kind: 'no-room', room: 0 });
});
