/**
 * `npm run icons`: draws the icon of an installed app from client/public/icon.svg in the sizes that devices ask for, and
 * takes the two pictures of the example that an app shop shows. Run when the icon or the look of the cloth changes; what it
 * makes stands in client/public/icons/.
 */
import { mkdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { nl } from '../client/i18n/nl.ts';
import { launchBrowser } from '../tests/support/chromium.ts';
import { startProgram } from '../tests/support/program.ts';

const FOLDER = 'client/public/icons';
const SQUARES = [
  { name: 'icon-192', side: 192, plain: false },
  { name: 'icon-512', side: 512, plain: false },
  // Both are cut to a shape by the device: the ground goes on to the corners.
  { name: 'maskable-512', side: 512, plain: true },
  { name: 'touch-180', side: 180, plain: true },
] as const;
/** Of an icon that is cut to a shape only the middle four fifths are sure to be seen. */
const SAFE = 0.8;
const GROUND = '#3b2a20';

await mkdir(FOLDER, { recursive: true });
const browser = await launchBrowser();
const program = await startProgram();
try {
  const svg = await readFile('client/public/icon.svg', 'utf8');
  for (const { name, side, plain } of SQUARES) {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    const inner = plain ? side * SAFE : side;
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${plain ? GROUND : 'transparent'}">
        <div style="width:${inner}px;height:${inner}px">${svg}</div>`,
    );
    await page.screenshot({ path: `${FOLDER}/${name}.png`, omitBackground: true });
    await page.close();
  }
  for (const [name, viewport] of [
    ['wide', { width: 1366, height: 768 }],
    ['narrow', { width: 390, height: 844 }],
  ] as const) {
    const context = await browser.newContext({ locale: 'nl-NL', viewport, hasTouch: name === 'narrow' });
    const page = await context.newPage();
    await openExample(page);
    await page.screenshot({ path: `${FOLDER}/${name}.jpg`, quality: 82 });
    await context.close();
  }
} finally {
  await browser.close();
  await program.close();
}

async function openExample(page: Page): Promise<void> {
  await page.goto(program.url);
  await page.getByRole('button', { name: new RegExp(nl.home.example) }).click();
  await page.waitForURL(/\/c\//);
  await page.locator('[data-saved][data-state=saved]').waitFor();
  await page.evaluate(() => document.fonts.ready);
}
