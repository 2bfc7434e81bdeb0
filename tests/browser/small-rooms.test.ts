import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DEVICES, type Device, gatherPeople } from '../support/browser.ts';
import { comeWith } from '../support/joining.ts';
import { flawsOf } from '../support/look.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

/** Nearly as long as a name may be. */
const LONG_NAME =
  'Samen met ouders, leerlingen en de bibliotheek een schoolbrede leescultuur opbouwen waar iedereen blij van wordt, echt';
const LYING_PHONE = { viewport: { width: 590, height: 410 } };
const HALF_WINDOW = { viewport: { width: 960, height: 540 } };
const STANDING_TABLET = { viewport: { width: 768, height: 1024 } };

const rooms: readonly [name: string, device: Device, options: object][] = [
  ['the large screen', 'screen', {}],
  ['a laptop', 'laptop', {}],
  ['half a window', 'laptop', HALF_WINDOW],
  ['a tablet', 'tablet', {}],
  ['a tablet on end', 'tablet', STANDING_TABLET],
  ['a phone', 'phone', {}],
  ['a phone on its side', 'phone', LYING_PHONE],
];

describe.each(rooms)('on %s', (_name, device, options) => {
  test('a long name makes room for the step and for who is here', async () => {
    const fred = await leading(device, options, LONG_NAME);
    expect(await outOfHand(fred)).toEqual([]);
    const { sideways, stacked } = await flawsOf(fred.page, 0);
    expect([...sideways, ...stacked]).toEqual([]);
    // So much of it is read that one knows which cloth this is.
    expect((await boxOf(nameOn(fred))).width).toBeGreaterThan(70);
  });

  test('letters of 150 and of 200 percent leave all that one works with in sight', async () => {
    const fred = await leading(device, options, 'leesplezier');
    const dialog = fred.page.getByRole('dialog');
    for (const size of [150, 200]) {
      const at = `${size} percent`;
      await enlarge(fred.page, size);
      expect(await outOfHand(fred), at).toEqual([]);
      const { sideways, stacked } = await flawsOf(fred.page, 0);
      expect([...sideways, ...stacked], at).toEqual([]);
      const crossed = await crossing(fred.page, '[data-tools] button > span, header button, [data-tools] button');
      expect(crossed, at).toEqual([]);

      await fred.button(fred.text.top.share);
      await dialog.getByRole('img', { name: fred.text.share.qrLabel }).waitFor();
      await expect.poll(() => besidePage(dialog), { message: at }).toEqual([]);
      await fred.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });
});

test('a short name takes the room it needs and leaves the step its beads', async () => {
  const fred = await leading('laptop', {}, 'leesplezier');
  const name = nameOn(fred);
  expect(await name.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBeLessThanOrEqual(0);
  await fred.page
    .getByRole('list')
    .getByRole('button', { name: fred.text.steps.named(5, '') })
    .waitFor();
});

test('on a phone on its side the tools stay low beside the hint, and the hint can be closed', async () => {
  const fred = await leading('phone', LYING_PHONE, 'leesplezier');
  const toolbar = fred.page.getByRole('group', { name: fred.text.tools.title });
  const hint = fred.page.getByText(fred.text.empty.write);
  await hint.waitFor();
  expect((await boxOf(toolbar)).height).toBeLessThan(80);
  await fred.button(fred.text.dialog.close);
  await hint.waitFor({ state: 'detached' });
});

test('where the page is low, what was just laid stays in sight above its palette', async () => {
  const gemma = await comeWith(people, 'phone', LYING_PHONE);
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await gemma.act('new-connector');
  await gemma.name('Heleen');
  const palette = gemma.page.locator('[data-palette]');
  await palette.waitFor();
  await expect
    .poll(async () => {
      const { y, h } = await gemma.boxOf('Heleen');
      return y + h - (await boxOf(palette)).y;
    })
    .toBeLessThanOrEqual(0);
});

test('who sees the page in colours of their own sees what is on, and where every paper ends', async () => {
  const fred = await leading('laptop', { forcedColors: 'active' }, 'leesplezier');
  const { page, text } = fred;
  const step = (number: 1 | 2) => page.getByRole('list').getByRole('button', { name: text.steps.named(number, '') });
  expect(await lookOf(step(1).locator('span'))).not.toEqual(await lookOf(step(2).locator('span')));

  const tool = (id: 'select' | 'tie') =>
    page.getByRole('group', { name: text.tools.title }).getByRole('button', { name: text.action[id], exact: true });
  await page.keyboard.press('Escape');
  expect(await lookOf(tool('select'))).not.toEqual(await lookOf(tool('tie')));

  for (const paper of ['header > :first-child', '[data-tools]', '[data-zoom]', 'form:has(textarea)']) {
    expect(await edgeOf(page.locator(paper)), paper).toBe('solid');
  }

  await fred.act('new-connector');
  await fred.name('Heleen');
  const letter = (name: string) => page.locator('[data-palette]').getByRole('button', { name, exact: true });
  await letter(text.positions.p.name).click();
  await expect.poll(() => letter(text.positions.p.name).getAttribute('aria-pressed')).toBe('true');
  expect(await lookOf(letter(text.positions.p.name))).not.toEqual(await lookOf(letter(text.positions.s.name)));
  expect(await edgeOf(page.locator('[data-palette]'))).toBe('solid');

  await fred.button(text.top.share);
  const onOff = page.getByRole('switch', { name: text.screen.onScreen });
  await onOff.waitFor();
  expect(await edgeOf(page.getByRole('dialog'))).toBe('solid');
  const on = await lookOf(onOff);
  await onOff.click();
  await expect.poll(() => onOff.isChecked()).toBe(false);
  expect(await lookOf(onOff)).not.toEqual(on);
});

/** Somebody who leads, with a new cloth of this name on their device. */
async function leading(device: Device, options: object, title: string): Promise<Participant> {
  const cloth = await newCloth(program.url, { title });
  const fred = await comeWith(people, device, { ...DEVICES[device], ...options });
  await fred.open(cloth.urls.facilitator);
  await fred.page.getByRole('button', { name: fred.text.action['step-on'], exact: true }).waitFor();
  await fred.saved(fred.text.saved.saved);
  return fred;
}

/** As somebody has it who asked their browser for larger letters. */
async function enlarge(page: Page, percent: number): Promise<void> {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, percent);
  // What is measured by what observes sizes comes a frame later.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Of what a group cannot do without, the buttons that are not wholly on the page or lie under something else. */
async function outOfHand({ page, text }: Participant): Promise<string[]> {
  const names = [
    text.action['step-on'],
    text.top.share,
    text.top.menu,
    text.people.atTable(1),
    text.action['new-connector'],
    text.action.tie,
    text.action.undo,
    text.capture.add,
  ];
  const missing = await Promise.all(
    names.map(async (name) => {
      const inHand = await page
        .getByRole('button', { name, exact: true })
        .first()
        .evaluate((button) => {
          const { left, top, right, bottom } = button.getBoundingClientRect();
          const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
          const at = [left + 3, (left + right) / 2, right - 3].map((x) =>
            document.elementFromPoint(x, (top + bottom) / 2),
          );
          return inside && at.every((element) => button.contains(element));
        });
      return inHand ? [] : [name];
    }),
  );
  return missing.flat();
}

/** Words that run out of the button they belong to. */
function crossing(page: Page, buttons: string): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
        .filter((element) => element.clientWidth > 2 && getComputedStyle(element).textOverflow !== 'ellipsis')
        .map((element) => element.textContent ?? ''),
    buttons,
  );
}

/** What in a dialog begins left of the page or ends right of it. */
function besidePage(dialog: Locator): Promise<string[]> {
  return dialog.evaluate((popup) =>
    [popup, ...popup.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !element.closest('svg svg, svg > *'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      })
      .map((element) => `<${element.tagName}> ${element.textContent?.slice(0, 30)}`),
  );
}

function nameOn({ page }: Participant): Locator {
  return page.getByRole('heading', { level: 1 }).getByRole('button');
}

/** The colours that tell one state from another. */
function lookOf(what: Locator): Promise<string[]> {
  return what.evaluate((element) => {
    const { backgroundColor, borderColor, outlineColor, outlineStyle } = getComputedStyle(element);
    return [backgroundColor, borderColor, `${outlineStyle} ${outlineColor}`];
  });
}

/** The line that shows where a paper ends, where shadows are not drawn. */
function edgeOf(paper: Locator): Promise<string> {
  return paper.evaluate((element) => getComputedStyle(element).outlineStyle);
}

async function boxOf(what: Locator) {
  const box = await what.boundingBox();
  if (!box) throw new Error('it is not on the page');
  return box;
}
