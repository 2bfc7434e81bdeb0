import { type Box, grow, holds, overlaps, unionOf } from '../../../shared/layout/box.ts';
import { Pane } from './pane.ts';

/** Something to draw on a thin layer, CSS px from the canvas's top left corner. `box` holds all that is painted. */
export interface LivePicture {
  readonly box: Box;
  paint(ctx: CanvasRenderingContext2D): void;
}

/** A pane is made this much larger than what is on it, px, so that it need not be made anew at every step of a drag. */
const AROUND = 96;
/** A pane this many times larger than need be is made anew, unless it is no larger than `small` px². */
const WASTE = { times: 4, small: 250_000 } as const;
const NOWHERE: Box = { x: 0, y: 0, w: 0, h: 0 };

/**
 * A thin layer over the picture: what lives (moves or is being written), or what only passes (selection, handles, others'
 * cursors). It is drawn anew whole, for it holds little; and its pane is only as large as what is on it.
 */
export class LiveLayer {
  readonly #frame = document.createElement('div');
  readonly #canvas = new Pane(this.#frame);
  #size = { w: 0, h: 0 };
  /** Where the pane lies on the canvas, px. */
  #pane = NOWHERE;
  #isClean = true;

  constructor(host: HTMLElement) {
    Object.assign(this.#frame.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
    host.append(this.#frame);
  }

  /** Size of the canvas, px. */
  resize(w: number, h: number): void {
    this.#size = { w, h };
    this.#lay(NOWHERE);
  }

  /** Shows these, from below to above, and nothing else. */
  draw(pictures: readonly LivePicture[]): void {
    const whole = { x: 0, y: 0, ...this.#size };
    const seen = pictures.filter((picture) => overlaps(picture.box, whole));
    // Wiping a clean pane would still have the browser copy it to the screen.
    if (seen.length === 0 && this.#isClean) return;
    this.#isClean = seen.length === 0;
    const needed = unionOf(seen.map((picture) => picture.box));
    if (needed) this.#makeRoom(common(needed, whole), whole);
    this.#canvas.clear();
    this.#canvas.draw((ctx) => {
      ctx.translate(-this.#pane.x, -this.#pane.y);
      for (const picture of seen) picture.paint(ctx);
    });
  }

  destroy(): void {
    this.#canvas.destroy();
    this.#frame.remove();
  }

  #makeRoom(needed: Box, whole: Box): void {
    const wanted = common(whole, grow(needed, AROUND));
    const area = ({ w, h }: Box) => w * h;
    const wasteful = area(this.#pane) > Math.max(WASTE.small, WASTE.times * area(wanted));
    if (wasteful || !holds(this.#pane, needed)) this.#lay(wanted);
  }

  #lay({ x, y, w, h }: Box): void {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    this.#pane = { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top };
    this.#canvas.resize(this.#pane.w, this.#pane.h);
    this.#frame.style.transform = `translate(${left}px, ${top}px)`;
  }
}

/** What two boxes share; empty when they share nothing. */
function common(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [w, h] = [Math.min(a.x + a.w, b.x + b.w) - x, Math.min(a.y + a.h, b.y + b.h) - y];
  return { x, y, w: Math.max(0, w), h: Math.max(0, h) };
}
