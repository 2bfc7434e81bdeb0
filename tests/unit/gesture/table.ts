import type {
  GestureContext,
  GestureEvent,
  GestureIntent,
  GestureState,
  Preview,
} from '../../../client/gesture/gesture.ts';
import { AT_REST, type Target } from '../../../client/gesture/gesture.ts';
import { NO_PREVIEW } from '../../../client/gesture/preview.ts';
import { reduceGesture } from '../../../client/gesture/reduce.ts';
import { type Box, contains, overlaps } from '../../../shared/layout/box.ts';
import type { Point } from '../../../shared/model/schema.ts';

/** A small cloth to try hands on: boxes at places, seen so that 1 px is 2 mm and the canvas's corner is (-1000, -1000). */
export interface TestTable {
  items: Map<string, Box>;
  ties: Map<string, Box>;
  handles: { of: string; at: Point }[];
  tool: GestureContext['tool'];
  multiSelect: boolean;
  mayWrite: boolean;
  selection: ReadonlySet<string>;
  tieFrom: string | null;
  unreadable: boolean;
  /** Items that may not be moved now. */
  fixed: ReadonlySet<string>;
}

const INITIATIVE_BOX: Box = { x: -100, y: -100, w: 200, h: 200 };

export function laidTable(changes: Partial<TestTable> = {}): TestTable {
  return {
    items: new Map([
      ['idea', { x: -900, y: -900, w: 100, h: 40 }],
      ['means', { x: -700, y: -900, w: 100, h: 40 }],
      ['Gemma', { x: 300, y: 300, w: 120, h: 120 }],
    ]),
    ties: new Map([['tie', { x: 500, y: -500, w: 100, h: 4 }]]),
    handles: [],
    tool: 'select',
    multiSelect: false,
    mayWrite: true,
    selection: new Set(),
    tieFrom: null,
    unreadable: false,
    fixed: new Set(),
    ...changes,
  };
}

/** Where a thing is on the screen, px. */
export function middleOf(table: TestTable, id: string): Point {
  const box = id === 'initiative' ? INITIATIVE_BOX : (table.items.get(id) ?? table.ties.get(id));
  if (!box) throw new Error(`no ${id} on this table`);
  return [(box.x + box.w / 2 + 1000) / 2, (box.y + box.h / 2 + 1000) / 2];
}

export const EMPTY: Point = [250, 250];

/** `panned`: how far the cloth lies from where it began, px. */
function contextOf(table: TestTable, [dx, dy]: Point): GestureContext {
  const toCloth = ([x, y]: Point): Point => [2 * (x - dx) - 1000, 2 * (y - dy) - 1000];
  const bodyAt = (at: Point): Target => {
    const point = toCloth(at);
    for (const [id, box] of table.items) if (contains(box, point)) return { on: 'item', id };
    if (contains(INITIATIVE_BOX, point)) return { on: 'initiative' };
    for (const [id, box] of table.ties) if (contains(box, point)) return { on: 'tie', id };
    return { on: 'cloth' };
  };
  return {
    ...table,
    toCloth,
    bodyAt,
    targetAt: (at) => {
      const handle = table.handles.find((one) => Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) < 10);
      return handle ? { on: 'handle', of: handle.of } : bodyAt(at);
    },
    within: (box) => new Set([...table.items].filter(([, item]) => overlaps(item, box)).map(([id]) => id)),
    mayMove: (id) => !table.fixed.has(id),
    placeOf: (id) => {
      const box = table.items.get(id);
      return box ? [box.x + box.w / 2, box.y + box.h / 2] : null;
    },
  };
}

type Step = Partial<Extract<GestureEvent, { type: 'down' }>>;

/** Hands at a table: each step goes through the reducer, and what it wants is kept in `wanted`. */
export class TryHands {
  readonly table: TestTable;
  wanted: GestureIntent[] = [];
  preview: Preview = NO_PREVIEW;
  state: GestureState = AT_REST;
  #time = 0;
  #panned: Point = [0, 0];

  constructor(table: TestTable = laidTable()) {
    this.table = table;
  }

  send(event: GestureEvent): this {
    const { state, preview, intents } = reduceGesture(this.state, event, contextOf(this.table, this.#panned));
    this.state = state;
    this.preview = preview;
    this.wanted.push(...intents);
    for (const intent of intents) if (intent.do === 'select') this.table.selection = intent.ids;
    return this;
  }

  /** Somebody moves the cloth under the hands. */
  pan([dx, dy]: Point): this {
    this.#panned = [this.#panned[0] + dx, this.#panned[1] + dy];
    return this.send({ type: 'looked' });
  }

  wait(ms: number): this {
    this.#time += ms;
    return this;
  }

  down(
    at: Point,
    { pointer = 1, device = 'mouse', button = 0, shift = false, space = false, breadth = 0 }: Step = {},
  ): this {
    return this.send({ type: 'down', pointer, device, at, time: this.#time, button, shift, space, breadth });
  }

  move(at: Point, { pointer = 1, device = 'mouse' }: Step = {}): this {
    return this.send({ type: 'move', pointer, device, at, time: this.#time });
  }

  up(at: Point, { pointer = 1 }: Step = {}): this {
    this.#time += 40;
    return this.send({ type: 'up', pointer, at, time: this.#time });
  }

  tap(at: Point, options: Step = {}): this {
    return this.down(at, options).up(at, options);
  }

  drag(from: Point, to: Point, options: Step = {}): this {
    return this.down(from, options).move(to, options).up(to, options);
  }

  /** What was wanted since the last time this was asked. */
  take(): GestureIntent[] {
    const wanted = this.wanted;
    this.wanted = [];
    return wanted;
  }
}

export function away([x, y]: Point, dx: number, dy = 0): Point {
  return [x + dx, y + dy];
}
