import { byId, type ClothSnapshot, type Item } from '../model/snapshot.ts';
import { isBlank } from '../text/clean-text.ts';

/** A time at which the whole cloth is known: a moment that was kept, or now. */
export interface Look {
  /** ms since the epoch; of now, when something was laid last. */
  readonly at: number;
  /** Of a moment; null for now. */
  readonly name: string | null;
  readonly cloth: ClothSnapshot;
}

/** A look with the order in which things came to it since the look before. */
export interface Stretch extends Look {
  /** Ids of items and ties that were not on the look before, in the order of their laying. */
  readonly born: readonly string[];
  /** The place of each in that order. */
  readonly rank: ReadonlyMap<string, number>;
}

/** One picture of how a cloth grew. */
export interface Still {
  /** ms since the epoch */
  readonly at: number;
  /** Which of the stretches tells it. */
  readonly stretch: number;
  /** How many of the things that were born in the stretch lie there. */
  readonly upTo: number;
  /** The look itself, with all that is known of it; else words at their place, without what was said of them since. */
  readonly whole: boolean;
  /** What came with it, in the order of its laying. */
  readonly came: readonly string[];
}

export interface Growth {
  readonly stretches: readonly Stretch[];
  /** In the order of time, from a cloth without words to now. At least two. */
  readonly stills: readonly Still[];
}

/** More stills than this tell nobody more: of a fuller cloth several things come at once. */
const MOST_STILLS = 300;

/**
 * How a cloth grew, as far as its document knows. It knows when each thing was laid, and all of the moments that were kept. So
 * between two looks things come when they were laid, at the place they have at the later look; letters, contacts and what was
 * moved or reworded come with that look. What was taken away without a moment that held it is not shown: it was taken away.
 * `moments` in any order.
 */
export function growthOf(now: ClothSnapshot, moments: readonly Look[]): Growth {
  const kept = [...moments].sort((a, b) => a.at - b.at);
  const stretches: Stretch[] = [];
  const stills: Omit<Still, 'came'>[] = [];
  const bornAt: number[][] = [];
  for (const look of [...kept, { at: Number.POSITIVE_INFINITY, name: null, cloth: now }]) {
    const before = stretches.at(-1);
    const known = new Set(before && [...before.cloth.items, ...before.cloth.ties].map(({ id }) => id));
    // A clock that ran ahead, or a thing that came back, does not leave its stretch.
    const from = before?.at ?? Number.NEGATIVE_INFINITY;
    const born = [...look.cloth.items, ...look.cloth.ties]
      .filter(({ id }) => !known.has(id))
      .map(({ id, createdAt }) => ({ id, at: Math.min(Math.max(createdAt, from), look.at) }))
      .sort((a, b) => a.at - b.at);
    const last = born.at(-1)?.at ?? before?.at ?? now.meta.createdAt;
    stretches.push({
      ...look,
      at: Number.isFinite(look.at) ? look.at : last,
      born: born.map(({ id }) => id),
      rank: new Map(born.map(({ id }, place) => [id, place])),
    });
    bornAt.push(born.map(({ at }) => at));
  }
  const each = Math.ceil(bornAt.reduce((sum, { length }) => sum + length, 0) / MOST_STILLS) || 1;
  const begin = bornAt.find(([first]) => first !== undefined)?.[0] ?? now.meta.createdAt;
  stills.push({ at: now.meta.createdAt > 0 ? Math.min(now.meta.createdAt, begin) : begin, ...EMPTY });
  for (const [stretch, times] of bornAt.entries()) {
    for (let upTo = each; upTo < times.length + each; upTo += each) {
      const end = Math.min(upTo, times.length);
      stills.push({ at: times[end - 1] ?? begin, stretch, upTo: end, whole: false });
    }
    stills.push({ at: stretches[stretch]?.at ?? begin, stretch, upTo: times.length, whole: true });
  }
  return { stretches, stills: stills.map((still, nth) => ({ ...still, came: cameWith(still, stills[nth - 1]) })) };

  function cameWith({ stretch, upTo }: Omit<Still, 'came'>, before: Omit<Still, 'came'> | undefined): string[] {
    const from = before?.stretch === stretch ? before.upTo : 0;
    return stretches[stretch]?.born.slice(from, upTo) ?? [];
  }
}

/** What was said of things, rather than laid, between the look before a stretch and its own. */
export interface SaidSince {
  /** Connectors of whom a contact was prepared, agreed on or made. */
  readonly contacts: readonly Item[];
  /** Those who hold a position that they did not. */
  readonly positions: readonly Item[];
}

/** What the fourth and fifth step brought: no picture of its own, for nobody wrote down when, but told with the look that has it. */
export function saidSince({ stretches }: Growth, stretch: number): SaidSince {
  const before = byId(stretches[stretch - 1]?.cloth.items ?? []);
  const items = stretches[stretch]?.cloth.items ?? [];
  return {
    contacts: items.filter((item) => contactOf(item) !== '' && contactOf(item) !== contactOf(before.get(item.id))),
    positions: items.filter(({ id, positions }) =>
      positions.some((letter) => !before.get(id)?.positions.includes(letter)),
    ),
  };
}

/** How far the contact with a connector has come, to compare with; empty where there is none yet. */
function contactOf(item: Item | undefined): string {
  if (item?.kind !== 'connector') return '';
  return isBlank(item.story) && !item.contacted ? '' : `${isBlank(item.story) ? '' : 'story'} ${item.contacted ?? ''}`;
}

const EMPTY = { stretch: 0, upTo: 0, whole: false } as const;

/** How many times faster than it went a film may be. */
export const SPEEDS = [1, 5, 10, 20, 30, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** What is seen from when to when, seconds of the film. */
export interface Shot {
  readonly still: Still;
  readonly from: number;
  readonly until: number;
}

/** A pause of the group is no longer than this, ms: nobody waits for lunch, or for next week. */
const LONGEST_PAUSE_MS = 30_000;
/** So long each still is seen at least, and a whole look, and the last of all, seconds of the film. */
const LEAST = 0.4;
const LOOK = 2;
const LAST = 3;

/** The stills as a film that goes so many times as fast as it went, but never faster than one can follow. */
export function filmOf({ stills }: Growth, speed: Speed): readonly Shot[] {
  let from = 0;
  return stills.map((still, nth) => {
    const next = stills[nth + 1];
    const pause = next ? Math.min(LONGEST_PAUSE_MS, Math.max(0, next.at - still.at)) / 1_000 / speed : LAST;
    const until = from + Math.max(pause, still.whole && next ? LOOK : LEAST);
    const shot = { still, from, until };
    from = until;
    return shot;
  });
}

/** How long a film is, seconds. */
export function lengthOf(film: readonly Shot[]): number {
  return film.at(-1)?.until ?? 0;
}

/** Which shot is seen at a time of the film, by its number. */
export function shotAt(film: readonly Shot[], second: number): number {
  const after = film.findIndex(({ until }) => second < until);
  return after < 0 ? film.length - 1 : after;
}

/** The slowest speed at which a film lasts no longer than so many seconds; the fastest where none does. */
export function speedFor(growth: Growth, seconds: number): Speed {
  return SPEEDS.find((speed) => lengthOf(filmOf(growth, speed)) <= seconds) ?? 60;
}
