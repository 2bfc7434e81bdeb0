import { expect, test } from 'vitest';
import { type Ran, triedAgain } from '../../support/tried-again.ts';

function ran(fullName: string, diagnostic: ReturnType<Ran['diagnostic']>): Ran {
  return { fullName, module: { relativeModuleId: 'tests/browser/a.test.ts' }, diagnostic: () => diagnostic };
}

test('a test that passed only when it was tried again is named; none that passed at once, failed, or did not run', () => {
  const tests = [
    ran('passed', { flaky: false, retryCount: 0 }),
    ran('a word is dragged', { flaky: true, retryCount: 1 }),
    ran('failed both times', { flaky: false, retryCount: 1 }),
    ran('skipped', undefined),
  ];
  expect(triedAgain(tests)).toEqual(['Passed only when tried again (1×): tests/browser/a.test.ts > a word is dragged']);
});
