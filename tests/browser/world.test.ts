import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { nl } from '../../client/i18n/nl.ts';
import { proxyTo } from '../server/school-proxy.ts';
import { snapshotOn, viewOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { comeWith, gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

/** What browsers and the people who use them do to a page: zoom it, darken it, print it, translate it. */
/** Before every text of a page that was translated. */
const MARK = '¡';

const people = gatherPeople();
const program = sharedProgram();

async function gemmaWrites(words: readonly string[], options: BrowserContextOptions = {}) {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const gemma = await comeWith(people, 'laptop', options);
  const fetched: string[] = [];
  gemma.page.on('request', (request) => {
    if (/\.(css|js|woff2)$/.test(request.url())) fetched.push(new URL(request.url()).pathname);
  });
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await gemma.write(...words);
  await expect.poll(async () => (await snapshotOn(gemma.page))?.items.length).toBe(words.length);
  return { gemma, page: gemma.page, fetched };
}

test('a bar is no place to zoom the page from, no file is fetched twice, and Ctrl+P prints the whole cloth', async () => {
  const { gemma, page, fetched } = await gemmaWrites(['boekenlijst', 'filmmateriaal']);

  expect(fetched.filter((file, at) => fetched.indexOf(file) !== at)).toEqual([]);

  const zoom = (await viewOn(page))?.zoom;
  await page.getByRole('button', { name: nl.top.menu, exact: true }).hover();
  const zoomed = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        window.addEventListener('wheel', (event) => resolve(!event.defaultPrevented), { once: true });
      }),
  );
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 100);
  await page.keyboard.up('Control');
  expect(await zoomed).toBe(false);
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
  expect((await viewOn(page))?.zoom).toBe(zoom);
  const pinched = await page.getByRole('button', { name: nl.top.menu, exact: true }).evaluate((button) => {
    const pinch = new Event('gesturestart', { bubbles: true, cancelable: true });
    return button.dispatchEvent(pinch);
  });
  expect(pinched).toBe(false);

  // What prints was fetched when the hand went to Control.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /print-cloth/.test(name)),
  );
  const printed = page.evaluate(
    () =>
      new Promise<object>((resolve) => {
        window.addEventListener('beforeprint', () => {
          const sheet = document.querySelector<HTMLCanvasElement>('.printed-cloth');
          const pixels = sheet?.getContext('2d')?.getImageData(0, 0, sheet.width, sheet.height).data ?? [];
          const colours = new Set<number>();
          for (let at = 0; at < pixels.length; at += 400) colours.add(((pixels[at] ?? 0) << 8) | (pixels[at + 1] ?? 0));
          resolve({ width: sheet?.width, drawn: colours.size > 50 });
        });
      }),
  );
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(await printed).toEqual({ width: 3_300, drawn: true });
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  const [, width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).map(Number);
  expect(width).toBeGreaterThan(height);
  await expect.poll(() => page.locator('.printed-cloth').count()).toBe(0);
  await gemma.write('voorlezen');
});

test("a browser's own dark mode leaves what is being written as it is", async () => {
  const { gemma, page } = await gemmaWrites(['boekenlijst'], { colorScheme: 'dark' });
  await gemma.doubleTap(await gemma.spotOf('boekenlijst'));
  const field = page.getByRole('textbox', { name: nl.canvas.words });
  await field.waitFor();
  const devtools = await page.context().newCDPSession(page);
  const look = async (dark: boolean) => {
    await devtools.send('Emulation.setAutoDarkModeOverride', { enabled: dark });
    return field.screenshot();
  };
  // What is not kept light does change.
  await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light'));
  const [darkened, light] = [await look(true), await look(false)];
  expect(darkened.equals(light)).toBe(false);
  await page.evaluate(() => document.documentElement.style.removeProperty('color-scheme'));
  expect((await look(true)).equals(light)).toBe(true);
});

