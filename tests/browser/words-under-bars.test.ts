import { expect, test } from 'vitest';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

test('words that are being written go under the bars with the cloth they lie on', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  const { page, text } = gemma;
  await gemma.write('boekenlijst');
  await gemma.doubleTap(await gemma.spotOf('boekenlijst'));
  const field = page.getByRole('textbox', { name: text.canvas.words });
  await field.waitFor();

  const send = await page.getByRole('button', { name: text.capture.add }).boundingBox();
  if (!send) throw new Error('the button is on the page');
  const middle = { x: send.x + send.width / 2, y: send.y + send.height / 2 };
  // What was just laid may still be finding its place, so the cloth is moved until the words lie where they should.
  await expect
    .poll(async () => {
      const words = await field.boundingBox();
      if (!words) return Number.POSITIVE_INFINITY;
      const [dx, dy] = [middle.x - words.x - words.width / 2, middle.y - words.y - words.height / 2];
      await page.evaluate(
        ([x, y]) => {
          const camera = window.tafelkleed?.camera;
          const view = camera?.get();
          if (camera && view) camera.set({ ...view, x: view.x - x / view.zoom, y: view.y - y / view.zoom });
        },
        [dx, dy] as const,
      );
      return Math.hypot(dx, dy);
    })
    .toBeLessThan(1);
  const pressed = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest('button')?.type, middle);
  expect(pressed).toBe('submit');
});
