import type { Page } from 'playwright-core';
import type { Automation } from '../../../client/canvas/board/automation.ts';
import { PRESENCE_INTERVAL_MS } from '../../../shared/model/protocol.ts';
import { stockClient } from '../../support/stock-client.ts';
import { MOUSE, type Stage } from './steps.ts';

type ClothWindow = Window & { tafelkleed?: Automation; interactiveAt?: number };

export interface OpenedCloth {
  /** Of the page, with the automation handle on. */
  readonly address: string;
  /** Of the server. */
  readonly url: string;
  readonly id: string;
  readonly key: string;
  /** How many things lie there, and which of them is written in. */
  readonly items: number;
  readonly written: string;
}

/** The real client on a real server, with one more person at the table whose page is a stock Yjs client. */
export class ClothStage implements Stage {
  readonly page: Page;
  readonly #cloth: OpenedCloth;
  readonly #other: ReturnType<typeof stockClient>;

  constructor(page: Page, cloth: OpenedCloth) {
    this.page = page;
    this.#cloth = cloth;
    this.#other = stockClient(cloth.url, cloth.id, cloth.key);
    this.#other.provider.awareness.setLocalState({
      user: { name: 'Heleen', colour: '#15803d', seat: null, role: 'participant' },
    });
  }

  async open(): Promise<number> {
    await this.page.addInitScript((items) => {
      const look = () => {
        const { tafelkleed } = window as ClothWindow;
        // One frame after the cloth is whole it has been drawn, and hands are listened to.
        if ((tafelkleed?.snapshot().items.length ?? 0) < items) requestAnimationFrame(look);
        else requestAnimationFrame(() => setTimeout(() => Object.assign(window, { interactiveAt: performance.now() })));
      };
      requestAnimationFrame(look);
    }, this.#cloth.items);
    await this.page.goto(this.#cloth.address);
    const at = await this.page.waitForFunction(() => (window as ClothWindow).interactiveAt);
    return (await at.jsonValue()) ?? Number.NaN;
  }

  async look(at: string): Promise<void> {
    if (at === 'whole') {
      await this.page.evaluate(() => (window as ClothWindow).tafelkleed?.camera.fit());
    } else {
      await this.page.evaluate(
        ([id, x, y]) => {
          const item = (window as ClothWindow).tafelkleed?.snapshot().items.find((one) => one.id === id);
          if (!item) throw new Error(`no ${id} on the cloth`);
          const view = { x: item.pos[0] + innerWidth / 2 - x, y: item.pos[1] + innerHeight / 2 - y, zoom: 1 };
          (window as ClothWindow).tafelkleed?.camera.set(view);
        },
        [at, ...MOUSE] as const,
      );
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
    await this.take(this.#cloth.written);
  }

  async write(id: string): Promise<void> {
    await this.page.mouse.dblclick(...(await this.#middleOf(id)));
    await this.page.waitForFunction(() => document.activeElement?.classList.contains('cloth-words'));
  }

  others(ids: readonly string[], updates: number): Promise<void> {
    return new Promise((done) => {
      let nth = 0;
      const timer = setInterval(() => {
        nth++;
        this.#other.provider.awareness.setLocalStateField('drag', nth === updates ? null : { ids, by: [nth * 2, nth] });
        if (nth < updates) return;
        clearInterval(timer);
        done();
      }, PRESENCE_INTERVAL_MS);
    });
  }

  async #middleOf(id: string): Promise<[number, number]> {
    const box = await this.page.evaluate((item) => (window as ClothWindow).tafelkleed?.screenOf(item), id);
    if (!box) throw new Error(`no ${id} on the screen`);
    return [box.x + box.w / 2, box.y + box.h / 2];
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    this.#other.leave();
  }
}
