import type { Point } from '../model/schema.ts';
import { type Path, PathMaker, smoothThrough } from './path.ts';

const FULL_TURN = 2 * Math.PI;
/** A circle drawn in one move ends a little past where it began, radians. */
const OVERSHOOT = 0.34;
/** How far a hand strays from a true circle, as parts of the radius. */
const STRAY = { oval: 0.011, bump: 0.005, drift: 0.012 } as const;
const SAMPLES = 40;

/** A number made of a name: the same name always gets the same hand. */
export function seedOf(id: string): number {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  return hash >>> 0;
}

/** Numbers from 0 to 1 that look random and are always the same for a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A circle as a calm hand draws it with a marker: nearly round, closed with a little overlap. mm. */
export function handCircle([x, y]: Point, radius: number, seed: number): Path {
  const random = seededRandom(seed);
  const [start, oval, bump] = [random() * FULL_TURN, random() * FULL_TURN, random() * FULL_TURN];
  const points: Point[] = [];
  for (let at = 0; at <= SAMPLES; at++) {
    const part = at / SAMPLES;
    const angle = start + part * (FULL_TURN + OVERSHOOT);
    const stray =
      STRAY.oval * Math.cos(2 * angle + oval) + STRAY.bump * Math.cos(3 * angle + bump) + STRAY.drift * (part - 0.5);
    const r = radius * (1 + stray);
    points.push([x + Math.cos(angle) * r, y + Math.sin(angle) * r]);
  }
  const maker = new PathMaker();
  smoothThrough(maker, points);
  return maker.path;
}

/** A level line as drawn along an edge: it rises and falls a little. mm, from `a` to `b`. */
export function handLine(a: Point, b: Point, seed: number, stray: number): Path {
  const random = seededRandom(seed);
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const steps = Math.max(2, Math.round(length / 120));
  const [nx, ny] = length === 0 ? [0, 0] : [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const points: Point[] = [];
  for (let at = 0; at <= steps; at++) {
    const part = at / steps;
    const off = (random() - 0.5) * 2 * stray;
    points.push([a[0] + (b[0] - a[0]) * part + nx * off, a[1] + (b[1] - a[1]) * part + ny * off]);
  }
  const maker = new PathMaker();
  smoothThrough(maker, points);
  return maker.path;
}
