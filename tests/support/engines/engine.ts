/** Where something is in the window, CSS px. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What hands do in turn: a key or words typed, a press, a drag. */
export interface Hands {
  /** Types words, letter by letter, where the page has its cursor. */
  type(words: string): Promise<void>;
  /** Presses one key that writes nothing, perhaps with Control held. */
  key(key: keyof typeof KEYS, control?: boolean): Promise<void>;
  press(x: number, y: number): Promise<void>;
  drag(from: readonly [number, number], to: readonly [number, number]): Promise<void>;
}

/** A browser of another make with one page open, for the tests that play the main path in it. */
export interface Engine extends Hands {
  open(url: string): Promise<void>;
  /** Runs a function in the page and returns, as plain data, what it gives. It may use nothing from outside. */
  run<Args extends readonly unknown[], Result>(
    inPage: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** What the window shows, as a PNG. */
  shot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Keys that write nothing, by their code in W3C WebDriver. */
export const KEYS = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Control: '\uE009',
  Delete: '\uE017',
  z: 'z',
  a: 'a',
} as const;

/** One moment of an input device. */
export type Action = Readonly<Record<string, unknown>>;

/** How many steps a drag takes on its way: enough to be seen as one, and how long each, ms. */
const DRAG = { steps: 6, ms: 20 } as const;

/** What `Hands` do as the actions of W3C WebDriver, carried out by `perform`; `device` is what points. */
export function handsBy(perform: (source: Action) => Promise<void>): Hands {
  const keys = (actions: readonly Action[]) => perform({ type: 'key', id: 'keyboard', actions });
  const pointer = (actions: readonly Action[]) =>
    perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const move = (x: number, y: number, duration = 0): Action => ({
    type: 'pointerMove',
    origin: 'viewport',
    x: Math.round(x),
    y: Math.round(y),
    duration,
  });
  const down: Action = { type: 'pointerDown', button: 0 };
  const up: Action = { type: 'pointerUp', button: 0 };
  return {
    type: (words) => keys([...words].flatMap((value) => stroke(value))),
    key: (key, control = false) =>
      keys([
        ...(control ? [{ type: 'keyDown', value: KEYS.Control }] : []),
        ...stroke(KEYS[key]),
        ...(control ? [{ type: 'keyUp', value: KEYS.Control }] : []),
      ]),
    press: (x, y) => pointer([move(x, y), down, up]),
    drag: ([x, y], [toX, toY]) =>
      pointer([
        move(x, y),
        down,
        ...Array.from({ length: DRAG.steps }, (_, at) => {
          const part = (at + 1) / DRAG.steps;
          return move(x + (toX - x) * part, y + (toY - y) * part, DRAG.ms);
        }),
        up,
      ]),
  };
}

function stroke(value: string): Action[] {
  return [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
}
