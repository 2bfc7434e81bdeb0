import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/support/longest-first.ts';
import { missingFor } from './tests/support/system-parts.ts';

const SECOND = 1_000;
/** Upper limit for `expect.poll`, ms. */
const POLL = 20 * SECOND;

interface Options {
  readonly order?: number;
  readonly workers?: number;
  readonly built?: boolean;
  /** Whether the files of a worker share what they import: nothing of it may remember one test in the next. */
  readonly shared?: boolean;
  /** Its files, where they are not all of `tests/<name>/`; and which of them it leaves to others. */
  readonly files?: readonly string[];
  readonly but?: readonly string[];
  /**
   * Whether it is tried again where nobody looks on: what it drives now and then misses its moment on a machine that others use
   * as well. What passed only so is named at the end (tests/support/tried-again.ts).
   */
  readonly again?: boolean;
}

/** Tests for which four or five people open a page each: beside others each of their steps takes twice as long, and comes near its limit. */
const PLAYS = ['tests/browser/five-steps.test.ts', 'tests/browser/whole-session.test.ts'];

/** One kind of tests: `tests/<name>/`, with the longest that one of them, or its preparation, may take. */
function project(name: string, limit: number, options: Options = {}) {
  return {
    test: {
      name,
      include: [...(options.files ?? [`tests/${name}/**/*.test.{ts,tsx}`])],
      exclude: [...(options.but ?? [])],
      testTimeout: limit,
      hookTimeout: Math.max(limit, 30 * SECOND),
      isolate: !options.shared,
      // On a machine that has much else to do a second's work takes ten; what never comes costs this only when it fails.
      expect: { poll: { timeout: Math.min(limit, POLL) } },
      // Groups follow each other: what needs servers, and after that browsers, does not run beside what is quickly told.
      sequence: { groupOrder: options.order ?? 0 },
      maxWorkers: options.workers ?? 2,
      ...(options.again && process.env.CI ? { retry: 1 } : {}),
      ...(options.built ? { globalSetup: ['tests/support/build-first.ts'] } : {}),
      ...(missingFor(name).length > 0 ? { runner: 'tests/support/skipping-runner.ts' } : {}),
    },
  };
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', 10 * SECOND, { shared: true }),
      project('property', 60 * SECOND, { shared: true }),
      project('contract', 60 * SECOND, { shared: true }),
      project('readers', 60 * SECOND, { shared: true }),
      // Of four files of servers and clusters two wait most of the time: for what takes 30 s, and for what went down.
      project('server', 120 * SECOND, { order: 1, workers: 4, built: true, shared: true }),
      project('cluster', 120 * SECOND, { order: 1, workers: 4, built: true, shared: true, again: true }),
      // A page leaves a fifth of the cores idle while a test waits for it: a second file, with a browser of its own, has that.
      project('browser', 90 * SECOND, { order: 2, workers: 2, built: true, shared: true, again: true, but: PLAYS }),
      project('plays', 90 * SECOND, { order: 3, workers: 1, built: true, shared: true, again: true, files: PLAYS }),
      // Browsers of other makes, side by side: each waits for itself most of the time.
      project('engines', 180 * SECOND, { order: 4, workers: 1, built: true, again: true }),
    ],
  },
});
