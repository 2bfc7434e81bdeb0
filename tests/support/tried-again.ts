import type { TestCase } from 'vitest/node';

/** What is asked of a test that has run. */
export type Ran = Pick<TestCase, 'fullName'> & {
  readonly module: { readonly relativeModuleId: string };
  diagnostic(): Pick<NonNullable<ReturnType<TestCase['diagnostic']>>, 'flaky' | 'retryCount'> | undefined;
};

/** A line for each test that passed only when it was tried again, by name: what is not said is never mended. */
export function triedAgain(tests: Iterable<Ran>): string[] {
  return [...tests].flatMap((test) => {
    const { flaky = false, retryCount = 0 } = test.diagnostic() ?? {};
    if (!flaky) return [];
    return [`Passed only when tried again (${retryCount}×): ${test.module.relativeModuleId} > ${test.fullName}`];
  });
}
