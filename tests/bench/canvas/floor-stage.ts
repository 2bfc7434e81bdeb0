import type { Page } from 'playwright-core';
import type { Scene } from '../../../shared/layout/shapes.ts';
import type {} from './floor/floor.ts';
import { MOUSE, type Stage } from './steps.ts';

/** What the client's toolbars take of the window when it shows the whole cloth, px. */
const BARS = { across: 100, down: 180 } as const;

/** The floor page, made to take the same steps as the client. */
export class FloorStage implements Stage {
  readonly page: Page;
  readonly #url: string;
  readonly #scene: Scene;

  constructor(page: Page, url: string, scene: Scene) {
    this.page = page;
    this.#url = url;
    this.#scene = scene;
  }

  async open(): Promise<number> {
    await this.page.goto(this.#url);
    const at = await this.page.waitForFunction(() => window.interactiveAt);
    return (await at.jsonValue()) ?? Number.NaN;
  }

  async look(at: string): Promise<void> {
    const { items, bounds } = this.#scene;
    const { width, height } = this.page.viewportSize() ?? { width: 1, height: 1 };
    const item = items.find(({ id }) => id === at);
    const whole = { x: 0, y: 0, zoom: Math.min((width - BARS.across) / bounds.w, (height - BARS.down) / bounds.h) };
    const near = item && {
      x: item.centre[0] + width / 2 - MOUSE[0],
      y: item.centre[1] + height / 2 - MOUSE[1],
      zoom: 1,
    };
    await this.page.evaluate((view) => window.floor?.look(view), near ?? whole);
  }

  take(id: string): Promise<void> {
    return this.#hold([id]);
  }

  takeAll(): Promise<void> {
    return this.#hold(this.#scene.items.map(({ id }) => id));
  }

  async write(id: string): Promise<void> {
    await this.page.evaluate((written) => window.floor?.write(written), id);
  }

  async others(ids: readonly string[], updates: number): Promise<void> {
    await this.page.evaluate(([moved, times]) => window.floor?.remote(moved, times), [ids, updates] as const);
  }

  async close(): Promise<void> {
    await this.page.mouse.up();
  }

  async #hold(ids: readonly string[]): Promise<void> {
    await this.page.evaluate((held) => window.floor?.hold(held), ids);
    await this.page.mouse.move(...MOUSE);
    await this.page.mouse.down();
  }
}
