import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { automated, wordsOn } from '../support/automation.ts';
import { gatherPeople, KEEPS_APP } from '../support/browser.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

/** All JavaScript that a participant's page may load up to and including the first ingredient, bytes after gzip. */
const FIRST_LOAD = 250_000;
/** From opening the link, ms. */
const FIRST_INGREDIENT = 10_000;

const people = gatherPeople();
const program = sharedProgram();

test.each(['nl-NL', 'en-GB'])(
  'a guest with a phone, reading %s, has an ingredient on the cloth in two actions, within seconds and little to load',
  async (locale) => {
    const cloth = await newCloth(program.url, { title: 'Leesplezier' });
    const { page } = await people.arrive('phone', { ...KEEPS_APP, locale });
    const scripts: Response[] = [];
    // Keeping the app for later must not take the line from those who arrive.
    const keeping: string[] = [];
    page.context().on('request', (request) => {
      if (request.serviceWorker()) keeping.push(request.url());
    });
    page.on('response', (response) => {
      // But what only scripts ask for, as this one does to read the words on the cloth.
      const forScripts = response.url().includes('/automation-handle-');
      if (response.request().resourceType() === 'script' && !forScripts) scripts.push(response);
    });

    const began = performance.now();
    await page.goto(automated(cloth.urls.participant));
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Caroline');
    await page.keyboard.press('Enter');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('filmmateriaal');
    await page.keyboard.press('Enter');
    await expect.poll(() => wordsOn(page)).toEqual(['filmmateriaal']);
    expect(performance.now() - began).toBeLessThan(FIRST_INGREDIENT);
    expect(keeping).toEqual([]);

    const sizes = await Promise.all(
      scripts.map(async (script) => ({
        file: new URL(script.url()).pathname,
        encoding: (await script.allHeaders())['content-encoding'],
        bytes: gzipSync(await script.body(), { level: 6 }).length,
      })),
    );
    // What is counted is what goes over the line.
    expect(sizes.filter(({ bytes, encoding }) => bytes > 1_000 && encoding === undefined)).toEqual([]);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(FIRST_LOAD);
  },
);
