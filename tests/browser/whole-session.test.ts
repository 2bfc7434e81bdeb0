import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { pageWords } from '../../shared/formats/pictures/page-words.ts';
import { INITIATIVE } from '../../shared/model/schema.ts';
import type { ClothSnapshot, Item } from '../../shared/model/snapshot.ts';
import { buildScene } from '../../shared/scene/build-scene.ts';
import { chosenPage, USUAL_PAGE, WHOLE } from '../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { gatherPeople, KEEPS_APP } from '../support/browser.ts';
import { notDrawn } from '../support/drawn.ts';
import { invitations, joinByCode, takeSeat } from '../support/joining.ts';
import { Participant } from '../support/participant.ts';
import { decodePng, type Picture } from '../support/picture.ts';
import { sharedProgram } from '../support/shared.ts';

/** Four browsers that play for minutes, on two cores that may have other work. */
const WHOLE_SESSION_MS = 240_000;

/** What each of the three writes: the literature-teaching case, 25 ingredients in all. */
const INGREDIENTS = {
  gemma: [
    'opdrachten van de mailinglist',
    'proefles in 4 vwo',
    'eerst plezier, dan toetsen',
    'boekenlijst',
    'leesclub op donderdag',
    'schoolbibliotheek',
    'voorlezen',
    'poëzie',
    'de sectie Engels',
  ],
  caroline: ['werken met thema’s', 'moderne media', 'filmmateriaal', 'podcasts'],
  carolineOffline: ['schrijver in de klas', 'theaterbezoek', 'leesdossier', 'graphic novels'],
  theo: [
    'literatuur over de vakken heen',
    'literatuurtheorie',
    'ook in 3 gymnasium',
    'toetsing en het PTA',
    'opbouw van 4 tot en met 6',
    'ouders',
    'boekhandel op de hoek',
    'leeslijst zonder lijst',
  ],
};

/** How far below an item the dot stands from which a tie is drawn with the mouse, px. */
const HANDLE_APART = 12;

const people = gatherPeople();
const program = sharedProgram();

