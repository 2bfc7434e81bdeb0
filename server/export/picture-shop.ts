import type { PictureChoice, PictureId } from '../../shared/formats/pictures/pictures.ts';
import type { YearLine } from '../../shared/method/year-line.ts';
import { builtProgram } from '../core/built-program.ts';
import type { Limits } from '../core/config.ts';
import type { Metrics } from '../core/metrics.ts';
import { WorkerPool } from '../core/worker-pool.ts';

/** What a picture is made of. */
export interface PictureTask {
  /** A cloth as `seenOf` reads it, or a room's year as `yearOf` does. */
  readonly json: Uint8Array;
  /** What it is, when that is no cloth. */
  readonly of?: 'year';
  readonly form: PictureId;
  readonly choice: PictureChoice;
  /** Of a PNG, px. */
  readonly width: number;
}

/** A room's year as text, to pass on to a thread, and back. */
export function yearText(line: YearLine): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(line));
}

export function yearOf(json: Uint8Array): YearLine {
  return JSON.parse(new TextDecoder().decode(json)) as YearLine;
}

/** A PNG is no wider and no higher than this, px: what it takes grows with its square. */
export const MOST_PX = 6_000;
/** The drawing program's own memory grows from picture to picture: after so many its thread is ended, and its memory with it. */
const PICTURES_EACH = 40;
/** A wider PNG, px, or a picture of a cloth of more bytes, is the last of its thread: what it took is given back at once. */
const LARGE = { px: 3_000, bytes: 256 * 1024 } as const;
/** A picture of a cloth fuller than any takes so many times as long as other work may. */
const LONGER = 3;
/** Pictures that were made lately are kept, bytes. */
const KEPT_BYTES = 24 * 1024 * 1024;

const isLarge = ({ form, width, json }: PictureTask): boolean =>
  (form === 'png' && width > LARGE.px) || json.length > LARGE.bytes;

/** A picture that is under way. */
interface Making {
  readonly made: Promise<Uint8Array>;
  /** Nobody waits for it any more. */
  readonly nobody: AbortController;
  waiting: number;
}

/**
 * Where pictures are made: one at a time, in a thread of its own that is ended when it takes too long or too much. One that was
 * made lately of the same version is given again.
 */
export class PictureShop {
  readonly #pool: WorkerPool;
  readonly #counts: Metrics['pictures'];
  readonly #kept = new Map<string, Uint8Array>();
  readonly #making = new Map<string, Making>();
  #keptBytes = 0;

  constructor({ workMs, workBytes }: Pick<Limits, 'workMs' | 'workBytes'>, counts: Metrics['pictures']) {
    this.#counts = counts;
    this.#pool = new WorkerPool({
      program: builtProgram(import.meta.url, 'export/worker'),
      threads: 1,
      patienceMs: LONGER * workMs,
      heapBytes: workBytes,
      tasksEach: PICTURES_EACH,
      endsAfter: (task) => isLarge(task as PictureTask),
    });
  }

  /**
   * A picture of a cloth. `version` says of which cloth and how it stands, so that what is kept is of the same; `who` is for
   * whom, so that all get their turn; `gone` says when they wait no longer. Rejects with WorkGivenUp when it takes too long or
   * too much.
   */
  async make(who: string, version: string, task: PictureTask, gone?: AbortSignal): Promise<Uint8Array> {
    const { json: _, ...order } = task;
    const key = JSON.stringify([version, order]);
    const kept = this.#kept.get(key);
    this.#counts[kept ? 'kept' : 'made'].inc();
    if (kept) return kept;
    let making = this.#making.get(key);
    if (!making) {
      making = this.#begin(who, key, task);
      this.#making.set(key, making);
    }
    const ours = making;
    ours.waiting += 1;
    const leave = (): void => {
      ours.waiting -= 1;
      if (ours.waiting > 0) return;
      // Who asks from here on begins anew.
      if (this.#making.get(key) === ours) this.#making.delete(key);
      ours.nobody.abort();
    };
    if (gone?.aborted) leave();
    else gone?.addEventListener('abort', leave, { once: true });
    return ours.made;
  }

  stop(): void {
    this.#pool.stop();
  }

  #begin(who: string, key: string, task: PictureTask): Making {
    const nobody = new AbortController();
    const made = this.#pool
      .run(who, () => ({ task }), nobody.signal)
      .then((made) => {
        this.#keep(key, made as Uint8Array);
        return made as Uint8Array;
      })
      .finally(() => {
        if (this.#making.get(key)?.nobody === nobody) this.#making.delete(key);
      });
    return { made, nobody, waiting: 0 };
  }

  #keep(key: string, made: Uint8Array): void {
    this.#kept.set(key, made);
    this.#keptBytes += made.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#keptBytes <= KEPT_BYTES) break;
      this.#kept.delete(oldest);
      this.#keptBytes -= length;
    }
  }
}
