import MiniSearch from 'minisearch';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Knows, type ListedSheet } from '../../../server/http/commons/knows.ts';
import { addItems, setLeadsTo } from '../../../shared/commands/items.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import type { NamePair } from '../../../shared/model/commons.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { emptyCloth, item } from '../../support/cloth.ts';

interface ShownSheet extends ListedSheet {
  readonly snapshot: ClothSnapshot;
}

/** Brings what is known to these sheets, reading those that it lacks. */
function update(knows: Knows, sheets: readonly ShownSheet[], pairs: readonly NamePair[] = []): void {
  const lacks = new Set(knows.lacks(sheets));
  for (const sheet of sheets) if (lacks.has(sheet.id)) knows.add(sheet, sheet.snapshot);
  knows.heed(pairs);
}

/** A sheet on which each of these people is tied to these things. */
function sheet(title: string, people: Readonly<Record<string, readonly string[]>>, version = 'v'): ShownSheet {
  const cloth = emptyCloth();
  let at = 0;
  for (const [name, things] of Object.entries(people)) {
    at += 1;
    addItems(cloth, [item(name, { kind: 'connector', text: name, createdAt: at, positions: ['l'] })]);
    for (const thing of things) {
      at += 1;
      addItems(cloth, [item(`${name} ${thing}`, { text: thing, createdAt: at })]);
      addTies(cloth, [{ id: `${name} ${thing} tie`, from: `${name} ${thing}`, to: name, createdAt: at }]);
    }
  }
  return { id: title, title, version, snapshot: readSnapshot(cloth) };
}

const school = [
  sheet('leesplezier', { 'oud-stagiair': ['filmmateriaal'], 'Karin de Wit': ['boekenlijst'], Karin: [] }),
  sheet('schoolplein', { 'karin de wít': ['gereedschap'], Karin: [], 'Karin de Witt': ['planten'] }),
];

test('a question in words is answered in sentences that say where each comes from', () => {
  const knows = new Knows();
  update(knows, school, []);
  const [first, ...others] = knows.ask('Wie weet iets van film?', 'nl');
  const sentences = [first, ...others].map((answer) => answer?.sentence);
  expect(sentences).toContain('Bij “leesplezier” stond “oud-stagiair” als leverancier, verbonden met “filmmateriaal”.');
  expect(knows.ask('who knows about film', 'en').map(({ sentence }) => sentence)).toContain(
    'At “leesplezier” stood “oud-stagiair” as supplier, tied to “filmmateriaal”.',
  );
  expect(knows.ask('wie weet iets', 'nl')).toEqual([]);
  // What was taken down is known no more, and what changed is read anew.
  update(knows, [sheet('leesplezier', { Thomas: ['toneel'] }, 'later')], []);
  expect(knows.ask('film', 'nl')).toEqual([]);
  expect(knows.ask('toneel', 'nl')).toHaveLength(2);
});

test('what leads to a cloth says so where that hangs here too, and not where it does not', () => {
  const theme = emptyCloth();
  addItems(theme, [
    item('slip', { text: 'leesclub', createdAt: 1 }),
    item('other', { text: 'leesfeest', createdAt: 2 }),
  ]);
  setLeadsTo(theme, 'slip', 'leesplezier');
  setLeadsTo(theme, 'other', 'nergens');
  const shown = { id: 'taal', title: 'taal', version: 'v', snapshot: readSnapshot(theme) };
  const knows = new Knows();
  update(knows, [...school, shown]);
  expect(knows.ask('leesclub', 'nl')[0]).toMatchObject({
    sentence: 'Bij “taal” stond “leesclub”; vandaar kom je bij “leesplezier”.',
    leadsTo: 'leesplezier',
  });
  expect(knows.ask('leesfeest', 'en')[0]).toEqual(
    expect.not.objectContaining({ leadsTo: expect.anything(), sentence: expect.stringContaining('nergens') }),
  );
});

test('names that read the same are one, a bare first name is joined by nobody, near ones are asked', () => {
  const knows = new Knows();
  update(knows, school, []);
  const { recurs, near } = knows.overview();
  expect(recurs).toEqual([{ node: 'karin de wit', name: 'Karin de Wit', sheets: ['leesplezier', 'schoolplein'] }]);
  expect(near.map((pair) => [...pair].sort())).toContainEqual(['Karin de Witt', 'karin de wít'].sort());
  const around = knows.around('karin de wit', 'nl');
  expect(around?.sheets.map(({ title }) => title)).toEqual(['leesplezier', 'schoolplein']);
  expect(around?.beside.map(({ name }) => name)).toEqual(['boekenlijst', 'gereedschap']);
  expect(knows.around('nobody', 'nl')).toBeNull();

  const same = [{ id: 'karin de wit|karin de witt', a: 'karin de wit', b: 'karin de witt', verdict: 'same' as const }];
  update(knows, school, same);
  expect(knows.around('karin de wit', 'nl')?.beside).toHaveLength(3);
  expect(knows.overview().near.map((pair) => pair.join())).not.toContain('karin de wít,Karin de Witt');
});

test('of three hundred sheets with eighteen thousand names only what differs is read again', () => {
  const knows = new Knows();
  const things = Array.from({ length: 50 }, (_, n) => `onderwerp ${n}`);
  const one = sheet('kleed', { 'Persoon Een': things, b: things.slice(0, 8) });
  const many = Array.from({ length: 300 }, (_, n) => ({ ...one, id: `kleed ${n}`, title: `kleed ${n}` }));
  expect(knows.lacks(many)).toHaveLength(300);
  update(knows, many, []);
  expect(knows.lacks(many)).toEqual([]);
  expect(knows.ask('wie weet iets van onderwerp 42?', 'nl').length).toBeGreaterThan(0);
  expect(knows.lacks(many.map((each, n) => (n === 7 ? { ...each, version: 'another' } : each)))).toEqual(['kleed 7']);
});

test('a question of hundreds of letters and words is no more work than a short one', () => {
  const knows = new Knows();
  const people = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`naam${n} nijs${n % 50}`, []]));
  update(knows, [sheet('kleed', people)], []);
  const search = vi.spyOn(MiniSearch.prototype, 'search');
  onTestFinished(() => search.mockRestore());
  /** What the index is asked, and how many names it weighs for that. */
  const work = (question: string) => {
    search.mockClear();
    knows.ask(question, 'nl');
    const [asked] = search.mock.calls[0] ?? [];
    const result = search.mock.results[0]?.value as readonly unknown[] | undefined;
    return { words: String(asked).split(' ').length, names: result?.length };
  };
  expect(work('naam12 nijs7')).toEqual({ words: 2, names: expect.any(Number) });
  // Letters by themselves begin every name here, and are looked for as whole words only.
  expect(work('n j n a n k n s '.repeat(31))).toEqual({ words: expect.any(Number), names: 0 });
  expect(work(Array.from({ length: 60 }, (_, n) => `nijsje${n}`).join(' ')).words).toBe(8);
});

test('twenty thousand names that are said to be one in a row are joined', () => {
  const row = Array.from({ length: 20_000 }, (_, n) => [`k${n + 1}`, `k${n}`] as const);
  const pairs = row.map(([a, b]) => ({ id: `${a}|${b}`, a, b, verdict: 'same' as const }));
  const knows = new Knows();
  update(knows, [sheet('een', { k0: ['hout'] }), sheet('ander', { k9999: ['verf'] })], pairs);
  expect(knows.overview().recurs).toHaveLength(1);
});
