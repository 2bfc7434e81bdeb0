/**
 * `npm run examples`: the example cloth in forms in which it goes home, as the server makes them, in docs/examples/. Run when the
 * look of the cloth or of a form changes.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { makePicture } from '../server/export/make-picture.ts';
import { exampleCloth } from '../shared/commands/example.ts';
import { snapshotOfFile } from '../shared/formats/file-snapshot.ts';
import { makeForm } from '../shared/formats/forms.ts';
import { PICTURES, type PictureId } from '../shared/formats/pictures/pictures.ts';
import { USUAL_PAGE, WHOLE } from '../shared/scene/page-choice.ts';
import { fontMeasure } from '../shared/text/text-measure.ts';

const FOLDER = 'docs/examples';
/** The day they say. */
const DAY = Date.UTC(2025, 10, 22);
/** Of the PNG, px: enough to read, and small in a repository. */
const WIDTH = 1_200;

const cloth = snapshotOfFile(exampleCloth('nl', fontMeasure, DAY));
const seen = { cloth, at: null, since: null } as const;
const whole = { language: 'nl', now: DAY, part: WHOLE, page: USUAL_PAGE } as const;

const files: readonly {
  readonly name: string;
  readonly form: PictureId;
  readonly choice: Parameters<typeof makePicture>[0]['choice'];
}[] = [
  { name: 'leesplezier-a3', form: 'pdf', choice: whole },
  { name: 'leesplezier-a1-op-a3', form: 'pdf', choice: { ...whole, page: { ...USUAL_PAGE, paper: 'a1', tile: 'a3' } } },
  { name: 'leesplezier', form: 'png', choice: whole },
  { name: 'leesplezier', form: 'svg', choice: whole },
  { name: 'leesplezier-vormen', form: 'svg-shapes', choice: whole },
  { name: 'leesplezier-per-positie', form: 'png', choice: { ...whole, part: { of: 'positions' } } },
];

await mkdir(FOLDER, { recursive: true });
for (const { name, form, choice } of files) {
  const made = await makePicture({ ...seen, form, choice, width: WIDTH });
  await writeFile(`${FOLDER}/${name}${PICTURES[form].extension}`, made);
}
const choice = { language: 'nl', now: DAY, names: 'full', stories: false } as const;
await writeFile(`${FOLDER}/leesplezier-verslag.html`, await makeForm('html', cloth, choice, 'leesplezier.png'));
await writeFile(`${FOLDER}/leesplezier-verslag.md`, await makeForm('md', cloth, choice));
