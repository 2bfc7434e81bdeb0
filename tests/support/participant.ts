import type { CDPSession, Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { ActionId } from '../../client/canvas/actions/action.ts';
import { nl, type Texts } from '../../client/i18n/nl.ts';
import { INITIATIVE } from '../../shared/model/schema.ts';
import type { ClothSnapshot, Item } from '../../shared/model/snapshot.ts';
import { automated, snapshotOn } from './automation.ts';
import type { Person } from './browser.ts';

/** A place on the screen, CSS px. */
export type Spot = readonly [x: number, y: number];

/** How many steps a drag takes on its way: enough to be seen as one. */
const DRAG_STEPS = 12;
/** How long something that is on its way from another page may take where much else is going on, ms. */
const PATIENCE = { timeout: 30_000, interval: 50 };
/** How far two fingers are apart to begin with, px. */
const SPAN = 60;
/** How long a hand rests before it lets go, frames. */
const REST_FRAMES = 8;
/** On pages narrower than this the bars lie at the bottom and panels over the cloth, px. */
const NARROW = 701;

/**
 * Somebody at the table who does with a device what a person would: presses what bears a certain name, types, and points
 * at words on the cloth. With fingers on a touch screen, with a mouse elsewhere.
 */
export class Participant {
  readonly person: Person;
  readonly page: Page;
  /** What this person's pages say, in their own language. */
  readonly text: Texts;
  readonly #touch: boolean;
  #fingers: CDPSession | null = null;

  constructor(person: Person, { touch, text = nl }: { readonly touch: boolean; readonly text?: Texts }) {
    this.person = person;
    this.page = person.page;
    this.text = text;
    this.#touch = touch;
  }

  /** Opens a cloth, with the automation handle on: to look with, for it cannot edit. */
  async open(link: string): Promise<void> {
    await this.page.goto(automated(link));
  }

  /** Answers the one question on arriving; a prepared seat may write the name in its own way. */
  async sitDown(name: string, seat = name): Promise<void> {
    const { name: asked, otherName } = this.text.arrival;
    await this.fill(this.page.getByLabel(asked).or(this.page.getByLabel(otherName)), name);
    await this.page.keyboard.press('Enter');
    await this.seated(seat);
  }

  /** Waits until somebody of this name has a seat. */
  async seated(name: string): Promise<void> {
    await expect.poll(async () => (await this.snapshot()).seats.map((seat) => seat.name), PATIENCE).toContain(name);
  }

  /** Waits until this page says that the group is at this step. */
  async atStep(step: number): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${this.text.steps.named(step, '')}.*\\. `) }).waitFor();
  }

  /** Loses the network; the page is not to blame for what it then cannot fetch. */
  async goOffline(): Promise<void> {
    this.person.allow(/ERR_INTERNET_DISCONNECTED|fetching the script/);
    await this.person.context.setOffline(true);
    await this.saved(this.text.saved.offline);
  }

  /** Types ingredients in the capture bar, an Enter after each. */
  async write(...texts: readonly string[]): Promise<void> {
    await this.press(this.page.getByRole('textbox', { name: this.text.capture.label }));
    for (const text of texts) {
      await this.page.keyboard.type(text);
      await this.page.keyboard.press('Enter');
    }
  }

  /** Types where words are open for writing on the cloth, and leaves them. */
  async name(words: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: this.text.canvas.words });
    await field.waitFor();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
  }

  /** Waits until the page says so of where this person's words are. */
  async saved(state: string): Promise<void> {
    await this.page
      .locator('[data-saved]')
      .filter({ hasText: new RegExp(`^${state}$`) })
      .waitFor();
  }

  /** Presses a button, by what it says; where two bars offer the same, the first. */
  async button(name: string, within: Page | Locator = this.page): Promise<void> {
    await this.press(within.getByRole('button', { name, exact: true }).first());
  }

  /** Does one of the things that can be done on the cloth. */
  act(id: ActionId): Promise<void> {
    return this.button(this.text.action[id]);
  }

  /** Who leads turns one of the ways to write on or off. */
  async writesSo(way: string): Promise<void> {
    const { how, closeHow } = this.text.steps;
    await this.button(how);
    const sheet = this.page.getByRole('dialog', { name: how });
    await this.tick(sheet.getByRole('switch', { name: way }));
    await this.button(closeHow, sheet);
  }

  /** Picks something by its words from the list of all that lies on the cloth, which is opened for it. */
  async choose(words: string): Promise<void> {
    const list = this.page.getByRole('complementary', { name: this.text.outline.title });
    if (!(await list.isVisible())) await this.openList();
    // Fingers find buttons there, all others a tree.
    const row = list.getByRole(this.#touch ? 'button' : 'treeitem', { name: rowOf(words) });
    await this.press(row.first());
    // On a phone the list lies over the cloth and its bars.
    if (this.#narrow) await this.button(this.text.outline.close, list);
  }

  /** Opens the list of all that lies on the cloth. */
  async openList(): Promise<void> {
    if (!this.#narrow) return this.button(this.text.top.outline);
    await this.menu(this.text.top.outline);
  }

  /** Opens the menu and presses one of its entries. */
  async menu(entry: string): Promise<void> {
    await this.button(this.text.top.menu);
    await this.press(this.page.getByRole('menuitem', { name: entry, exact: true }));
  }

  get #narrow(): boolean {
    return (this.page.viewportSize()?.width ?? 0) < NARROW;
  }

  /** Fills in a field, in place of what stood in it. */
  async fill(field: Locator, words: string): Promise<void> {
    await this.press(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(words);
  }

  /** Ticks a box. */
  tick(box: Locator): Promise<void> {
    return this.press(box);
  }

  press(what: Locator): Promise<void> {
    return this.#touch ? what.tap() : what.click();
  }

  /** The cloth as it is on this page now. */
  snapshot(): Promise<ClothSnapshot> {
    return vi.waitFor(async () => {
      const snapshot = await snapshotOn(this.page);
      if (!snapshot) throw new Error('No cloth is open on this page.');
      return snapshot;
    }, PATIENCE);
  }

  /** What bears these words, as soon as this page has it. */
  item(text: string): Promise<Item> {
    return vi.waitFor(async () => {
      const { items } = await this.snapshot();
      const found = items.find((item) => item.text === text);
      if (!found) throw new Error(`${text} is not on the cloth: ${items.map((item) => item.text).join(', ')}`);
      return found;
    }, PATIENCE);
  }

  /** Where on the screen the middle of these words is, or of the initiative. */
  async spotOf(text: string | typeof INITIATIVE): Promise<Spot> {
    const { x, y, w, h } = await this.boxOf(text);
    return [x + w / 2, y + h / 2];
  }

  /** Where words are shown, once they stand still: a cloth that grows glides back into view. */
  async boxOf(text: string | typeof INITIATIVE) {
    const id = text === INITIATIVE ? INITIATIVE : (await this.item(text)).id;
    const box = await this.page.evaluate(async (of) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const look = () => window.tafelkleed?.screenOf(of) ?? null;
      for (let before = look(); ; ) {
        await frame();
        const now = look();
        if (JSON.stringify(now) === JSON.stringify(before)) return now;
        before = now;
      }
    }, id);
    if (!box) throw new Error(`${text} is not on the cloth.`);
    return box;
  }

  /** Brings words to the middle of the screen, `closer` times as large. */
  async lookAt(text: string | typeof INITIATIVE, closer = 1): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 };
    const middle: Spot = [width / 2, height / 2];
    const from = await this.spotOf(text);
    if (this.#touch) {
      await this.#pinch(middle, [middle[0] - from[0], middle[1] - from[1]], 1);
      if (closer !== 1) await this.#pinch(middle, [0, 0], closer);
      return;
    }
    await this.page.mouse.move(...middle);
    await this.page.mouse.wheel(from[0] - middle[0], from[1] - middle[1]);
  }

  async tap([x, y]: Spot): Promise<void> {
    if (this.#touch) await this.page.touchscreen.tap(x, y);
    else await this.page.mouse.click(x, y);
  }

  /** Selects one thing, and lets go first of what was selected before: its palette may lie over this. */
  async select(text: string): Promise<void> {
    await this.letGo();
    await this.tap(await this.spotOf(text));
  }

  /** Lets go of what is selected: by its button where there is one. */
  async letGo(): Promise<void> {
    if (!this.#touch) return this.page.keyboard.press('Escape');
    const button = this.page.getByRole('button', { name: this.text.action.escape, exact: true });
    // On a phone it takes the place of the tools, a moment after something is selected: until then there is nothing to do.
    if ((this.#narrow && (await this.#selects())) || (await button.isVisible())) await this.press(button);
  }

  /** Whether anything is seen to be selected. */
  #selects(): Promise<boolean> {
    return this.page.evaluate(() => (window.tafelkleed?.selection().length ?? 0) > 0);
  }

  async doubleTap(spot: Spot): Promise<void> {
    await this.tap(spot);
    await this.tap(spot);
  }

  /** Opens words by a double tap. On a busy machine the second tap may come too late to be one: then once more. */
  async openWords(spot: Spot): Promise<void> {
    const field = this.page.getByRole('textbox', { name: this.text.canvas.words });
    const isOpen = async () => {
      await this.doubleTap(spot);
      return field.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    };
    await expect.poll(isOpen, PATIENCE).toBe(true);
  }

  /** Drags from one spot to another, by finger or mouse. */
  async drag(from: Spot, to: Spot): Promise<void> {
    if (this.#touch) return this.#fingersAlong([from], [to]);
    await this.page.mouse.move(...from);
    await this.page.mouse.down();
    await this.page.mouse.move(...to, { steps: DRAG_STEPS });
    await this.page.mouse.up();
  }

  /** Two fingers that move over the screen together, and come to stand `wider` times as far apart. */
  #pinch([x, y]: Spot, [dx, dy]: Spot, wider: number): Promise<void> {
    const half = SPAN / 2;
    return this.#fingersAlong(
      [
        [x - half, y],
        [x + half, y],
      ],
      [
        [x + dx - half * wider, y + dy],
        [x + dx + half * wider, y + dy],
      ],
    );
  }

  /** Playwright's own touch screen can only tap. */
  async #fingersAlong(from: readonly Spot[], to: readonly Spot[]): Promise<void> {
    this.#fingers ??= await this.person.context.newCDPSession(this.page);
    const fingers = this.#fingers;
    const at = (part: number) =>
      from.map(([x, y], id) => {
        const [toX, toY] = to[id] ?? [x, y];
        return { x: x + (toX - x) * part, y: y + (toY - y) * part, id };
      });
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (let step = 1; step <= DRAG_STEPS; step++) {
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / DRAG_STEPS) });
    }
    // A hand comes to rest before it lets go. Lifted in mid-swing, the browser takes the next tap for the end of that swing.
    await this.page.evaluate(restFor, REST_FRAMES);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

/** In the list a row is called by its words, its letters and what it is tied to. */
export function rowOf(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Resolves after so many frames of the page it runs in. */
function restFor(frames: number): Promise<void> {
  return new Promise((rested) => {
    const frame = (left: number) => (left === 0 ? rested() : void requestAnimationFrame(() => frame(left - 1)));
    frame(frames);
  });
}
