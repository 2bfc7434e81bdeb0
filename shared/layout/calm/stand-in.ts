import { INITIATIVE, type Point } from '../../model/schema.ts';
import type { Box } from '../box.ts';
import { rounded } from '../free-place.ts';
import type { Ground, Joined } from '../routing/network.ts';
import type { ItemShape } from '../shapes.ts';
import { turnedBox } from '../turn.ts';

/** How hard a picture is to follow, in crossings: a tie over or under what it does not join, a mm of line, a narrow gap. */
export const WEIGHT = { under: 2.5, length: 1 / 300, narrow: 0.6 } as const;
/** Clear distances, mm: what there must be round a connector, round the initiative, to the edge, and what there had better be. */
const GAP = { least: 14, initiative: 24, edge: 20, good: 40 } as const;
/** A straight tie this near to a shape will have to go round it, mm. */
const AIR = 6;
/** A move over so many mm is as much again as a move at all. */
const FAR = 900;

/**
 * A cloth with straight ties, which stand in for the routed ones: where connectors may lie, and what the lines would cost there,
 * in about a hundredth of the time. Nodes are numbered: connectors that may move first.
 */
export class StandIn {
  /** The connectors that may be moved. */
  readonly movable: readonly ItemShape[];
  /** By node: its middle, mm. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** By node: half of a box's width and height, or a circle's radius and 0. */
  readonly #ws: Float64Array;
  readonly #hs: Float64Array;
  readonly #ground: Ground;
  /** By tie: its two nodes. */
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** By node: its ties. */
  readonly #ties: number[][];
  readonly #initiative: number;

  constructor(ties: readonly Joined[], ground: Ground, fixed: ReadonlySet<string>) {
    this.#ground = ground;
    const isMovable = ({ id, kind }: ItemShape) => kind === 'connector' && !fixed.has(id);
    this.movable = ground.items.filter(isMovable);
    const still = ground.items.filter((item) => !isMovable(item));
    const seats = ground.seats.filter(({ free }) => !free);
    const many = this.movable.length + still.length + 1 + seats.length;
    this.xs = new Float64Array(many);
    this.ys = new Float64Array(many);
    this.#ws = new Float64Array(many);
    this.#hs = new Float64Array(many);
    this.#ties = Array.from({ length: many }, () => []);
    const nodes = new Map<string, number>();
    let node = 0;
    const put = (id: string, [x, y]: Point, w: number, h: number) => {
      nodes.set(id, node);
      this.xs[node] = x;
      this.ys[node] = y;
      this.#ws[node] = w;
      this.#hs[node] = h;
      node++;
    };
    for (const item of [...this.movable, ...still]) {
      const { w, h } = turnedBox(item.box, item.turn);
      // Letters and marks stand out of a circle's rim.
      const rim = item.badges[0]?.radius ?? item.question?.radius ?? item.contact?.radius ?? 0;
      if (item.radius > 0) put(item.id, item.centre, item.radius + rim, 0);
      else put(item.id, item.centre, w / 2, h / 2);
    }
    this.#initiative = node;
    const { x, y, w, h } = ground.initiative.box;
    put(INITIATIVE, [x + w / 2, y + h / 2], ground.initiative.radius, 0);
    for (const { id, box } of seats) put(`seat ${id}`, [box.x + box.w / 2, box.y + box.h / 2], box.w / 2, box.h / 2);
    for (const { from, to } of ties) {
      const [a, b] = [nodes.get(from), nodes.get(to)];
      if (a === undefined || b === undefined) continue;
      this.#ties[a]?.push(this.#from.length);
      this.#ties[b]?.push(this.#from.length);
      this.#from.push(a);
      this.#to.push(b);
    }
  }

  get sheet(): Box {
    return this.#ground.sheet.box;
  }

  at(node: number): Point {
    return [this.xs[node] ?? 0, this.ys[node] ?? 0];
  }

  put(node: number, [x, y]: Point): void {
    this.xs[node] = x;
    this.ys[node] = y;
  }

  /** Where a connector lies on the cloth of now. */
  home(node: number): Point {
    return this.movable[node]?.centre ?? [0, 0];
  }

  /** How much it is to move a connector to where it lies: nothing at home, else 1 and more the farther it goes. */
  strayed(node: number): number {
    const [hx, hy] = this.home(node);
    const [dx, dy] = [(this.xs[node] ?? 0) - hx, (this.ys[node] ?? 0) - hy];
    return dx === 0 && dy === 0 ? 0 : 1 + Math.sqrt(dx * dx + dy * dy) / FAR;
  }

  /** The connectors that lie elsewhere, with their places, as they are kept in a cloth. */
  moved(): Map<string, Point> {
    const places = new Map<string, Point>();
    this.movable.forEach(({ id }, node) => {
      if (this.strayed(node) > 0) places.set(id, rounded(this.at(node)));
    });
    return places;
  }

  /** The middle of what a node is tied to; null for nothing. */
  pulledTo(node: number): Point | null {
    const ties = this.#ties[node] ?? [];
    if (ties.length === 0) return null;
    let [x, y] = [0, 0];
    for (const tie of ties) {
      const other = this.#other(tie, node);
      x += this.xs[other] ?? 0;
      y += this.ys[other] ?? 0;
    }
    return [x / ties.length, y / ties.length];
  }

