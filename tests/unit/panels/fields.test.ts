import { describe, expect, test } from 'vitest';
import { addItems, movePosition } from '../../../shared/commands/items.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { chipsOf } from '../../../shared/layout/field-chips.ts';
import { linksOf } from '../../../shared/layout/field-links.ts';
import { layFields } from '../../../shared/layout/fields.ts';
import { hubWords } from '../../../shared/layout/hub-words.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { emptyCloth, item } from '../../support/cloth.ts';

const people = () => {
  const cloth = emptyCloth();
  addItems(cloth, [
    item('Gemma', { kind: 'connector', positions: ['i', 'p', 's'], createdAt: 1 }),
    item('Thomas', { kind: 'connector', text: '', createdAt: 2 }),
    item('mailinglist', { positions: ['l'], createdAt: 3 }),
    item('boekenlijst', { createdAt: 4 }),
  ]);
  return cloth;
};
const chips = (scale = 1) => chipsOf(readSnapshot(people()).items, 'nog zonder naam', fontMeasure, scale);

describe('who stands in the fields', () => {
  test('connectors, and ingredients with a position', () => {
    expect(chips().map(({ id, words }) => [id, words.lines])).toEqual([
      ['Gemma', ['Gemma']],
      ['Thomas', ['nog zonder naam']],
      ['mailinglist', ['mailinglist']],
    ]);
  });

  test('a long name is cut after two lines, and everyone is large enough for a finger', () => {
    const cloth = emptyCloth();
    addItems(cloth, [item('x', { kind: 'connector', text: 'de collega van Nederlands die voor samen pleit' })]);
    const [chip] = chipsOf(readSnapshot(cloth).items, '', fontMeasure, 1);
    expect(chip?.words.lines).toHaveLength(2);
    expect(chip?.words.lines[1]).toMatch(/…$/);
    for (const { size } of [...chips(), ...(chip ? [chip] : [])]) expect(Math.min(size.w, size.h)).toBeGreaterThan(44);
  });

  test('one person in three fields is joined by two lines', () => {
    const links = linksOf(layFields({ w: 1_000, h: 600 }, chips()));
    expect(links.map(({ id }) => id)).toEqual(['Gemma', 'Gemma']);
    expect(links[0]?.curve[2]).toEqual(links[1]?.curve[0]);
  });
});

describe('movePosition', () => {
  const lettersOf = (cloth: ReturnType<typeof people>, id: string) =>
    readSnapshot(cloth).items.find((each) => each.id === id)?.positions;

  test('moves, adds and takes away one letter and leaves the others', () => {
    const cloth = people();
    movePosition(cloth, 'Gemma', 'i', 'g');
    expect(lettersOf(cloth, 'Gemma')).toEqual(['p', 's', 'g']);
    movePosition(cloth, 'Gemma', null, 'l');
    movePosition(cloth, 'Gemma', 'p', null);
    expect(lettersOf(cloth, 'Gemma')).toEqual(['s', 'l', 'g']);
    expect(movePosition(cloth, 'Gemma', 's', 's')).toEqual([]);
    movePosition(cloth, 'Gemma', 's', 'l');
    expect(lettersOf(cloth, 'Gemma')).toEqual(['l', 'g']);
  });
});

test('the name in the middle is never broken inside a word that fits when set smaller', () => {
  const { lines } = hubWords('leesplezier', { x: 0, y: 0, w: 190, h: 190 }, fontMeasure);
  expect(lines).toEqual(['leesplezier']);
  const long = hubWords('literatuuronderwijs met plezier in alle klassen', { x: 0, y: 0, w: 150, h: 150 }, fontMeasure);
  expect(long.lines.join(' ')).toBe('literatuuronderwijs met plezier in alle klassen');
});
