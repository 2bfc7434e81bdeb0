import { expect } from 'vitest';
import type { Participant } from './participant.ts';

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
  const code = await dialog.getByRole('status', { name: /^(\S ){5}\S$/ }).textContent();
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

/** A facilitator, whom nobody asked for a name, sits down to write along; alone at the table as yet. */
export async function takeSeat(host: Participant, name: string): Promise<void> {
  await host.button(host.text.people.atTable(1));
  await host.fill(host.page.getByLabel(host.text.people.changeName), name);
  await host.page.keyboard.press('Enter');
  await host.seated(name);
  await host.page.keyboard.press('Escape');
}
