import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

test('on a phone what one seeks is brought near enough to read, with the list out of the way', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [theo] = await gatherAt(people, [['phone', cloth.urls.participant, 'Theo']]);
  await theo.write('boekenlijst');
  await theo.act('fit');
  await theo.openList();
  const list = theo.page.getByRole('complementary', { name: nl.outline.title });
  const seek = list.getByRole('searchbox', { name: nl.outline.search });
  await theo.fill(seek, 'zzz');
  await list.getByText(nl.outline.nothing('zzz')).waitFor();
  expect(await list.getByRole('heading', { level: 3 }).count()).toBe(0);
  expect(await list.getByRole('listitem').count()).toBe(0);

  await theo.fill(seek, 'boek');
  await theo.press(list.getByRole('button', { name: /^boekenlijst/ }));
  await list.waitFor({ state: 'detached' });
  await expect.poll(async () => (await theo.boxOf('boekenlijst')).w).toBeGreaterThan(55);
  const { x, y, w, h } = await theo.boxOf('boekenlijst');
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + w).toBeLessThanOrEqual(390);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + h).toBeLessThanOrEqual(844);
});
