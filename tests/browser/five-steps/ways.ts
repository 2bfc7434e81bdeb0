import type { PositionLetter } from '../../../shared/model/schema.ts';
import { KeyboardParticipant } from '../../support/keyboard-participant.ts';
import { type Participant, rowOf } from '../../support/participant.ts';
import { openCard, type Plan, prepare } from './prepare.ts';

/** How somebody does on the cloth what a group does there: by its buttons, or in the outline without looking at any of it. */
export interface Ways {
  write(words: readonly string[]): Promise<void>;
  /** Lays a connector of this name. */
  lay(name: string): Promise<void>;
  tie(from: string, to: string): Promise<void>;
  /** Says of a tie that it is hoped for as yet. */
  hopeFor(from: string, to: string): Promise<void>;
  prepare(connector: string, plan: Plan): Promise<void>;
  /** Reads how the conversation with a connector is prepared. */
  readCard(connector: string): Promise<void>;
  closeCards(): Promise<void>;
  /** Goes along all connectors with the group, and gives each its letters. */
  goAlong(letters: ReadonlyMap<string, readonly PositionLetter[]>): Promise<void>;
}

export function waysOf(who: Participant): Ways {
  return who instanceof KeyboardParticipant ? byOutline(who) : byButtons(who);
}

function byButtons(who: Participant): Ways {
  const { text } = who;
  const { involvement, contacts, fields, guide, positions } = text;
  return {
    write: (words) => who.write(...words),
    async lay(name) {
      await who.letGo();
      await who.act('new-connector');
      await who.name(name);
    },
    async tie(from, to) {
      await who.choose(from);
      await who.act('tie');
      await who.choose(to);
      await who.button(text.tools.stop);
    },
    async hopeFor(from, to) {
      await who.button(involvement.title);
      await who.button(involvement.expected, who.page.getByRole('group', { name: involvement.tie(to, from) }));
      await who.button(involvement.close);
    },
    prepare: (connector, plan) => prepare(who, connector, plan),
    readCard: async (connector) => void (await openCard(who, connector)),
    closeCards: () => who.button(contacts.close),
    async goAlong(letters) {
      await who.letGo();
      await who.button(fields.oneByOne);
      const panel = who.page.getByRole('complementary', { name: guide.title });
      for (let at = 1; at <= letters.size; at++) {
        await panel.getByText(guide.at(at, letters.size), { exact: true }).waitFor();
        const question = await panel.getByRole('heading', { level: 3 }).textContent();
        const [, held = []] = [...letters].find(([name]) => guide.question(name) === question) ?? [];
        for (const letter of held) {
          await who.press(panel.getByRole('button', { name: positions[letter].name, pressed: false }));
        }
        if (at < letters.size) await who.button(guide.on, panel);
      }
    },
  };
}

function byOutline(who: KeyboardParticipant): Ways {
  const { page, text, outline } = who;
  /** Writes in the row that was just opened for it, and waits until that has the keyboard again. */
  const writeRow = async (words: string) => {
    const field = page.getByRole('textbox', { name: outline.words });
    await field.waitFor();
    await page.keyboard.type(words);
    await who.key('Enter');
    await field.waitFor({ state: 'detached' });
    await who.focused(rowOf(words));
  };
  return {
    async write(words) {
      await who.toOutline();
      await who.key('Home');
      for (const each of words) {
        await who.key('Insert');
        await writeRow(each);
      }
    },
    async lay(name) {
      await who.toOutline();
      await who.key('Home', 'ArrowDown', 'Insert');
      await writeRow(name);
    },
    async tie(from, to) {
      await who.goToRow(from);
      await who.key('t');
      await who.seek(to);
      await who.key('Enter');
    },
    async hopeFor(from, to) {
      await who.goToRow(from);
      await who.key('ArrowRight', 'ArrowDown');
      while (!(await who.focusedName()).includes(to)) await who.key('ArrowDown');
      await who.key('e');
    },
    async prepare(connector, plan) {
      await who.goToRow(connector);
      await who.key('o');
      const row = page.getByRole('treeitem', { name: rowOf(connector) }).first();
      await who.fill(row.getByRole('textbox', { name: text.contacts.story }), plan.story);
      if (plan.together !== undefined) {
        await who.button(text.contacts.group, row);
        await who.tick(row.getByRole('checkbox', { name: plan.together }));
      }
      await who.fill(row.getByRole('combobox', { name: text.contacts.by }), plan.by);
      await who.fill(row.getByRole('textbox', { name: text.contacts.when }), plan.when);
      await who.button(text.contacts.planned, row);
    },
    async readCard(connector) {
      await who.goToRow(connector);
      await who.key('o');
      await page.getByRole('textbox', { name: text.contacts.story }).waitFor();
    },
    async closeCards() {
      await who.key('Escape');
      await who.focused(/./);
    },
    async goAlong(letters) {
      for (const [name, held] of letters) {
        if (held.length === 0) continue;
        await who.goToRow(name);
        await who.key(...held);
      }
      await who.button(text.fields.oneByOne);
      const panel = page.getByRole('complementary', { name: text.guide.title });
      for (let at = 1; at <= letters.size; at++) {
        await panel.getByText(text.guide.at(at, letters.size), { exact: true }).waitFor();
        if (at < letters.size) await who.button(text.guide.on, panel);
      }
    },
  };
}
