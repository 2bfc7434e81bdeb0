import type { FileProblem, LeftOut } from '../../../shared/formats/cloth-file.ts';
import type { FormChoice, FormId } from '../../../shared/formats/forms.ts';
import type { When } from '../../../shared/formats/seen.ts';
import type { KnownCloth } from '../../../shared/method/known-cloth.ts';
import type { CommonsSnapshot } from '../../../shared/model/commons.ts';
import { builtProgram } from '../../core/built-program.ts';
import type { Limits } from '../../core/config.ts';
import { Turns } from '../../core/turns.ts';
import { WorkerPool } from '../../core/worker-pool.ts';
import { isPacked, type Packed, packed } from './packed.ts';
import type { Asked, AskedProjection, Projected, ReadText, ShownText } from './read-document.ts';

/** A cloth file as changes of a cloth, or why it cannot be laid there. */
export type Laid =
  | { readonly ok: false; readonly why: FileProblem | { readonly problem: 'cloth-full' } }
  | {
      readonly ok: true;
      readonly parts: readonly Uint8Array[];
      readonly added: { readonly seats: number; readonly items: number; readonly ties: number };
      readonly leftOut: LeftOut;
    };

/** What could be made of a stored document, as `applyStored` reads it. */
export interface LoadedParts {
  /** To apply one after the other. */
  readonly parts: readonly Uint8Array[];
  /** The same as one update, for those who come in. */
  readonly whole: Uint8Array;
  readonly refused: number;
  /** Some of it builds on parts that are not there, and is left out. */
  readonly isIncomplete: boolean;
  /** What settles its circles after that, see `settleCircles`. */
  readonly settled: readonly Uint8Array[];
}

/** What a worker is asked, with what it is given. */
export type Task =
  | { readonly kind: 'split'; readonly update: Uint8Array }
  | { readonly kind: 'load' | 'whole'; readonly document: Packed }
  | { readonly kind: 'lay'; readonly document: Packed; readonly file: Uint8Array }
  | { readonly kind: 'write'; readonly document: Packed }
  | { readonly kind: 'read'; readonly document: Packed; readonly when: When }
  | { readonly kind: 'show'; readonly document: Packed; readonly asked: Asked }
  | { readonly kind: 'project'; readonly documents: Projected<Packed>; readonly asked: AskedProjection }
  | { readonly kind: 'file'; readonly shown: Uint8Array }
  | { readonly kind: 'commons'; readonly document: Packed }
  | { readonly kind: 'known'; readonly document: Packed; readonly id: string }
  | {
      readonly kind: 'form';
      readonly document: Packed;
      readonly when: When;
      readonly form: FormId;
      readonly choice: FormChoice;
    };

/** What it answers. */
export interface Done {
  readonly split: readonly Uint8Array[];
  readonly load: LoadedParts;
  readonly whole: Uint8Array;
  readonly lay: Laid;
  readonly write: Uint8Array;
  /** Null when a moment that is asked for is not there. */
  readonly read: ReadText | null;
  readonly form: { readonly made: Uint8Array; readonly title: string } | null;
  readonly show: ShownText | null;
  readonly project: readonly Uint8Array[];
  readonly file: Uint8Array;
  readonly commons: CommonsSnapshot;
  readonly known: KnownCloth;
}

/**
 * Where what would keep the others waiting is done: large files and changes are read, checked and taken apart in threads of
 * their own, and what comes of it is applied in turns of some milliseconds. `who` is for whom, so that all get their turn; `gone`
 * says when they wait no longer.
 */
export class Workshop {
  readonly turns = new Turns();
  readonly #pool: WorkerPool;

  constructor({ workers, workMs, workBytes }: Pick<Limits, 'workers' | 'workMs' | 'workBytes'>) {
    const program = builtProgram(import.meta.url, 'sync/guard/worker');
    this.#pool = new WorkerPool({ program, threads: workers, patienceMs: workMs, heapBytes: workBytes });
  }

  /** A large update, which is the workshop's from here on, in parts to apply one after the other. Rejects with WorkRefused when no cloth has one like it. */
  split(who: string, update: Uint8Array): Promise<Done['split']> {
    return this.#have(who, () => ({ kind: 'split', update: given(update) }));
  }

  /** A stored document in parts that are quick to apply. */
  load(who: string, document: readonly Uint8Array[]): Promise<LoadedParts> {
    return this.#have(who, () => ({ kind: 'load', document: packed(document) }));
  }

