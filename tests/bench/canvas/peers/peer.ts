/** What each page of another program answers to the benchmark; it draws the same things at the same places, 1 px per mm. */
export interface Peer {
  /** Looks at a point of the cloth (mm), at so many px per mm. */
  look(view: { readonly x: number; readonly y: number; readonly zoom: number }): void;
  /** The middle of a thing on the screen, CSS px. */
  middleOf(id: string): readonly [number, number];
  /** Moves things at 30 Hz, as that program does with what comes from others; resolves after so many updates. */
  remote(ids: readonly string[], updates: number): Promise<void>;
  /** All that lies there, in that program's own form: what its page is given the next time. */
  kept(): unknown;
  /** All of it as a PNG, at so many px per mm: its size in px. */
  picture?(scale: number): Promise<{ readonly width: number; readonly height: number }>;
}

/** What lies on the cloth, as far as any program draws it. */
export interface Things {
  readonly items: readonly {
    readonly id: string;
    readonly words: string;
    readonly round: boolean;
    readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  }[];
  readonly ties: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

declare global {
  interface Window {
    peer?: Peer;
    interactiveAt?: number;
  }
}

/** Height of letters, px, as large as on the cloth. */
export const LETTERS = 24;

/** How far apart messages of others come, ms. */
const REMOTE_MS = 1_000 / 30;

/** What is laid in the program, or what it kept of that before; null for what there is not. */
export async function given<Kept>(): Promise<{ readonly things: Things; readonly kept: Kept | null }> {
  const read = async (path: string): Promise<unknown> => {
    const answer = await fetch(path);
    return answer.ok ? answer.json() : null;
  };
  const [things, kept] = await Promise.all([read('/things.json'), read('/kept.json')]);
  return { things: things as Things, kept: kept as Kept | null };
}

/** One frame after all was given it has been drawn, and hands are listened to. */
export function tellInteractive(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.interactiveAt = performance.now();
      }),
    ),
  );
}

/** Calls `move` with how far things have come, px, as many times as there are updates. */
export function often(updates: number, move: (by: readonly [number, number]) => void): Promise<void> {
  return new Promise((done) => {
    let nth = 0;
    const timer = setInterval(() => {
      nth++;
      move([nth * 2, nth]);
      if (nth < updates) return;
      clearInterval(timer);
      done();
    }, REMOTE_MS);
  });
}
