import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { exampleCloth } from '../../shared/commands/example.ts';
import { snapshotOfFile } from '../../shared/formats/file-snapshot.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { gatherPeople } from '../support/browser.ts';
import { Participant } from '../support/participant.ts';
import { layOn, newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

/** Runs in the page before all else: takes away what one of the promised browsers lacks. */
function takeAway(): void {
  const lost: readonly (readonly [object | undefined, ...string[]])[] = [
    [String.prototype, 'toWellFormed', 'isWellFormed'],
    [Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with'],
    [Array, 'fromAsync'],
    [Promise, 'withResolvers', 'try'],
    [Object, 'groupBy'],
    [Map, 'groupBy'],
    [Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf'],
    [Intl, 'Segmenter'],
    [URL, 'canParse', 'parse'],
    [AbortSignal, 'any'],
    [Element.prototype, 'checkVisibility'],
    [CanvasRenderingContext2D.prototype, 'fontKerning', 'letterSpacing', 'textRendering'],
    [FontFaceSetLoadEvent.prototype, 'fontfaces'],
    [Object.getPrototypeOf(Object.getPrototypeOf([].values())), 'map', 'filter', 'toArray', 'some', 'find'],
    [window, 'OffscreenCanvas', 'requestIdleCallback', 'scheduler', 'navigation'],
    [Document.prototype, 'startViewTransition'],
    [HTMLElement.prototype, 'showPopover', 'popover'],
  ];
  for (const [owner, ...names] of lost) for (const name of names) delete owner?.[name as never];
  const { supports } = CSS;
  CSS.supports = (...asked: string[]) => !asked[0]?.includes('field-sizing') && supports.apply(CSS, asked as never);
}

/** Styles as such a browser reads them: what it does not know stands there under a name that nobody knows. */
async function withStyles(page: Page, unknown: RegExp): Promise<void> {
  await page.route(/\.css$/, async (route) => {
    // A page that is left does not wait for the styles that were still on their way.
    const answer = await route.fetch().catch(() => null);
    if (!answer) return;
    const css = await answer.text();
    const headers = { ...answer.headers() };
    delete headers['content-encoding'];
    await route.fulfill({
      response: answer,
      headers,
      body: css.replace(unknown, (name) => `-x-${name.replace(/^:/, '')}`),
    });
  });
}

test('without all that an old browser lacks the cloth opens, takes words, and its panels open and close', async () => {
  const cloth = await newCloth(program.url);
  await layOn(program.url, cloth, snapshotOfFile(exampleCloth('nl', fontMeasure, Date.now())));
  const gemma = new Participant(await people.arrive('tablet'), { touch: true });
  const { page } = gemma;
  await page.addInitScript(takeAway);
  await withStyles(page, /:has\(|color-mix\(|field-sizing|text-wrap|content-visibility|safe center/g);
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await gemma.write('AVATAR 👩‍👩‍👧 עברית');
  await gemma.item('AVATAR 👩‍👩‍👧 עברית');
  await gemma.openList();
  await gemma.button(nl.outline.close);
  await page.getByRole('complementary', { name: nl.outline.title }).waitFor({ state: 'detached' });

  // Four lines are all seen while they are written.
  const field = page.getByRole('textbox', { name: nl.capture.label });
  const low = (await field.boundingBox())?.height ?? 0;
  await field.fill('een\ntwee\ndrie\nvier');
  await expect.poll(async () => (await field.boundingBox())?.height ?? 0).toBeGreaterThan(low + 40);
  await field.fill('');
  await gemma.menu(nl.menu.takeHome);
  const chosen = page.getByRole('radio', { name: nl.takeHome.papers.slide });
  await gemma.tick(chosen);
  expect(await chosen.isChecked()).toBe(true);
  await gemma.button(nl.takeHome.save);
  await page.getByText(/^Bewaard als leesplezier-plaatje/).waitFor();
  const report = page.waitForEvent('download');
  await gemma.press(page.getByRole('button', { name: nl.takeHome.forms.html.hint }));
  const written = await readFile(await (await report).path(), 'utf8');
  expect(written).toContain('<img');
  expect(written).toContain('boekenlijst');
  await gemma.button(nl.dialog.close);

  // A list from elsewhere is laid too: what is what, and which row is left out, is said before.
  await gemma.menu(nl.menu.bringIn);
  await page.getByLabel(nl.bringIn.paste).fill('soort;woorden\nschakel;Noor\nolifant;vreemd\ningrediënt;podcasts');
  await page.getByText(nl.bringIn.badRow.kind(3, 'vreemd')).waitFor();
  await gemma.button(nl.bringIn.add);
  for (const words of ['Noor', 'podcasts']) await gemma.item(words);
  if (process.env.KEEP_PICTURES) await page.screenshot({ path: 'test-results/older.png' });
});

test('a browser that is too old for all of it is told so in plain words', async () => {
  const { page } = await people.arrive('laptop');
  await withStyles(page, /container-type/g);
  await page.goto(program.url);
  await page.getByText('Deze browser is te oud voor Tafelkleed.').waitFor();
  if (process.env.KEEP_PICTURES) await page.screenshot({ path: 'test-results/too-old.png' });
  const { page: young } = await people.arrive('laptop');
  await young.goto(program.url);
  await young.getByRole('button', { name: nl.home.create }).waitFor();
  expect(await young.locator('#too-old').isVisible()).toBe(false);
});
