import type { Box } from '../../../shared/layout/box.ts';
import { drawOnNextFrame, type FrameTask } from '../../document/frame.ts';
import type { Camera } from '../camera/camera.ts';
import type { Picture } from './picture.ts';

/** What the next frame must do. */
export interface Due {
  /** Draw the picture whole. */
  readonly sweep: boolean;
  /** Draw the picture where these are (mm). */
  readonly spots: readonly Box[];
  readonly camera: boolean;
  /** Draw the thin layer over the picture. */
  readonly live: boolean;
}

const NOTHING: Due = { sweep: false, spots: [], camera: false, live: false };
/** The camera rests when it has not moved for this long: then the picture is drawn sharp. ms. */
const REST_MS = 130;

/** Draws at most once per frame, and only the layers that have something new to show. */
export class FrameLoop {
  readonly #camera: Camera;
  readonly #picture: Picture;
  readonly #drawLive: () => void;
  readonly #rested: () => void;
  #due = NOTHING;
  #rest = 0;

  readonly #frame: FrameTask;

  /** `rested` is called some moments after the camera last moved. */
  constructor(parts: { camera: Camera; picture: Picture; drawLive: () => void; rested: () => void }) {
    this.#camera = parts.camera;
    this.#picture = parts.picture;
    this.#drawLive = parts.drawLive;
    this.#rested = parts.rested;
    this.#frame = drawOnNextFrame(() => this.#draw());
  }

  need({ spots, ...flags }: Partial<Due>): void {
    const all = spots?.length ? [...this.#due.spots, ...spots] : this.#due.spots;
    this.#due = { ...this.#due, ...flags, spots: all };
    this.#frame.ask();
  }

  stop(): void {
    this.#frame.stop();
    clearTimeout(this.#rest);
  }

  #draw(): void {
    const due = this.#due;
    this.#due = NOTHING;
    if (this.#camera.size().width === 0) return;
    const view = this.#camera.get();
    if (due.sweep || !this.#picture.follow(view)) this.#picture.redraw(view);
    else if (due.spots.length > 0) this.#picture.repaint(due.spots);
    if (due.camera) this.#awaitRest();
    if (due.live || due.camera) this.#drawLive();
  }

  #awaitRest(): void {
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      if (!this.#picture.isSharp(this.#camera.get())) this.need({ sweep: true });
      this.#rested();
    }, REST_MS);
  }
}