  /** Whether a connector lies on the cloth where it lies now, clear of all else. */
  fits(node: number): boolean {
    const [x, y, radius] = [this.xs[node] ?? 0, this.ys[node] ?? 0, this.#ws[node] ?? 0];
    const { shape, box } = this.#ground.sheet;
    const [across, down] = [box.w / 2 - GAP.edge - radius, box.h / 2 - GAP.edge - radius];
    const [dx, dy] = [x - box.x - box.w / 2, y - box.y - box.h / 2];
    if (shape === 'round' ? dx * dx + dy * dy > across * across : Math.abs(dx) > across || Math.abs(dy) > down)
      return false;
    for (let other = 0; other < this.xs.length; other++) {
      if (other === node) continue;
      const gap = other === this.#initiative ? GAP.initiative : GAP.least;
      if (this.#apart(node, other) < gap) return false;
    }
    return true;
  }

  /**
   * What the lines cost that have to do with where a connector lies: its own, and those that run under it. Past `most` it is not
   * counted on.
   */
  cost(node: number, most = Infinity): number {
    const { xs, ys } = this;
    let cost = 0;
    for (let other = 0; other < xs.length; other++) {
      if (other !== node && this.#apart(node, other) < GAP.good) cost += WEIGHT.narrow;
    }
    for (const tie of this.#ties[node] ?? []) {
      if (cost > most) return cost;
      const [a, b] = [this.#from[tie] ?? 0, this.#to[tie] ?? 0];
      const [ax, ay, bx, by] = [xs[a] ?? 0, ys[a] ?? 0, xs[b] ?? 0, ys[b] ?? 0];
      cost += Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) * WEIGHT.length;
      for (let other = 0; other < this.#from.length; other++) {
        const c = this.#from[other] ?? 0;
        const d = this.#to[other] ?? 0;
        if (c === a || c === b || d === a || d === b) continue;
        if (cross(ax, ay, bx, by, xs[c] ?? 0, ys[c] ?? 0, xs[d] ?? 0, ys[d] ?? 0)) cost++;
      }
      for (let shape = 0; shape < xs.length; shape++) {
        if (shape !== a && shape !== b && this.#isUnder(ax, ay, bx, by, shape)) cost += WEIGHT.under;
      }
    }
    for (let tie = 0; tie < this.#from.length; tie++) {
      const a = this.#from[tie] ?? 0;
      const b = this.#to[tie] ?? 0;
      if (a === node || b === node) continue;
      if (this.#isUnder(xs[a] ?? 0, ys[a] ?? 0, xs[b] ?? 0, ys[b] ?? 0, node)) cost += WEIGHT.under;
    }
    return cost;
  }

  #other(tie: number, node: number): number {
    const from = this.#from[tie] ?? 0;
    return from === node ? (this.#to[tie] ?? 0) : from;
  }

  /** The clear distance between a circle and any node, mm. */
  #apart(circle: number, other: number): number {
    const [w, h] = [this.#ws[other] ?? 0, this.#hs[other] ?? 0];
    let dx = Math.abs((this.xs[circle] ?? 0) - (this.xs[other] ?? 0));
    let dy = Math.abs((this.ys[circle] ?? 0) - (this.ys[other] ?? 0));
    let round = this.#ws[circle] ?? 0;
    if (h === 0) round += w;
    else {
      dx = Math.max(0, dx - w);
      dy = Math.max(0, dy - h);
    }
    if (dx > round + GAP.good || dy > round + GAP.good) return GAP.good;
    return Math.sqrt(dx * dx + dy * dy) - round;
  }

  #isUnder(ax: number, ay: number, bx: number, by: number, shape: number): boolean {
    const x = this.xs[shape] ?? 0;
    const y = this.ys[shape] ?? 0;
    const h = this.#hs[shape] ?? 0;
    const w = (this.#ws[shape] ?? 0) + AIR;
    const tall = h === 0 ? w : h + AIR;
    if ((ax < x - w && bx < x - w) || (ax > x + w && bx > x + w)) return false;
    if ((ay < y - tall && by < y - tall) || (ay > y + tall && by > y + tall)) return false;
    const [dx, dy] = [bx - ax, by - ay];
    // How far the line through the tie passes the middle, and how far the shape reaches that way.
    const off = Math.abs(dx * (y - ay) - dy * (x - ax));
    const reach = h === 0 ? w * Math.sqrt(dx * dx + dy * dy) : w * Math.abs(dy) + tall * Math.abs(dx);
    return off < reach;
  }
}

function cross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  if ((cx < ax && cx < bx && dx < ax && dx < bx) || (cx > ax && cx > bx && dx > ax && dx > bx)) return false;
  if ((cy < ay && cy < by && dy < ay && dy < by) || (cy > ay && cy > by && dy > ay && dy > by)) return false;
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (c > 0 === d > 0) return false;
  const e = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const f = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  return e > 0 !== f > 0;
}