test('a group makes a network analysis together and takes it home', { timeout: WHOLE_SESSION_MS }, async () => {
  const gemma = new Participant(await people.arrive('laptop', KEEPS_APP), { touch: false });
  const caroline = new Participant(await people.arrive('tablet', KEEPS_APP), { touch: true });
  const theo = new Participant(await people.arrive('phone', KEEPS_APP), { touch: true });
  const screen = new Participant(await people.arrive('screen', KEEPS_APP), { touch: false });
  const everyone = [gemma, caroline, theo, screen];
  const all = (what: (cloth: ClothSnapshot) => unknown, value: unknown) =>
    Promise.all(everyone.map((each) => expect.poll(async () => what(await each.snapshot())).toEqual(value)));

  // Gemma lays a new tablecloth, takes a seat at it and invites; Caroline comes by link, Theo by code, and on the shared
  // screen the cloth can only be looked at.
  await gemma.page.goto(program.url);
  await gemma.button(nl.home.create);
  await gemma.page.waitForURL(/\/c\//);
  await gemma.open(gemma.page.url());
  await takeSeat(gemma, 'Gemma');
  const { code, participant, viewer } = await invitations(gemma);
  await Promise.all([
    caroline.open(participant).then(() => caroline.sitDown('Caroline')),
    joinByCode(theo, program.url, code).then(() => theo.sitDown('Theo')),
    screen.open(viewer),
  ]);
  await screen.page.getByText(nl.top.viewOnly).waitFor();
  expect(await screen.page.getByRole('textbox').count()).toBe(0);

  // The initiative gets its name, in the middle of the cloth.
  await gemma.doubleTap(await gemma.spotOf(INITIATIVE));
  await gemma.name('leesplezier');
  await all(({ initiative }) => initiative, 'leesplezier');

  // All three write at the same time. Caroline loses the network half way, and goes on writing.
  await Promise.all([
    gemma.write(...INGREDIENTS.gemma),
    theo.write(...INGREDIENTS.theo),
    caroline.write(...INGREDIENTS.caroline).then(async () => {
      await caroline.saved(nl.saved.saved);
      await caroline.goOffline();
      await caroline.write(...INGREDIENTS.carolineOffline);
    }),
  ]);
  await caroline.saved(`${nl.saved.offline}, ${nl.saved.waiting(4)}`);
  await expect.poll(async () => (await screen.snapshot()).items.length).toBe(21);
  await caroline.person.context.setOffline(false);
  await caroline.saved(nl.saved.saved);
  await all(({ items }) => items.length, 25);

  // Six connectors. Heleen by a button, tied with the mouse from dot to circle; the mailing list as the answer to
  // "through whom?", asked because a line went straight to the middle.
  await gemma.select('boekenlijst');
  await gemma.button(nl.action['new-connector']);
  await gemma.name('Heleen');
  await gemma.select('boekenlijst');
  const dot = await gemma.boxOf('boekenlijst');
  await gemma.drag([dot.x + dot.w / 2, dot.y + dot.h + HANDLE_APART], await gemma.spotOf('Heleen'));
  await gemma.select('Heleen');
  await gemma.page.keyboard.press('Shift+T');
  await gemma.select('opdrachten van de mailinglist');
  await gemma.page.keyboard.press('Shift+T');
  await gemma.button(nl.question.newOne);
  await gemma.name('mailinglist');

  // On the tablet: a line that ends on empty cloth becomes two, through somebody new; and what was written as an
  // ingredient turns out to be somebody, whom a finger drags from the edge to the middle.
  const [x, y] = await caroline.spotOf(INITIATIVE);
  await caroline.select('filmmateriaal');
  await caroline.button(nl.action.tie);
  await caroline.tap([x + 180, y - 130]);
  await caroline.button(nl.question.place);
  await caroline.name('oud-stagiair');
  await caroline.button(nl.tools.stop);
  await caroline.write('collega Nederlands');
  await caroline.select('collega Nederlands');
  await caroline.button(nl.action['to-connector']);
  await caroline.drag(await caroline.spotOf('collega Nederlands'), [x + 220, y + 40]);
  await caroline.select('graphic novels');
  await caroline.button(nl.action.tie);
  await caroline.tap(await caroline.spotOf('collega Nederlands'));
  await caroline.button(nl.tools.stop);

  // On the phone: a connector, and a line from him that ends where two fingers brought the screen.
  await theo.button(nl.action['new-connector']);
  await theo.name('Thomas');
  await theo.button(nl.action.tie);
  await theo.lookAt('ook in 3 gymnasium', 1.5);
  await theo.tap(await theo.spotOf('ook in 3 gymnasium'));
  await theo.button(nl.tools.stop);

  // And by keys alone.
  await gemma.page.keyboard.press('Escape');
  await gemma.page.keyboard.press('c');
  await gemma.name('Fred');
  await all(
    (cloth) => new Set(tiesOf(cloth)),
    new Set([
      'boekenlijst – Heleen',
      'Heleen – initiative',
      'opdrachten van de mailinglist – mailinglist',
      'mailinglist – initiative',
      'filmmateriaal – oud-stagiair',
      'oud-stagiair – initiative',
      'graphic novels – collega Nederlands',
      'Thomas – ook in 3 gymnasium',
    ]),
  );

  // Positions: by the palette, with two letters on one person, and by key.
  await gemma.select('Heleen');
  await gemma.button(nl.positions.i.name);
  await gemma.button(nl.positions.p.name);
  await gemma.select('Fred');
  await gemma.page.keyboard.press('l');
  await caroline.select('collega Nederlands');
  await caroline.button(nl.positions.s.name);
  await theo.lookAt('Thomas');
  await theo.select('Thomas');
  await theo.button(nl.positions.g.name);
  await theo.button(nl.action.escape);

  // Theo takes back what he wrote last; what Gemma wrote since stays.
  await theo.write('vergissing');
  await gemma.item('vergissing');
  await gemma.select('voorlezen');
  await gemma.page.keyboard.press('Enter');
  await gemma.name('!');
  await theo.item('voorlezen!');
  await theo.button(nl.action.undo);
  const written = Object.values(INGREDIENTS).flat();
  await all(wordsOfIngredients, written.map((text) => text.replace('voorlezen', 'voorlezen!')).sort());
  await all(positionsOfConnectors, {
    Heleen: 'ip',
    mailinglist: '',
    'oud-stagiair': '',
    'collega Nederlands': 's',
    Thomas: 'g',
    Fred: 'l',
  });

  // Everyone ends with the same cloth, to the last record, and all of it is saved.
  await Promise.all([gemma, caroline, theo].map((each) => each.saved(nl.saved.saved)));
  const cloth = await gemma.snapshot();
  await all((own) => own, cloth);

  // And Gemma takes it home: every word and letter is on the picture.
  const picture = await takeHome(gemma);
  const order = { part: WHOLE, choice: USUAL_PAGE, texts: pageWords(cloth, 'nl', Date.now()) };
  const { scene, page } = chosenPage(cloth, order, fontMeasure);
  expect(notDrawn(picture, scene, page)).toEqual([]);
  expect(notDrawn(picture, buildScene(slightlyOther(cloth), fontMeasure), page)).toEqual(
    expect.arrayContaining(['badge g, Heleen', 'd of “ouders”']),
  );
});

/** Has the picture made in the size that is offered first, for printing on A3, and opens what was saved. */
async function takeHome(guest: Participant): Promise<Picture> {
  await guest.button(nl.top.menu);
  await guest.press(guest.page.getByRole('menuitem', { name: nl.menu.takeHome }));
  const saving = guest.page.waitForEvent('download');
  await guest.button(nl.takeHome.save);
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^leesplezier-plaatje-\d{4}-\d\d-\d\d\.png$/);
  const picture = decodePng(await readFile(await saved.path()));
  expect([picture.width, picture.height]).toEqual([4_961, 3_508]);
  const drawing = guest.page.waitForEvent('download');
  await guest.press(guest.page.getByRole('button', { name: nl.takeHome.vectors.pdf.hint }));
  const drawn = await drawing;
  expect(drawn.suggestedFilename()).toMatch(/^leesplezier-plaatje-.*\.pdf$/);
  expect((await readFile(await drawn.path())).subarray(0, 5).toString()).toBe('%PDF-');
  return picture;
}

/** One letter more and one word elsewhere: a picture of the cloth itself must not pass for a picture of this. */
function slightlyOther(cloth: ClothSnapshot): ClothSnapshot {
  const items = cloth.items.map((item): Item => {
    if (item.text === 'Heleen') return { ...item, positions: [...item.positions, 'g'] };
    return item.text === 'ouders' ? { ...item, pos: [item.pos[0] - 400, item.pos[1] + 100] } : item;
  });
  return { ...cloth, items };
}

/** Ties by the words at their ends. */
function tiesOf({ items, ties }: ClothSnapshot): string[] {
  const words = new Map(items.map((item) => [item.id, item.text]));
  return ties.map(({ from, to }) => [from, to].map((id) => words.get(id) ?? id).join(' – '));
}

function wordsOfIngredients({ items }: ClothSnapshot): string[] {
  return items.flatMap(({ kind, text }) => (kind === 'ingredient' ? [text] : [])).sort();
}

function positionsOfConnectors({ items }: ClothSnapshot): Record<string, string> {
  const connectors = items.filter(({ kind }) => kind === 'connector');
  return Object.fromEntries(connectors.map(({ text, positions }) => [text, positions.join('')]));
}
