import { expect, test } from 'vitest';
import { initiativeRules } from '../../../client/steps/initiative/rules.ts';
import { FIRST_SESSION } from '../../../shared/model/session.ts';
import { plainCloth } from '../layout/plain-cloth.ts';

const promptOf = (initiative: string) => initiativeRules.promptOf(plainCloth({ initiative }), FIRST_SESSION);

test('asks for a name, and once there is one whether it is powerful', () => {
  expect(promptOf('')).toBe('name');
  expect(promptOf(' \n')).toBe('name');
  expect(promptOf('leesplezier')).toBe('sharpen');
});

test('puts name and capture bar at hand: a group that knows nothing of steps can begin to write', () => {
  expect(initiativeRules.step.atHand).toEqual(['name', 'capture']);
});
