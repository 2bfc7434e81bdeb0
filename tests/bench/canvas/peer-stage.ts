import type { Page } from 'playwright-core';
import type { InHand } from './big-cloth.ts';
import type {} from './peers/peer.ts';
import { MOUSE, type Stage } from './steps.ts';

/** What its bars take of the window when the whole cloth is shown, px. */
const BARS = { across: 100, down: 180 } as const;
const WORDS = 'textarea, [contenteditable="true"]';

/** The page of another program, made to take the same steps as the client. */
export class PeerStage implements Stage {
  readonly page: Page;
  readonly #url: string;
  readonly #bounds: { readonly w: number; readonly h: number };
  readonly #written: string;

  constructor(page: Page, url: string, bounds: { readonly w: number; readonly h: number }, { written }: InHand) {
    this.page = page;
    this.#url = url;
    this.#bounds = bounds;
    this.#written = written;
  }

  async open(): Promise<number> {
    // Neither is to call home, nor to wait for what would come from there.
    await this.page.route(/^https:/, (route) => route.fulfill({ status: 204, body: '' }));
    await this.page.goto(this.#url);
    const at = await this.page.waitForFunction(() => window.interactiveAt, undefined, { timeout: 120_000 });
    return (await at.jsonValue()) ?? Number.NaN;
  }

  /** What the program makes of the things that were laid in it, in its own form. */
  async kept(): Promise<unknown> {
    await this.open();
    return this.page.evaluate(() => window.peer?.kept());
  }

  async look(at: string): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 1, height: 1 };
    const zoom = Math.min((width - BARS.across) / this.#bounds.w, (height - BARS.down) / this.#bounds.h);
    await this.page.evaluate((whole) => window.peer?.look({ x: 0, y: 0, zoom: whole }), at === 'whole' ? zoom : 1);
    if (at !== 'whole') {
      const [x, y] = await this.#middleOf(at);
      const view = { x: x - MOUSE[0], y: y - MOUSE[1], zoom: 1 };
      await this.page.evaluate((aimed) => window.peer?.look(aimed), view);
    }
    await this.page.waitForTimeout(500);
  }

  async take(id: string): Promise<void> {
    await this.page.mouse.move(...(await this.#middleOf(id)));
    await this.page.mouse.down();
  }

  async takeAll(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Control+a');
    await this.take(this.#written);
  }

  async write(id: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.dblclick(...(await this.#middleOf(id)));
    await this.page.waitForFunction((words) => document.activeElement?.matches(words), WORDS);
  }

  async others(ids: readonly string[], updates: number): Promise<void> {
    await this.page.evaluate(([moved, times]) => window.peer?.remote(moved, times), [ids, updates] as const);
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  async #middleOf(id: string): Promise<[number, number]> {
    const at = await this.page.evaluate((thing) => window.peer?.middleOf(thing), id);
    if (!at) throw new Error(`no ${id} on the screen`);
    return [...at];
  }
}
