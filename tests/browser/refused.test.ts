import { expect, test } from 'vitest';
import { startServer } from '../server/support.ts';
import { automated, wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { newCloth } from '../support/program.ts';

const people = gatherPeople();

test('a page that the server cannot take more from says so in words, and has it all when it is loaded again', async () => {
  const server = await startServer({ limits: { messagesPerSecond: 5, slowedWarnMs: 200, slowedCloseMs: 800 } });
  const cloth = await newCloth(server.url, { title: 'Leesplezier' });
  const { page } = await people.arrive('laptop');
  await page.goto(automated(cloth.urls.facilitator));
  const field = page.getByRole('textbox', { name: 'Nieuw ingrediënt' });
  const notice = page.getByRole('alertdialog');
  const written: string[] = [];
  await field.fill('woord 0');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Caroline');
  await page.keyboard.press('Enter');
  for (let nth = 1; nth <= 60 && !(await notice.isVisible()); nth++) {
    await field.fill(`woord ${nth}`);
    await field.press('Enter');
  }
  await notice.getByRole('heading', { name: 'Even rust' }).waitFor();
  written.push(...(await wordsOn(page)));
  expect(written.length).toBeGreaterThan(10);
  await notice.getByRole('button', { name: 'Laad opnieuw' }).click();
  await expect.poll(() => wordsOn(page)).toEqual(written);
  await page.getByText('Alles is bewaard').waitFor();
});

test('a cloth that is full says so in words, and what was written last stays on the device', async () => {
  const server = await startServer({ limits: { clothBytes: 12_000 } });
  const cloth = await newCloth(server.url, { title: 'Leesplezier' });
  const { page } = await people.arrive('laptop');
  await page.goto(automated(cloth.urls.participant));
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('Caroline');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Nieuw ingrediënt' });
  const notice = page.getByRole('alertdialog');
  for (let nth = 1; nth <= 60 && !(await notice.isVisible()); nth++) {
    await field.fill(`${nth} ${'film '.repeat(90)}`);
    await field.press('Enter');
  }
  await notice.getByRole('heading', { name: 'Dit tafelkleed is vol' }).waitFor();
  const written = await wordsOn(page);
  // The copy on this device holds more than the server took in.
  await page.reload();
  await notice.getByRole('heading', { name: 'Dit tafelkleed is vol' }).waitFor();
  await expect.poll(() => wordsOn(page)).toEqual(written);
});
