import type { BrowserContextOptions } from 'playwright-core';
import { expect } from 'vitest';
import { DEVICES, type Device, type People } from './browser.ts';
import { Participant } from './participant.ts';

/** Who comes: with which device, by which link, and under which name when they take part. */
export type Guest = readonly [device: Device, link: string, name?: string];

/** People with a cloth open. The pages load at the same time; then all sit down one after the other, in this order. */
export async function gatherAt<const Guests extends readonly Guest[]>(
  people: People,
  guests: Guests,
): Promise<{ -readonly [At in keyof Guests]: Participant }> {
  const all = await Promise.all(
    guests.map(async ([device, link]) => {
      const guest = await comeWith(people, device);
      await guest.open(link);
      return guest;
    }),
  );
  for (const [at, [, , name]] of guests.entries()) if (name !== undefined) await all[at]?.sitDown(name);
  return all as { -readonly [At in keyof Guests]: Participant };
}

/** Somebody with a device, who uses it as one does. Any option of a browser context may be given. */
export async function comeWith(people: People, device: Device, options?: BrowserContextOptions): Promise<Participant> {
  return new Participant(await people.arrive(device, options), { touch: 'hasTouch' in DEVICES[device] });
}

/** The two ways to join and the link for a shared screen, as the dialog offers them. */
export interface Invitations {
  readonly code: string;
  readonly participant: string;
  readonly viewer: string;
}

/** Opens the dialog that invites, reads it and closes it again. */
export async function invitations(host: Participant): Promise<Invitations> {
  await host.button(host.text.top.share);
  const dialog = host.page.getByRole('dialog');
  // A screen reader hears the code character by character.
  const code = await dialog.getByRole('status', { name: /^(\S ){6}\S$/ }).textContent();
  const link = async (label: string) => {
    const field = dialog.getByRole('textbox', { name: label });
    await expect.poll(() => field.inputValue()).toMatch(/^http/);
    return field.inputValue();
  };
  const links = { participant: await link(host.text.share.participant), viewer: await link(host.text.share.viewer) };
  await host.button(host.text.dialog.close, dialog);
  return { code: code ?? '', ...links };
}

/** From the home page, with the code typed as one hears it; as far as the question for a name. */
export async function joinByCode(guest: Participant, home: string, code: string): Promise<void> {
  await guest.page.goto(home);
  await guest.press(guest.page.getByRole('button', { name: guest.text.home.join }));
  await guest.fill(guest.page.getByLabel(guest.text.join.code), code.toLowerCase());
  await guest.button(guest.text.join.submit);
  await guest.page.waitForURL(/\/c\//);
  await guest.open(guest.page.url());
}

/** A facilitator, whom nobody asked for a name, sits down to write along; few are at the table as yet. */
export async function takeSeat(host: Participant, name: string): Promise<void> {
  const atTable = [1, 2, 3].map((count) => `^${host.text.people.atTable(count)}$`);
  await host.press(host.page.getByRole('button', { name: new RegExp(atTable.join('|')) }));
  await host.fill(host.page.getByLabel(host.text.people.changeName), name);
  await host.page.keyboard.press('Enter');
  await host.seated(name);
  await host.page.keyboard.press('Escape');
}
