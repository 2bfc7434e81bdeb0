import puppeteer from 'puppeteer-core';
import { FIREFOX } from '../system-parts.ts';
import type { Engine } from './engine.ts';

/** As large as a laptop. */
const WINDOW = { width: 1366, height: 768 } as const;
const DRAG_STEPS = 6;

/** Firefox without a window, over WebDriver BiDi. */
export async function startFirefox(): Promise<Engine> {
  const executablePath = FIREFOX.find();
  if (executablePath === null) throw new Error('Its tests are skipped where it is not there.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: WINDOW,
    extraPrefsFirefox: { 'intl.accept_languages': 'nl-NL, nl' },
  });
  const page = await browser.newPage();
  const { keyboard, mouse } = page;
  return {
    open: async (url) => {
      await page.goto(url);
    },
    run: (inPage, ...args) => page.evaluate(inPage as never, ...(args as never)) as never,
    type: (words) => keyboard.type(words),
    async key(key, control = false) {
      if (control) await keyboard.down('Control');
      await keyboard.press(key);
      if (control) await keyboard.up('Control');
    },
    press: (x, y) => mouse.click(x, y),
    async drag(from, to) {
      await mouse.move(...from);
      await mouse.down();
      await mouse.move(...to, { steps: DRAG_STEPS });
      await mouse.up();
    },
    shot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
