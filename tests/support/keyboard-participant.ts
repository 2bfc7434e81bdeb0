import type { Locator } from 'playwright-core';
import type { ActionId } from '../../client/canvas/actions/action.ts';
import { actionById } from '../../client/canvas/actions/table.ts';
import { en } from '../../client/i18n/en.ts';
import type { Texts } from '../../client/i18n/nl.ts';
import { outlineEn } from '../../client/panels/outline/en.ts';
import { type OutlineTexts, outlineNl } from '../../client/panels/outline/nl.ts';
import type { Person } from './browser.ts';
import { Participant, rowOf, type Spot } from './participant.ts';

/** After so many presses of Tab one has been round any page twice. */
const TWICE_ROUND = 300;

/**
 * Somebody who has no mouse and no touch screen, and looks at no pixel: the cloth is the outline, buttons are reached with F6
 * and Tab, and what happens is what the page says in its live regions.
 */
export class KeyboardParticipant extends Participant {
  readonly outline: OutlineTexts;
  /** How many keys were pressed so far, beside the letters of words that are written. */
  keys = 0;

  constructor(person: Person, text: Texts) {
    super(person, { touch: false, text });
    this.outline = text === en ? outlineEn : outlineNl;
  }

  override async open(link: string): Promise<void> {
    await this.page.addInitScript(recordWhatIsSaid);
    await super.open(link);
  }

  /** Whoever uses a screen reader goes about the page before anything else. */
  override async seated(seat: string): Promise<void> {
    await super.seated(seat);
    await this.key('F6');
    await this.page.locator('[data-announced]').waitFor({ state: 'attached' });
  }

  /** All that the page said in its live regions so far. */
  heard(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.said ?? []);
  }

  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keys++;
      await this.page.keyboard.press(key);
    }
  }

  /** By its shortcut; those that are one letter work in the outline and on the cloth. */
  override async act(id: ActionId): Promise<void> {
    const [keys] = actionById(id).keys;
    if (keys === undefined || keys.startsWith('Page')) return super.act(id);
    const parts = keys.split('+').map((part) => (part === 'mod' ? 'Control' : part === 'shift' ? 'Shift' : part));
    await this.key(parts.join('+'));
  }

  override async press(what: Locator): Promise<void> {
    await this.reach(what);
    const typing = await what.evaluate((element) => element.matches('input:not([type=checkbox]), textarea'));
    if (!typing) await this.key('Enter');
  }

  override async tick(box: Locator): Promise<void> {
    await this.reach(box);
    await this.key(' ');
  }

  override tap([x, y]: Spot): Promise<void> {
    return Promise.reject(new Error(`Without a mouse nothing can be pointed at: (${x}, ${y}).`));
  }

  override async choose(words: string): Promise<void> {
    await this.goToRow(words);
    await this.key('Enter');
  }

  /** Takes the keyboard to the outline, which is opened for it. */
  async toOutline(): Promise<void> {
    const tree = this.page.getByRole('tree');
    if (!(await tree.isVisible())) {
      await this.openList();
      await tree.waitFor();
    } else if (!(await this.#isIn(tree))) await this.reach(tree.locator('[tabindex="0"]'));
    await this.focused(/./);
  }

  /** Takes the keyboard to a row of the outline, by the letters its words begin with. */
  async goToRow(words: string): Promise<void> {
    await this.toOutline();
    if (rowOf(words).test(await this.focusedName())) return;
    await this.key('/');
    await this.seek(words);
    await this.key('Enter');
  }

  /** Types letters until the row that begins with these words has the keyboard. */
  async seek(words: string): Promise<void> {
    for (const letter of words) {
      await this.key(letter);
      if (rowOf(words).test(await this.focusedName())) return;
    }
    throw new Error(`No row in the outline begins with ${words}: it came to ${await this.focusedName()}.`);
  }

  /** Waits until a row of this name has the keyboard. */
  async focused(name: RegExp): Promise<void> {
    await this.page.waitForFunction((pattern) => {
      const row = document.activeElement;
      return row?.getAttribute('role') === 'treeitem' && new RegExp(pattern).test(row.getAttribute('aria-label') ?? '');
    }, name.source);
  }

  /** What has the keyboard is called so. */
  focusedName(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  }

  #isIn(what: Locator): Promise<boolean> {
    return what.evaluate((element) => element.contains(document.activeElement));
  }

  /** Goes on until the focus is there, as one who knows the page would: arrows within a menu, F6 and Tab everywhere else. */
  async reach(what: Locator): Promise<void> {
    await what.waitFor();
    const inMenu = await what.evaluate((element) => element.closest('[role="menu"]') !== null);
    if (!inMenu) {
      const { regions, tabs } = await what.evaluate(wayTo);
      // A quick hand: the browser takes its presses in order, and none of them waits for what the page makes of the last.
      for (const [key, times] of [
        [regions < 0 ? 'Shift+F6' : 'F6', regions],
        [tabs < 0 ? 'Shift+Tab' : 'Tab', tabs],
      ] as const) {
        await this.key(...Array.from({ length: Math.abs(times) }, () => key));
      }
    }
    for (let pressed = 0; pressed < TWICE_ROUND; pressed++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await this.key(inMenu ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`No way there by keyboard: ${what}`);
  }
}

/**
 * About how many presses of F6 and then of Tab away something is, as one knows who knows the page; backwards when that is
 * nearer. Runs in the page. Only an estimate: what counts is where the focus then is.
 */
function wayTo(wanted: Element): { readonly regions: number; readonly tabs: number } {
  const REGIONS =
    '.cloth-canvas, header:not(aside *), [data-tools], aside, [data-legend], form:has(textarea):not(aside *), [data-zoom], [data-palette]';
  const isThere = (element: Element) =>
    element.getClientRects().length > 0 &&
    getComputedStyle(element).visibility !== 'hidden' &&
    !element.closest('[inert]');
  const stops = [...document.querySelectorAll('a[href], button, input, textarea, select, [tabindex]')].filter(
    (element) =>
      element instanceof HTMLElement && element.tabIndex >= 0 && !element.matches(':disabled') && isThere(element),
  );
  const to = stops.indexOf(wanted);
  const now = document.activeElement;
  const direct = now ? to - stops.indexOf(now) : Infinity;
  const regions = [...document.querySelectorAll(REGIONS)].filter(isThere);
  const from = regions.findLastIndex((region) => region.contains(now));
  const at = regions.findLastIndex((region) => region.contains(wanted));
  const region = regions[at];
  const first =
    region?.querySelector('[role="treeitem"][tabindex="0"]') ?? stops.find((stop) => region?.contains(stop));
  const fits = !wanted.closest('[role="dialog"]') && from >= 0 && first !== undefined;
  const there = fits ? to - stops.indexOf(first) : Infinity;
  if (fits && from !== at && Math.abs(at - from) + Math.abs(there) < Math.abs(direct)) {
    return { regions: at - from, tabs: there };
  }
  return { regions: 0, tabs: Number.isFinite(direct) && now && stops.includes(now) && to >= 0 ? direct : 0 };
}

declare global {
  interface Window {
    said?: string[];
  }
}

/** Runs in the page before it: notes what a screen reader is given to say. */
function recordWhatIsSaid(): void {
  const said: string[] = [];
  window.said = said;
  const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
  const look = (records: readonly MutationRecord[]) => {
    for (const { target } of records) {
      const at = target instanceof Element ? target : target.parentElement;
      const words = at?.closest(LIVE)?.textContent?.trim() ?? '';
      if (words !== '' && words !== said.at(-1)) said.push(words);
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}