  /** A stored document as one update. Rejects with WorkRefused when some of it could not be used. */
  whole(who: string, document: readonly Uint8Array[]): Promise<Uint8Array> {
    return this.#have(who, () => ({ kind: 'whole', document: packed(document) }));
  }

  /** A cloth file, which is the workshop's from here on, as changes of this document. */
  lay(who: string, document: readonly Uint8Array[], file: Uint8Array): Promise<Laid> {
    return this.#have(who, () => ({ kind: 'lay', document: packed(document), file: given(file) }));
  }

  /** The cloth file of a document, as UTF-8. */
  write(who: string, document: readonly Uint8Array[], gone?: AbortSignal): Promise<Uint8Array> {
    return this.#have(who, () => ({ kind: 'write', document: packed(document) }), gone);
  }

  /** What stands in a document, or stood in it at a moment; null when that is not there. */
  read(who: string, document: readonly Uint8Array[], when: When, gone?: AbortSignal): Promise<Done['read']> {
    return this.#have(who, () => ({ kind: 'read', document: packed(document), when }), gone);
  }

  /** What a room shows of a document; null for one of an earlier version, which is brought to this one by opening it. */
  show(who: string, document: readonly Uint8Array[], asked: Asked): Promise<ShownText | null> {
    return this.#have(who, () => ({ kind: 'show', document: packed(document), asked }));
  }

  /** What brings a projection's document to what a room shows of a sheet now, in parts to apply one after the other. */
  project(
    who: string,
    { sheet, commons, shown }: Projected<readonly Uint8Array[]>,
    asked: AskedProjection,
  ): Promise<Done['project']> {
    const give = () => ({ sheet: packed(sheet), commons: packed(commons), shown: packed(shown) });
    return this.#have(who, () => ({ kind: 'project', documents: give(), asked }));
  }

  /** What is shown of a sheet as a cloth file with the names of its moments, as UTF-8. */
  file(who: string, shown: Uint8Array, gone?: AbortSignal): Promise<Uint8Array> {
    return this.#have(who, () => ({ kind: 'file', shown: shown.slice() }), gone);
  }

  /** What stands in a network room's document, no more of it than a room has. */
  commons(who: string, document: readonly Uint8Array[]): Promise<CommonsSnapshot> {
    return this.#have(who, () => ({ kind: 'commons', document: packed(document) }));
  }

  /** What a cloth knows that a theme can begin with. */
  known(who: string, document: readonly Uint8Array[], id: string, gone?: AbortSignal): Promise<KnownCloth> {
    return this.#have(who, () => ({ kind: 'known', document: packed(document), id }), gone);
  }

  /** A document, or a moment of it, in a form of words or data; null when that moment is not there. */
  form(
    who: string,
    document: readonly Uint8Array[],
    { when, format: form, choice }: { readonly when: When; readonly format: FormId; readonly choice: FormChoice },
    gone?: AbortSignal,
  ): Promise<Done['form']> {
    return this.#have(who, () => ({ kind: 'form', document: packed(document), when, form, choice }), gone);
  }

  stop(): void {
    this.#pool.stop();
  }

  #have<K extends Task['kind']>(
    who: string,
    give: () => Task & { readonly kind: K },
    gone?: AbortSignal,
  ): Promise<Done[K]> {
    // What it is given is its own from then on; the worker answers each kind with what is said above.
    const given = () => {
      const task = give();
      return { task, transfer: buffersIn(task) };
    };
    return this.#pool.run(who, given, gone) as Promise<Done[K]>;
  }
}

function buffersIn(task: Task): ArrayBuffer[] {
  return Object.values(task).flatMap((part: unknown) => {
    const bytes = isPacked(part) ? part.bytes : part;
    return bytes instanceof Uint8Array ? [bytes.buffer as ArrayBuffer] : [];
  });
}

/** Shorter than this it may lie in memory with others' bytes, and a copy costs nothing. */
const LEAST_GIVEN = 256 * 1024;

/** Bytes that are given away: those that have memory of their own as they are, others as a copy. */
function given(bytes: Uint8Array): Uint8Array {
  const isAlone = bytes.length >= LEAST_GIVEN && bytes.length * 1.1 >= bytes.buffer.byteLength;
  return isAlone ? bytes : new Uint8Array(bytes);
}
