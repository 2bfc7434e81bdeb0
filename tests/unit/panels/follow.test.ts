import { expect, test } from 'vitest';
import { arrowTo } from '../../../client/panels/follow/arrow-to.ts';
import { leadingKey, leadingOf } from '../../../client/panels/follow/leading.ts';

test('one is led round the table, or by a facilitator who is there; never by oneself or a participant', () => {
  const walk = { seat: 'gemma', turn: 3 };
  const caroline = { id: 7, role: 'facilitator' } as const;
  expect(leadingOf({ walk, follow: 7 }, 1, [caroline])).toEqual({ by: 'walk', ...walk });
  expect(leadingOf({ walk: null, follow: 7 }, 1, [caroline])).toEqual({ by: 'view', of: 7 });
  expect(leadingOf({ walk: null, follow: 7 }, 7, [caroline])).toBeNull();
  expect(leadingOf({ walk: null, follow: 7 }, 1, [{ id: 8, role: 'facilitator' }])).toBeNull();
  expect(leadingOf({ walk: null, follow: 7 }, 1, [{ id: 7, role: 'participant' }])).toBeNull();
  expect(leadingOf({ walk: null, follow: null }, 1, [caroline])).toBeNull();
});

test('who looks elsewhere on a walk does so for the whole walk, and is led again by the next', () => {
  const at = (seat: string, turn: number) => leadingKey({ by: 'walk', seat, turn });
  expect(at('gemma', 1)).toBe(at('theo', 2));
  expect(leadingKey({ by: 'view', of: 7 })).not.toBe(leadingKey({ by: 'view', of: 8 }));
  expect(leadingKey(null)).toBeNull();
});

test('an arrow stands where the way to a place leaves the screen, and only when that is out of sight', () => {
  const sight = { x: 100, y: 50, w: 800, h: 600 };
  expect(arrowTo([500, 350], sight)).toBeNull();
  expect(arrowTo([5000, 350], sight)).toEqual({ at: [900, 350], angle: 0 });
  expect(arrowTo([500, -5000], sight)).toEqual({ at: [500, 50], angle: -Math.PI / 2 });
  const corner = arrowTo([2000, 1475], sight);
  expect(corner?.at[0]).toBeCloseTo(900);
  expect(corner?.at[1]).toBeCloseTo(650);
});
