/**
 * `npm run examples`: the example cloth in forms in which it goes home, as the server makes them, in docs/examples/. Run when the
 * look of the cloth or of a form changes.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { makePicture, makeYear } from '../server/export/make-picture.ts';
import { exampleCloth } from '../shared/commands/example.ts';
import { snapshotOfFile } from '../shared/formats/file-snapshot.ts';
import { makeForm } from '../shared/formats/forms.ts';
import { PICTURES, type PictureId } from '../shared/formats/pictures/pictures.ts';
import type { YearLine } from '../shared/method/year-line.ts';
import { USUAL_PAGE, WHOLE } from '../shared/scene/page-choice.ts';
import { fontMeasure } from '../shared/text/text-measure.ts';

const FOLDER = 'docs/examples';
/** The day they say. */
const DAY = Date.UTC(2025, 10, 22);
/** Of the PNG, px: enough to read, and small in a repository. */
const WIDTH = 1_200;

const cloth = snapshotOfFile(exampleCloth('nl', fontMeasure, DAY));
const note = (stone: '0' | '1' | '3' | '4', words: string) => ({ id: stone, stone, words, by: '', createdAt: DAY });
/** Half way along, as a cloth's back is when one is trying to make an approach of it. */
const path = {
  at: '4',
  carriedBy: 'Heleen en Theo',
  finishedWhen: 'Als elke klas een leeshoek heeft waar kinderen zelf kiezen',
  roundedOff: '',
  notes: [
    note('0', 'Een gesprek in de gang over kinderen die niet lezen'),
    note('1', 'Heleen en Theo'),
    note('3', 'We vroegen: wat las jij het laatst?'),
    note('4', 'Elke week een half uur, met de bibliotheek'),
  ],
} as const;
const seen = { cloth: { ...cloth, path }, at: null, since: null } as const;
/** A school's year in which the example has its place. */
const year: YearLine = {
  room: 'De Regenboog',
  year: 2025,
  meetings: [
    {
      date: '2025-09-15',
      name: 'Startbijeenkomst',
      entries: [
        { way: 'plans', words: 'leesplezier' },
        { way: 'plans', words: 'buiten leren' },
        { way: 'margin', words: 'de sleutel van de aula' },
      ],
    },
    { date: '2025-11-10', name: '', entries: [{ way: 'inform', words: 'leesplezier' }] },
    {
      date: '2026-01-19',
      name: 'Teamdag',
      entries: [
        { way: 'experience', words: 'leesplezier' },
        { way: 'plans', words: 'differentiatie' },
      ],
    },
    { date: '2026-03-16', name: '', entries: [{ way: 'inform', words: 'differentiatie' }] },
    {
      date: '2026-06-08',
      name: 'Afsluiting',
      entries: [
        { way: 'experience', words: 'differentiatie' },
        { way: 'experience', words: 'buiten leren' },
      ],
    },
  ],
  themes: [
    {
      title: 'Taal leeft',
      from: '2025-09-01',
      to: '2025-12-19',
      meetings: ['2025-09-22', '2025-10-27', '2025-11-24'],
      manifestation: 'Boekenmarkt in de hal',
      roundedOff: '',
    },
    {
      title: 'Buiten',
      from: '2026-04-01',
      to: '2026-06-26',
      meetings: ['2026-04-20', '2026-05-18'],
      manifestation: '',
      roundedOff: '',
    },
  ],
};
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
  { name: 'leesplezier-pad', form: 'png', choice: { ...whole, part: { of: 'path' } } },
];

await mkdir(FOLDER, { recursive: true });
for (const { name, form, choice } of files) {
  const made = await makePicture({ ...seen, form, choice, width: WIDTH });
  await writeFile(`${FOLDER}/${name}${PICTURES[form].extension}`, made);
}
await writeFile(`${FOLDER}/jaarlijn.png`, await makeYear({ form: 'png', choice: whole, width: WIDTH }, year));
const choice = { language: 'nl', now: DAY, names: 'full', stories: false } as const;
await writeFile(`${FOLDER}/leesplezier-verslag.html`, await makeForm('html', cloth, choice, 'leesplezier.png'));
await writeFile(`${FOLDER}/leesplezier-verslag.md`, await makeForm('md', cloth, choice));
