import type { CDPSession, Page } from 'playwright-core';

/** A place on the screen, CSS px. */
export type Spot = readonly [x: number, y: number];

/** A finger that lies on the screen, and how broad, px. */
interface Lying {
  readonly at: Spot;
  readonly breadth: number;
}

/**
 * Several fingers and a pen on one screen, each put down, moved and lifted by itself, as Chromium gets them from a real one:
 * Playwright's own touch screen can only tap with one.
 */
export class ManyHands {
  readonly #wire: CDPSession;
  readonly #lying = new Map<number, Lying>();
  #pen: Spot | null = null;

  private constructor(wire: CDPSession) {
    this.#wire = wire;
  }

  static async of(page: Page): Promise<ManyHands> {
    return new ManyHands(await page.context().newCDPSession(page));
  }

  async down(finger: number, at: Spot, breadth = 20): Promise<void> {
    this.#lying.set(finger, { at, breadth });
    await this.#touch('touchStart', this.#lying);
  }

  async move(finger: number, at: Spot): Promise<void> {
    this.#lying.set(finger, { at, breadth: this.#lying.get(finger)?.breadth ?? 20 });
    await this.#touch('touchMove', this.#lying);
  }

  async up(finger: number): Promise<void> {
    // Here Chromium wants to hear of what is lifted.
    const lifted = [...this.#lying].filter(([id]) => id === finger);
    this.#lying.delete(finger);
    await this.#touch('touchEnd', lifted);
  }

  async penDown(at: Spot): Promise<void> {
    await this.#penTo('mouseMoved', at, 0);
    await this.#penTo('mousePressed', at, 1);
  }

  penMove(at: Spot): Promise<void> {
    return this.#penTo('mouseMoved', at, 1);
  }

  async penUp(): Promise<void> {
    if (this.#pen) await this.#penTo('mouseReleased', this.#pen, 0);
  }

  async #penTo(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', at: Spot, buttons: number): Promise<void> {
    this.#pen = at;
    const [x, y] = at;
    const button = type === 'mouseMoved' ? 'none' : 'left';
    await this.#wire.send('Input.dispatchMouseEvent', {
      ...{ type, x, y, buttons, button, clickCount: 1, force: 0.5 },
      pointerType: 'pen',
    });
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', of: Iterable<[number, Lying]>): Promise<void> {
    const touchPoints = [...of].map(
      ([
        id,
        {
          at: [x, y],
          breadth,
        },
      ]) => ({
        ...{ id, x, y },
        ...{ radiusX: breadth / 2, radiusY: breadth / 2 },
      }),
    );
    await this.#wire.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
