import { describe, expect, test } from 'vitest';
import { placesThatDiffer, replaceAt } from '../../../shared/model/replaced.ts';
import { byId } from '../../../shared/model/snapshot.ts';

const list = ['boeken', 'film', 'toneel'].map((id) => ({ id, version: 1 }));
const film = { id: 'film', version: 2 };

describe('a list in which a record is replaced', () => {
  test('is another list, and the one before is as it was', () => {
    const next = replaceAt(list, new Map([[1, film]]));
    expect(next).toEqual([list[0], film, list[2]]);
    expect(list[1]?.version).toBe(1);
    expect(replaceAt(list, new Map())).toBe(list);
  });

  test('tells where it differs from the one before, as any list of that length does', () => {
    const next = replaceAt(list, new Map([[1, film]]));
    expect(placesThatDiffer(list, next)).toEqual([1]);
    expect(placesThatDiffer(list, list)).toEqual([]);
    expect(placesThatDiffer(list, [...next])).toEqual([1]);
    expect(placesThatDiffer(next, [...list].reverse())).toEqual([0, 1, 2]);
    expect(placesThatDiffer(list, list.slice(1))).toBeNull();
  });

  test('has its records found by id, also when another thing came to stand there', () => {
    expect(byId(list).get('film')?.version).toBe(1);
    expect(byId(replaceAt(list, new Map([[1, film]]))).get('film')).toBe(film);
    const podcast = { id: 'podcast', version: 1 };
    const other = byId(replaceAt(list, new Map([[1, podcast]])));
    expect(other.get('podcast')).toBe(podcast);
    expect(other.has('film')).toBe(false);
  });
});
