import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PictureChoice, PictureId } from '../../shared/formats/pictures/pictures.ts';
import type { Seen } from '../../shared/formats/seen.ts';
import type { Limits } from '../core/config.ts';
import { WorkerPool } from '../core/worker-pool.ts';

/** What a picture is made of. */
export interface PictureTask extends Seen {
  readonly form: PictureId;
  readonly choice: PictureChoice;
  /** Of a PNG, px. */
  readonly width: number;
}

/** A PNG is no wider and no higher than this, px: what it takes grows with its square. */
export const MOST_PX = 6_000;
/** The drawing program's own memory grows from picture to picture: after so many its thread is ended, and its memory with it. */
const PICTURES_EACH = 40;
/** Pictures that were made lately are kept, bytes. */
const KEPT_BYTES = 24 * 1024 * 1024;

/** Compiled it lies beside this file, also for a server that runs from its sources. */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/server/export/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

/**
 * Where pictures are made: one at a time, in a thread of its own that is ended when it takes too long or too much. One that was
 * made lately of the same version is given again.
 */
export class PictureShop {
  readonly #pool: WorkerPool;
  readonly #kept = new Map<string, Uint8Array>();
  readonly #making = new Map<string, Promise<Uint8Array>>();
  #keptBytes = 0;

  constructor({ workMs, workBytes }: Pick<Limits, 'workMs' | 'workBytes'>) {
    if (!existsSync(fileURLToPath(PROGRAM))) throw new Error('the server is not built; run npm run build');
    this.#pool = new WorkerPool({
      program: PROGRAM,
      threads: 1,
      patienceMs: workMs,
      heapBytes: workBytes,
      tasksEach: PICTURES_EACH,
    });
  }

  /**
   * A picture of a cloth. `version` says of which cloth and how it stands, so that what is kept is of the same; `who` is for
   * whom, so that all get their turn. Rejects with WorkGivenUp when it takes too long or too much.
   */
  async make(who: string, version: string, { cloth, at, since, ...order }: PictureTask): Promise<Uint8Array> {
    const key = JSON.stringify([version, order]);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    let making = this.#making.get(key);
    if (!making) {
      making = this.#pool.run(who, { cloth, at, since, ...order } satisfies PictureTask, []).then((made) => {
        this.#keep(key, made as Uint8Array);
        return made as Uint8Array;
      });
      making = making.finally(() => this.#making.delete(key));
      this.#making.set(key, making);
    }
    return making;
  }

  stop(): void {
    this.#pool.stop();
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
