import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { outlineNl } from '../../client/panels/outline/nl.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

test('on a phone what one seeks is chosen in the list, and shown on the cloth near enough to read', async () => {
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
  const row = list.getByRole('button', { name: /^boekenlijst/ });
  await theo.press(row);
  // A choice closes nothing: one goes on in the list, to what can be done with what was chosen.
  await expect.poll(() => row.getAttribute('aria-pressed')).toBe('true');
  await theo.button(outlineNl.whatCanBeDone('boekenlijst'), list);
  await theo.press(theo.page.getByRole('menuitem', { name: nl.action['position-g'] }));
  await expect.poll(async () => (await theo.item('boekenlijst')).positions).toEqual(['g']);
  await theo.button(outlineNl.whatCanBeDone('boekenlijst'), list);
  await theo.press(theo.page.getByRole('menuitem', { name: outlineNl.acts.show }));
  await list.waitFor({ state: 'detached' });
  await expect.poll(async () => (await theo.boxOf('boekenlijst')).w).toBeGreaterThan(55);
  const { x, y, w, h } = await theo.boxOf('boekenlijst');
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + w).toBeLessThanOrEqual(390);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + h).toBeLessThanOrEqual(844);
});
