import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileProblem, LeftOut } from '../../../shared/formats/cloth-file.ts';
import type { FormChoice, FormId } from '../../../shared/formats/forms.ts';
import type { Seen, When } from '../../../shared/formats/seen.ts';
import type { Limits } from '../../core/config.ts';
import { Turns } from '../../core/turns.ts';
import { WorkerPool } from '../../core/worker-pool.ts';

/** A cloth file as changes of a cloth, or why it cannot be laid there. */
export type Laid =
  | { readonly ok: false; readonly why: FileProblem | { readonly problem: 'cloth-full' } }
  | {
      readonly ok: true;
      readonly parts: readonly Uint8Array[];
      readonly added: { readonly seats: number; readonly items: number; readonly ties: number };
      readonly leftOut: LeftOut;
    };

/** What a worker is asked, with what it is given. */
export type Task =
  | { readonly kind: 'split'; readonly update: Uint8Array }
  | { readonly kind: 'lay'; readonly document: Uint8Array; readonly file: Uint8Array }
  | { readonly kind: 'write'; readonly document: Uint8Array }
  | { readonly kind: 'read'; readonly document: Uint8Array; readonly when: When }
  | {
      readonly kind: 'form';
      readonly document: Uint8Array;
      readonly when: When;
      readonly form: FormId;
      readonly choice: FormChoice;
    };

/** What it answers. */
export interface Done {
  readonly split: readonly Uint8Array[];
  readonly lay: Laid;
  readonly write: Uint8Array;
  /** Null when a moment that is asked for is not there. */
  readonly read: Seen | null;
  readonly form: Uint8Array | null;
}

/** Compiled it lies beside this file, also for a server that runs from its sources. */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/server/sync/guard/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

/**
 * Where what would keep the others waiting is done: large files and changes are read, checked and taken apart in threads of
 * their own, and what comes of it is applied in turns of some milliseconds. `who` is for whom, so that all get their turn.
 */
export class Workshop {
  readonly turns = new Turns();
  readonly #pool: WorkerPool;

  constructor({ workers, workMs, workBytes }: Pick<Limits, 'workers' | 'workMs' | 'workBytes'>) {
    if (!existsSync(fileURLToPath(PROGRAM))) throw new Error('the server is not built; run npm run build');
    this.#pool = new WorkerPool({ program: PROGRAM, threads: workers, patienceMs: workMs, heapBytes: workBytes });
  }

  /** A large update, which is the workshop's from here on, in parts to apply one after the other. Rejects with WorkRefused when no cloth has one like it. */
  split(who: string, update: Uint8Array): Promise<Done['split']> {
    return this.#have(who, { kind: 'split', update: given(update) });
  }

  /** A cloth file, which is the workshop's from here on, as changes of this document. */
  lay(who: string, document: Uint8Array, file: Uint8Array): Promise<Laid> {
    return this.#have(who, { kind: 'lay', document: document.slice(), file: given(file) });
  }

  /** The cloth file of a document, as UTF-8. */
  write(who: string, document: Uint8Array): Promise<Uint8Array> {
    return this.#have(who, { kind: 'write', document: document.slice() });
  }

  /** What stands in a document, or stood in it at a moment; null when that is not there. */
  read(who: string, document: Uint8Array, when: When): Promise<Done['read']> {
    return this.#have(who, { kind: 'read', document: document.slice(), when });
  }

  /** A document, or a moment of it, in a form of words or data; null when that moment is not there. */
  form(who: string, document: Uint8Array, when: When, form: FormId, choice: FormChoice): Promise<Done['form']> {
    return this.#have(who, { kind: 'form', document: document.slice(), when, form, choice });
  }

  stop(): void {
    this.#pool.stop();
  }

  #have<K extends Task['kind']>(who: string, task: Task & { readonly kind: K }): Promise<Done[K]> {
    // What it is given is its own from here on; the worker answers each kind with what is said above.
    const buffers = Object.values(task).flatMap((part) =>
      part instanceof Uint8Array ? [part.buffer as ArrayBuffer] : [],
    );
    return this.#pool.run(who, task, buffers) as Promise<Done[K]>;
  }
}

/** Shorter than this it may lie in memory with others' bytes, and a copy costs nothing. */
const LEAST_GIVEN = 256 * 1024;

/** Bytes that are given away: those that have memory of their own as they are, others as a copy. */
function given(bytes: Uint8Array): Uint8Array {
  const isAlone = bytes.length >= LEAST_GIVEN && bytes.length * 1.1 >= bytes.buffer.byteLength;
  return isAlone ? bytes : new Uint8Array(bytes);
}
