import type { Locator } from 'playwright-core';
import type { ActionId } from '../../client/canvas/actions/action.ts';
import { actionById } from '../../client/canvas/actions/table.ts';
import type { Texts } from '../../client/i18n/nl.ts';
import type { Person } from './browser.ts';
import { Participant, type Spot } from './participant.ts';

/** After so many presses of Tab one has been round any page twice. */
const TWICE_ROUND = 300;

/** Somebody who has no mouse and no touch screen: everything is reached with Tab and the arrows, and done with keys. */
export class KeyboardParticipant extends Participant {
  constructor(person: Person, text: Texts) {
    super(person, { touch: false, text });
  }

  /** By its shortcut, which works wherever one is not typing. */
  override async act(id: ActionId): Promise<void> {
    const [keys] = actionById(id).keys;
    if (keys === undefined) return super.act(id);
    const parts = keys.split('+').map((part) => (part === 'mod' ? 'Control' : part === 'shift' ? 'Shift' : part));
    await this.page.keyboard.press(parts.join('+'));
  }

  override async press(what: Locator): Promise<void> {
    await this.#reach(what);
    const typing = await what.evaluate((element) => element.matches('input:not([type=checkbox]), textarea'));
    if (!typing) await this.page.keyboard.press('Enter');
  }

  override async tick(box: Locator): Promise<void> {
    await this.#reach(box);
    await this.page.keyboard.press(' ');
  }

  override tap([x, y]: Spot): Promise<void> {
    return Promise.reject(new Error(`Without a mouse nothing can be pointed at: (${x}, ${y}).`));
  }

  /** Goes on until the focus is there, as one who sees the page would: arrows within a menu, Tab everywhere else. */
  async #reach(what: Locator): Promise<void> {
    await what.waitFor();
    const inMenu = await what.evaluate((element) => element.closest('[role="menu"]') !== null);
    if (!inMenu) {
      const ahead = await what.evaluate(tabsAhead);
      if (ahead < 0) await this.page.keyboard.down('Shift');
      // A quick hand: the browser takes its presses in order, and none of them waits for what the page makes of the last.
      await Promise.all(Array.from({ length: Math.abs(ahead) }, () => this.page.keyboard.press('Tab')));
      if (ahead < 0) await this.page.keyboard.up('Shift');
    }
    for (let pressed = 0; pressed < TWICE_ROUND; pressed++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(inMenu ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`No way there by keyboard: ${what}`);
  }
}

/**
 * About how many presses of Tab away something is, as one sees who looks ahead; backwards when that is nearer. Runs in
 * the page. Only an estimate: what counts is where the focus then is.
 */
function tabsAhead(wanted: Element): number {
  const stops = [...document.querySelectorAll('a[href], button, input, textarea, select, [tabindex]')].filter(
    (element) =>
      element instanceof HTMLElement &&
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [inert] *') &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  const from = document.activeElement ? stops.indexOf(document.activeElement) : -1;
  const to = stops.indexOf(wanted);
  return from < 0 || to < 0 ? 0 : to - from;
}
