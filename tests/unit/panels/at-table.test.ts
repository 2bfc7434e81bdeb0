import { expect, test } from 'vitest';
import type { Attendee } from '../../../client/document/cloth-session.ts';
import { byName, madeAlone, othersAt, peopleOf } from '../../../client/panels/people/at-table.ts';

const at = (id: number, name: string, seat: string | null, role: Attendee['role'] = 'participant'): Attendee => {
  return { id, name, seat, role, colour: '#1d4ed8', made: null };
};

test('who has the cloth open twice is one person, and one’s own other pages are nobody else', () => {
  const present = [
    at(1, 'Gemma', 'g'),
    at(2, 'Gemma', 'g', 'facilitator'),
    at(3, '', null),
    at(4, '', null),
    at(5, 'Theo', 't'),
  ];
  expect(othersAt(present, 't').map(({ id }) => id)).toEqual([2, 3, 4]);
  expect(othersAt(present, null).map(({ id }) => id)).toEqual([2, 3, 4, 5]);
});

test('people stand in the order of their names, who has none last', () => {
  const people = [at(1, 'Zoë', 'a'), at(2, '', null), at(3, 'Érik', 'b'), at(4, 'anna', 'c'), at(5, 'Fred', 'd')];
  expect(byName(people, 'nl').map(({ name }) => name)).toEqual(['anna', 'Érik', 'Fred', 'Zoë', '']);
});

test('what is made alone is counted once for each seat, whichever of their pages tells it', () => {
  const pages = [at(1, 'Gemma', 'g'), { ...at(2, 'Gemma', 'g'), made: 3 }, { ...at(3, 'Theo', 't'), made: 0 }];
  expect([...madeAlone(pages)]).toEqual([['g', 3]]);
});

test('a shared screen is nobody', () => {
  const present = [at(1, '', null, 'viewer'), at(2, 'Theo', 't'), at(3, '', null, 'facilitator')];
  expect(peopleOf(present).map(({ id }) => id)).toEqual([2, 3]);
});
