import { expect, test } from 'vitest';
import { en } from '../../../client/i18n/en.ts';
import { nl } from '../../../client/i18n/nl.ts';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { makeForm } from '../../../shared/formats/forms.ts';
import { positionName } from '../../../shared/formats/network/graph.ts';
import { writeCalendar } from '../../../shared/formats/report/calendar.ts';
import { contactsOf } from '../../../shared/formats/report/contact-list.ts';
import { dayIn } from '../../../shared/formats/report/day.ts';
import { reportHtml } from '../../../shared/formats/report/html.ts';
import { reportMarkdown } from '../../../shared/formats/report/markdown.ts';
import { reportOf } from '../../../shared/formats/report/report.ts';
import { named } from '../../../shared/method/named.ts';
import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

const NOW = new Date(2026, 10, 28, 12).getTime();
const DUTCH = { language: 'nl', stories: true, now: NOW } as const;

/** The example, on its way: two contacts are planned, one of them with a story, and one ingredient has no connector yet. */
function planned(): ClothSnapshot {
  const cloth = snapshotOfFile(exampleCloth('nl', fontMeasure, NOW));
  const loose = cloth.items.find(({ text }) => text === 'boekenlijst')?.id;
  return {
    ...cloth,
    ties: cloth.ties.filter(({ from, to }) => from !== loose && to !== loose),
    items: cloth.items.map((item) => {
      if (item.text === 'Thomas')
        return {
          ...item,
          contactBy: 'Heleen',
          contactWhen: 'do 3 december',
          contacted: 'planned',
          story: 'Over <jouw> lessen',
        };
      if (item.text === 'Theo') return { ...item, contactWhen: 'na de vakantie' };
      return item;
    }),
  };
}

test.each([
  ['2026-12-03', { year: 2026, month: 12, date: 3 }],
  ['woensdag 3 december, na de vergadering', { year: 2026, month: 12, date: 3 }],
  ['3 dec. om half vier', { year: 2026, month: 12, date: 3 }],
  ['December 3rd, 2027', { year: 2027, month: 12, date: 3 }],
  ['3/12', { year: 2026, month: 12, date: 3 }],
  ['3-12-27', { year: 2027, month: 12, date: 3 }],
  ['28 nov', { year: 2026, month: 11, date: 28 }],
  ['27 november', { year: 2027, month: 11, date: 27 }],
  ['5 mrt', { year: 2027, month: 3, date: 5 }],
  ['31 juni', null],
  ['na de vakantie', null],
  ['in lokaal 12', null],
  ['om 3.30 uur', null],
  ['', null],
])('%j names %j', (text, day) => {
  expect(dayIn(text, NOW)).toEqual(day);
});

test('a calendar has the contacts that name a day, as whole days, and the others not', async () => {
  const ics = await writeCalendar(contactsOf(planned(), DUTCH), { ...DUTCH, title: 'leesplezier' });
  const unfolded = ics.replace(/\r?\n[ \t]/g, '');
  expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261203');
  expect(unfolded).toContain('SUMMARY:In gesprek met Thomas (leesplezier)');
  expect(unfolded).toMatch(/DESCRIPTION:wie gaat: Heleen\\n.*eigen verhaal: Over <jouw> lessen/);
});

test('a report says who is involved how, what it is fed by, what is still open, and who goes to whom', () => {
  const report = reportOf(planned(), DUTCH);
  expect(report.title).toBe('leesplezier');
  expect(report.connectors.find(({ name }) => name === 'Caroline')?.positions).toEqual(['initiatiefnemer', 'partner']);
  const html = reportHtml(report, { picture: 'data:image/png;base64,AAAA' });
  expect(html).toContain('<h1>leesplezier</h1>');
  expect(html).toContain('<td class="words">Over &lt;jouw&gt; lessen</td>');
  expect(html.match(/<h3>/g)).toHaveLength(report.connectors.length + report.groups.length);
  const markdown = reportMarkdown(report);
  expect(markdown).toContain('### Caroline (initiatiefnemer, partner)');
  expect(markdown).toContain('| Thomas | Heleen |');
  expect(report.groups).toMatchObject([{ name: 'Nog zonder schakel', ingredients: [{ words: 'boekenlijst' }] }]);
  expect(report.questions).toEqual([expect.stringContaining('Bij één ingrediënt is nog geen schakel')]);
  for (const question of report.questions ?? []) expect(markdown).toContain(`- ${question}`);
});

test('without stories a report has no contacts, and a list of contacts no stories', async () => {
  const report = reportOf(planned(), { ...DUTCH, stories: false });
  expect(report.contacts).toBeNull();
  const choice = { ...DUTCH, names: 'full', stories: false } as const;
  const list = await makeForm('contacts-csv', planned(), choice);
  expect(list).toContain('Heleen');
  expect(list).not.toContain('lessen');
});

test('without names a connector bears the same number wherever it stands', () => {
  const cloth = named(planned(), 'none');
  const numbers = cloth.items.filter(({ kind }) => kind === 'connector').map(({ text }) => text);
  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));
  expect(contactsOf(cloth, DUTCH).map(({ whom }) => whom)).toEqual(numbers);
  expect(named(planned(), 'full')).toEqual(planned());
});

test('of a theme sheet a report says what stands in each box, and asks after no network', () => {
  const cloth = planned();
  const slips = cloth.items.filter(({ kind }) => kind === 'ingredient').slice(0, 2);
  const [story, network] = slips.map((item, nth): typeof item => ({ ...item, pos: [nth === 0 ? -100 : 800, -400] }));
  if (!story || !network) throw new Error('the example has ingredients');
  const sheet = { ...cloth, meta: { ...cloth.meta, sheet: 'theme' as const }, items: [story, network], ties: [] };
  const report = reportOf(sheet, DUTCH);
  expect(report.groups.map(({ name, ingredients }) => [name, ingredients[0]?.words])).toEqual([
    ['Verhaal', story.text],
    ['Netwerk', network.text],
  ]);
  for (const told of [reportHtml(report), reportMarkdown(report)]) {
    expect(told).toContain('Thema');
    expect(told).not.toMatch(/schakel|Wat zien we/i);
  }
});

test('positions are called in files as they are on the screen', () => {
  for (const letter of POSITION_LETTERS) {
    expect(positionName(letter, 'nl')).toBe(nl.positions[letter].name);
    expect(positionName(letter, 'en')).toBe(en.positions[letter].name);
  }
});
