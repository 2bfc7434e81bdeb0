import { expect } from 'vitest';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { Language } from '../../../shared/text/language.ts';
import { invitations, joinByCode, takeSeat } from '../../support/joining.ts';
import type { Participant } from '../../support/participant.ts';
import { atStep, type Cast, everyone, SOON, writers } from './cast.ts';
import { piledUp, positionsOf, readable, type Story, storyOf, tiesOf } from './story.ts';
import { waysOf } from './ways.ts';

/** Called when the whole group has arrived somewhere, for who wants to look. */
export type Look = (scene: string) => Promise<void>;

/** The button that shows how much time is left: minutes and seconds. */
const RUNNING_TIME = /\d:\d\d/;

/**
 * The literature-teaching case, played through all five steps by whatever way of working the cast has: every move is
 * one of `Participant`. Ends with the cloth of the example, which the group has then made itself.
 */
export async function playFiveSteps(cast: Cast, home: string, language: Language, look: Look): Promise<void> {
  const story = storyOf(language);
  await sitDownTogether(cast, home);
  await initiative(cast, story, look);
  await ingredients(cast, story, look);
  await connectors(cast, story, look);
  await contacts(cast, story, look);
  await positions(cast, story, look);
}

/** Gemma lays a cloth and invites; the others come by link, or by the code that stands on the shared screen. */
async function sitDownTogether(cast: Cast, home: string): Promise<void> {
  const { gemma, caroline, heleen, theo, screen } = cast;
  await gemma.page.goto(home);
  await gemma.button(gemma.text.home.create);
  await gemma.page.waitForURL(/\/c\//);
  await gemma.open(gemma.page.url());
  await takeSeat(gemma, 'Gemma');
  const { participant, viewer } = await invitations(gemma);
  await screen.open(viewer);
  const code = await codeOn(screen);
  await Promise.all([caroline.open(participant), joinByCode(heleen, home, code), theo.open(participant)]);
  // One after the other, so that all sit where they sit in the example.
  await caroline.sitDown('Caroline');
  await heleen.sitDown('Heleen');
  await theo.sitDown('Theo');
  await everyone(cast, ({ seats }) => seats.flatMap(({ name }) => name || []).sort(), [
    'Caroline',
    'Gemma',
    'Heleen',
    'Theo',
  ]);
}

/** The code that stands on the shared screen since Gemma invited, with its picture to scan. */
async function codeOn({ page, text }: Participant): Promise<string> {
  const paper = page.getByRole('region', { name: text.screen.join });
  await paper.getByRole('img', { name: text.screen.joinQr }).waitFor();
  return (await paper.getByRole('status').textContent()) ?? '';
}

async function initiative(cast: Cast, story: Story, look: Look): Promise<void> {
  const { gemma } = cast;
  await atStep(cast, 1);
  await gemma.button(gemma.text.steps.name);
  await gemma.name(story.initiative);
  await everyone(cast, (cloth) => cloth.initiative, story.initiative);
  await look('initiative');
}

/** Everyone writes, in silence and with the others' words out of sight, until time is up and all is shown at once. */
async function ingredients(cast: Cast, story: Story, look: Look): Promise<void> {
  const { gemma, theo, screen } = cast;
  const { steps, timer } = gemma.text;
  await gemma.act('step-on');
  await atStep(cast, 2);
  await gemma.writesSo(steps.quiet);
  await gemma.writesSo(steps.hide);
  await gemma.button(timer.set);
  await gemma.tick(gemma.page.getByRole('switch', { name: timer.hold }));
  await gemma.button(timer.start);
  await gemma.button(steps.close);
  await theo.page.getByRole('button', { name: RUNNING_TIME }).waitFor();

  await Promise.all(writers(cast).map(([name, who]) => waysOf(who).write(story.wrote.get(name) ?? [])));
  const all = [...story.wrote.values()].flat();
  await everyone(cast, ({ items }) => items.length, all.length);
  const own = story.wrote.get('Theo') ?? [];
  await expect.poll(async () => readable(await theo.snapshot()), SOON).toEqual([...own].sort());
  await expect.poll(async () => readable(await screen.snapshot()), SOON).toEqual([]);
  await look('ingredients-quiet');

  // Time is up: hands off, until Gemma goes on.
  await gemma.press(gemma.page.getByRole('button', { name: RUNNING_TIME }));
  await gemma.button(timer.end);
  await gemma.button(steps.close);
  await theo.page.getByText(theo.text.steps.heldText).waitFor();
  await gemma.button(steps.goOn);
  await theo.page.getByText(theo.text.steps.heldText).waitFor({ state: 'detached' });
  await gemma.button(steps.reveal);
  await gemma.writesSo(steps.quiet);
  await everyone(cast, readable, [...all].sort());
  await look('ingredients');
  await walk(cast, look);
}

/** Round the table together: Gemma goes from edge to edge, the nearest other one first, and everyone's page with her. */
async function walk({ gemma, caroline, heleen, theo, screen }: Cast, look: Look): Promise<void> {
  const { walk: text } = gemma.text;
  const walksWith = (who: Participant, edge: string) =>
    who.page.getByRole('region', { name: who.text.walk.title }).getByText(edge, { exact: true }).waitFor();
  const whole = await zoomOf(screen);
  await gemma.button(text.begin);
  await gemma.button(text.gather);
  await walksWith(caroline, text.ownEdge);
  await Promise.all([gemma, heleen, theo].map((who) => walksWith(who, text.edgeOf('Caroline'))));
  await gemma.button(text.next);
  await walksWith(heleen, text.ownEdge);
  await Promise.all([gemma, caroline, theo].map((who) => walksWith(who, text.edgeOf('Heleen'))));
  await expect.poll(() => zoomOf(screen), SOON).toBeGreaterThan(whole * 1.2);
  await look('walk');
  await gemma.button(text.end);
  await heleen.page.getByRole('region', { name: text.title }).waitFor({ state: 'detached' });
}

/** How large the cloth is shown, CSS px per mm. */
function zoomOf({ page }: Participant): Promise<number> {
  return page.evaluate(() => window.tafelkleed?.camera.get().zoom ?? 0);
}

/** Each lays some of the connectors and draws the lines of their own ingredients. */
async function connectors(cast: Cast, story: Story, look: Look): Promise<void> {
  const { gemma, heleen } = cast;
  await gemma.act('step-on');
  await atStep(cast, 3);
  const hands = writers(cast).map(([, who]) => who);
  for (const [nth, name] of story.connectors.entries()) {
    const who = hands[nth % hands.length] ?? gemma;
    // Each looks where the last one lies before laying the next: circles laid in the same moment may come to lie on each other.
    const last = story.connectors[nth - 1];
    if (last !== undefined) await who.item(last);
    await waysOf(who).lay(name);
  }
  await everyone(cast, ({ items }) => items.filter(({ text }) => text !== '').length, story.items);
  await everyone(cast, piledUp, []);
  await Promise.all(
    hands.map(async (who, at) => {
      for (const [from, to] of story.ties.filter((_, nth) => nth % hands.length === at)) {
        await waysOf(who).tie(from, to);
      }
    }),
  );
  await everyone(cast, tiesOf, story.ties.map(([from, to]) => `${from} – ${to}`).sort());

  // "Does she really, or should she?" Of one line it turns out that it is hoped for.
  const [from, to] = story.hopedFor;
  await waysOf(gemma).hopeFor(from, to);
  await heleen.menu(heleen.text.involvement.title);
  await everyone(cast, (cloth) => tiesOf({ ...cloth, ties: cloth.ties.filter((tie) => tie.expected) }), [
    `${from} – ${to}`,
  ]);
  await look('connectors');
  await heleen.button(heleen.text.involvement.close);
  await gemma.letGo();
}

/** For each connector its own conversation is prepared: here one by each, of which two invite together. */
async function contacts(cast: Cast, story: Story, look: Look): Promise<void> {
  const { gemma, caroline } = cast;
  await gemma.act('step-on');
  await atStep(cast, 4);
  const [first = '', theo = ''] = story.connectors.slice(-4);
  await Promise.all([
    waysOf(gemma).prepare(first, { story: story.story, by: 'Gemma', when: story.when, together: theo }),
    waysOf(caroline).prepare(theo, { story: story.otherStory, by: 'Caroline', when: story.when }),
  ]);
  const prepared = ({ items }: ClothSnapshot) =>
    items
      .filter(({ story: words }) => words !== '')
      .map((item) =>
        [item.text, item.story, item.contactBy, item.contactWhen, item.contacted, item.approach].join(' | '),
      )
      .sort();
  await everyone(
    cast,
    prepared,
    [
      `${first} | ${story.story} | Gemma | ${story.when} | planned | group`,
      `${theo} | ${story.otherStory} | Caroline | ${story.when} | planned | group`,
    ].sort(),
  );
  // On the phone the same card is read by whoever is to be there.
  await waysOf(cast.heleen).readCard(first);
  await look('contacts');
  for (const who of [gemma, caroline, cast.heleen]) await waysOf(who).closeCards();
}

/** Contact by contact the letters that each was found to hold; then the whole is looked at by position, and kept. */
async function positions(cast: Cast, story: Story, look: Look): Promise<void> {
  const { gemma, caroline, heleen } = cast;
  await gemma.act('step-on');
  await atStep(cast, 5);
  const found = new Map(story.positions);
  const [unsure = ''] = story.connectors.slice(-1);
  await waysOf(gemma).goAlong(new Map([...found, [unsure, []]]));
  // Every screen asks after the one the group has come to; who takes the list in hand begins there too.
  const panel = gemma.page.getByRole('complementary', { name: gemma.text.guide.title });
  const question = (await panel.getByRole('heading', { level: 3 }).textContent()) ?? '';
  const asked = ({ page }: Participant) => page.getByText(question).first().waitFor();
  await Promise.all(Object.values(cast).map(asked));
  await takeInHand(heleen, heleen.text.fields.oneByOne);
  await look('positions-one-by-one');
  await heleen.button(heleen.text.guide.close);

  // Of one it comes out only when all see the whole.
  const { fields } = gemma.text;
  await gemma.button(fields.open);
  await gemma.button(fields.together);
  const waiting = caroline.page.getByRole('region', { name: caroline.text.fields.waiting });
  await caroline.press(waiting.getByRole('button', { name: unsure }));
  for (const letter of found.get(unsure) ?? []) {
    await caroline.button(caroline.text.fields.addTo(caroline.text.positions[letter].name));
  }
  await everyone(cast, positionsOf, story.positions);
  await look('positions-by-field');
  // Everyone's view comes along to the fields, and back.
  await gemma.button(fields.back);
  const { page, text } = caroline;
  await page.getByRole('region', { name: text.fields.title, exact: true }).waitFor({ state: 'detached' });
  await gemma.letGo();
  await caroline.letGo();
  await look('positions');

  const { moments } = gemma.text;
  await gemma.menu(moments.title);
  await gemma.fill(gemma.page.getByRole('textbox', { name: moments.name }), story.when);
  await gemma.button(moments.keep);
  await everyone(cast, (cloth) => cloth.moments.map(({ name }) => name), [story.when]);
  await look('moment');
}

/** Presses what lies ready in the step: under the step bar, or on a phone in its sheet. */
async function takeInHand(who: Participant, what: string): Promise<void> {
  const { page, text } = who;
  const strip = page.getByRole('button', { name: what, exact: true }).first();
  if (!(await strip.isVisible()))
    await who.press(page.getByRole('region', { name: text.steps.title }).getByRole('button', { name: /\. / }).first());
  await who.press(strip);
}
