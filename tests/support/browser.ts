import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { sharedBrowser } from './shared.ts';

/**
 * The screens a group brings, and the large one that all can see: what is tried on one of them must also work on the
 * others. Nearly half of what a page costs is drawing it, by its size; so few are the large one.
 */
export const DEVICES = {
  screen: { viewport: { width: 1920, height: 1080 } },
  laptop: { viewport: { width: 1366, height: 768 } },
  tablet: { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

export type Device = keyof typeof DEVICES;

const USUAL: BrowserContextOptions = { locale: 'nl-NL', serviceWorkers: 'block' };

/** With this a device keeps the app, as it does in people's hands. */
export const KEEPS_APP: BrowserContextOptions = { serviceWorkers: 'allow' };

/** A page that is stuck has this long for its last picture, ms. */
const SCREENSHOT_MS = 5_000;

/** One person's device: a browser context of its own, its page, and all that went wrong in it so far. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly problems: readonly string[];
  /** What matches is expected in this test and no problem: a refused request, a connection that is cut on purpose. */
  allow(expected: RegExp): void;
}

export interface People {
  /**
   * Someone sits down with a device: in `nl-NL`, without keeping the app on the device for later, which costs every page
   * as much as loading did. Any option of a browser context may be given.
   */
  arrive(device: Device, options?: BrowserContextOptions): Promise<Person>;
}

/**
 * People with devices for the tests of one file: contexts of their own for each test. After each test every console
 * error, uncaught exception, failed request and HTTP error on any of their pages fails that test.
 */
export function gatherPeople(): People {
  const browser = sharedBrowser();
  let present: Watched[] = [];

  afterEach(async ({ task }) => {
    const leaving = present;
    present = [];
    if (task.result?.state === 'fail') await keepScreens(task.name, leaving);
    await Promise.all(leaving.map((person) => person.context.close()));
    expect(leaving.flatMap((person) => person.problems)).toEqual([]);
  });

  return {
    async arrive(device, options = {}) {
      const context = await browser().newContext({ ...USUAL, ...DEVICES[device], ...options });
      const person = new Watched(`${device} ${present.length + 1}`, context, await context.newPage());
      present.push(person);
      return person;
    },
  };
}

/** What everyone's screen showed when a test failed: test-results/<test>/<person>.png. */
async function keepScreens(test: string, people: readonly Watched[]): Promise<void> {
  const folder = join('test-results', test.replace(/[^\w -]/g, '').slice(0, 80));
  await Promise.all(
    people.map(async ({ name, page }) => {
      // A page that shows nothing any more has nothing to tell; the failure itself is what matters.
      await page.screenshot({ path: join(folder, `${name}.png`), timeout: SCREENSHOT_MS }).catch(() => undefined);
    }),
  );
}

class Watched implements Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly name: string;
  readonly #seen: string[] = [];
  readonly #allowed: RegExp[] = [];

  constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.context = context;
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.#note(`exception: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? 'unknown';
      // Leaving a page, or downloading instead of showing, aborts what was under way.
      if (why !== 'net::ERR_ABORTED') this.#note(`request failed: ${request.url()} (${why})`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.#note(`answer ${response.status()}: ${response.url()}`);
    });
  }

  get problems(): readonly string[] {
    return this.#seen.filter((problem) => !this.#allowed.some((expected) => expected.test(problem)));
  }

  allow(expected: RegExp): void {
    this.#allowed.push(expected);
  }

  #note(problem: string): void {
    this.#seen.push(`${this.name}: ${problem}`);
  }
}
