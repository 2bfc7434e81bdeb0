import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatherPeople } from '../support/browser.ts';

/** The watchman of all browser tests is itself watched: what he overlooks, no test finds. */
const people = gatherPeople();
const PAGE = '<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><p>Goed';
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.url === '/missing.png') response.statusCode = 404;
    if (request.url === '/cut') request.socket.destroy();
    else response.end(PAGE);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a page on which all is well has no problems', async () => {
  const phone = await people.arrive('phone');
  await phone.page.goto(address);
  expect(await phone.page.locator('p').textContent()).toBe('Goed');
  expect(await phone.page.evaluate(() => [innerWidth, navigator.maxTouchPoints > 0, navigator.language])).toEqual([
    390,
    true,
    'nl-NL',
  ]);
  expect(phone.problems).toEqual([]);
});

test('console errors, exceptions, failed requests and HTTP errors are problems until they are expected', async () => {
  const { page, problems, allow } = await noisyPage();
  await page.evaluate(() => {
    console.error('said aloud');
    setTimeout(() => {
      throw new Error('thrown away');
    });
  });
  await page.evaluate(() => fetch('/missing.png'));
  await page.evaluate(() => fetch('/cut').catch(() => undefined));
  await expect.poll(() => problems().join('\n')).toMatch(/console: said aloud/);
  await expect.poll(() => problems().join('\n')).toMatch(/exception: .*thrown away/);
  await expect.poll(() => problems().join('\n')).toMatch(/answer 404: .*missing\.png/);
  await expect.poll(() => problems().join('\n')).toMatch(/request failed: .*cut/);
  allow(/laptop/);
  expect(problems()).toEqual([]);
});

async function noisyPage() {
  const person = await people.arrive('laptop');
  await person.page.goto(address);
  return { page: person.page, problems: () => person.problems, allow: (expected: RegExp) => person.allow(expected) };
}