test('a page that the browser translates goes on, says what is so now, and leaves the words on the cloth alone', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const fred = await comeWith(people, 'laptop');
  const { page } = fred;
  await page.addInitScript(translateAsItComes, MARK);
  await fred.open(cloth.urls.facilitator);
  await fred.write('boekenlijst');
  await page.getByLabel(nl.arrival.writeAlong).fill('Fred');
  await page.keyboard.press('Enter');
  await fred.item('boekenlijst');
  await says(fred, nl.saved.saved);

  await page.getByRole('button', { name: again(nl.top.share) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: `${nl.dialog.copy}: ${nl.share.participant}` }).click();
  await dialog.getByText(again(nl.dialog.copied)).first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  for (const step of [2, 3, 4, 5]) {
    await page.getByRole('button', { name: nl.action['step-on'], exact: true }).click();
    await fred.atStep(step);
  }
  await page.getByRole('button', { name: nl.top.outline, exact: true }).click();
  const list = page.getByRole('complementary', { name: nl.outline.title });
  await list.getByRole('treeitem', { name: /boekenlijst/ }).click();
  expect(await list.locator('font', { hasText: 'boekenlijst' }).count()).toBe(0);
  await fred.write('filmmateriaal', 'voorlezen');
  await list.getByText('voorlezen', { exact: true }).waitFor();
  for (const item of [nl.menu.takeHome, nl.menu.shortcuts]) {
    await page.getByRole('button', { name: nl.top.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: again(item) }).click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: nl.action.undo, exact: true }).click();
  await expect.poll(async () => (await snapshotOn(page))?.items.length).toBe(2);
  await page.getByRole('button', { name: nl.top.menu, exact: true }).click();
  await page.getByRole('menuitemradio', { name: again('English') }).click();
  await says(fred, en.saved.saved);
  expect(await page.getByText(again(nl.gone.crashTitle)).count()).toBe(0);
  expect(await page.getByText(again(nl.problems.panelBroke)).count()).toBe(0);
});

test('where the network lets no socket through, a newcomer writes, is saved and sees what the others write', async () => {
  const proxied = await proxyTo({ port: Number(new URL(program.url).port) }, 'answers 200');
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  const caroline = await comeWith(people, 'phone');
  caroline.person.allow(/WebSocket connection to/);
  await caroline.open(cloth.urls.participant.replace(program.url, proxied));
  await caroline.sitDown('Caroline');
  await caroline.write('filmmateriaal');
  await caroline.saved(nl.saved.saved);
  await gemma.item('filmmateriaal');
  await gemma.write('boekenlijst');
  await caroline.item('boekenlijst');

  // What another program took out of the page is no reason to lose sight of the cloth.
  gemma.person.allow(/NotFoundError|The above error|removeChild/);
  await gemma.menu(nl.menu.shortcuts);
  await gemma.page.getByRole('dialog').waitFor();
  await gemma.page.evaluate(() => {
    const dialog = document.querySelector('[role=dialog]');
    for (const shell of document.querySelectorAll('body > *'))
      if (dialog && shell.contains(dialog)) shell.textContent = '';
  });
  await gemma.page.keyboard.press('Escape');
  await gemma.write('voorlezen');
  await caroline.item('voorlezen');
  await caroline.saved(nl.saved.saved);
});

/** What bears these words, translated or not. */
function again(words: string): RegExp {
  return new RegExp(`^${MARK}?${words.replace(/[.?()]/g, '.')}$`);
}

/** Waits until the page says so, translated, of where this person's words are. */
async function says({ page }: Participant, words: string): Promise<void> {
  const note = page.locator('[data-saved]').filter({ hasText: again(words) });
  await note.first().waitFor();
}

/** Runs in the page: does to every text what Chrome does when it translates, with a mark for the other language. */
function translateAsItComes(mark: string): void {
  const isLeft = (element: Element | null) =>
    element?.closest('[translate=no], textarea, script, style, font') !== null;
  const translate = (root: Node) => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    if (root instanceof Text) texts.push(root);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || !text.isConnected || isLeft(text.parentElement)) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = mark + text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      if (type === 'characterData') translate(target);
      for (const node of addedNodes) translate(node);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
