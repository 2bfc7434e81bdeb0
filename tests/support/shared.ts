import type { Browser } from 'playwright-core';
import { test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { type Program, startProgram } from './program.ts';

/**
 * What takes as long to start as many a test takes, and comes to no harm by being used: one of each for all files of a
 * worker. They go when the worker does.
 */
const withShared = test
  // biome-ignore lint/correctness/noEmptyPattern: from this pattern vitest reads that it needs no other fixture
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // biome-ignore lint/correctness/noEmptyPattern: from this pattern vitest reads that it needs no other fixture
  .extend('program', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const program = await startProgram();
    onCleanup(() => program.close());
    return program;
  });

/** The browser for the tests of a file, from when the first of them begins. */
export function sharedBrowser(): () => Browser {
  let running: Browser | undefined;
  withShared.beforeAll(({ browser }) => {
    running = browser;
  });
  return () => {
    if (!running) throw new Error('The browser runs while tests do.');
    return running;
  };
}

/**
 * The built program for the tests of a file, as it runs when nothing is set, from when the first of them begins. For
 * who only lays cloths and opens them; who stops it or sets variables starts one.
 */
export function sharedProgram(): Pick<Program, 'url'> {
  let running: Program | undefined;
  withShared.beforeAll(({ program }) => {
    running = program;
  });
  return {
    get url() {
      if (!running) throw new Error('The program runs while tests do.');
      return running.url;
    },
  };
}
