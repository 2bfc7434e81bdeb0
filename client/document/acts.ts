import { createStore } from 'zustand/vanilla';
import type { ClothDoc } from '../../shared/document/cloth-doc.ts';
import { UndoStack } from '../../shared/document/undo.ts';
import type { History, Intent, Performed } from './cloth-session.ts';
import { LARGEST_CHANGE, sizeOf } from './too-large.ts';

export interface ActsOptions {
  readonly cloth: ClothDoc;
  /** May this page change the cloth now? */
  readonly mayBegin: () => boolean;
  /** May it end what it has begun? */
  readonly mayEnd: () => boolean;
  /** The cloth was changed, or may have been. */
  readonly done: () => void;
}

/** What this person does to the cloth: carried out if it may be, gathered into actions, taken back and done again. */
export class Acts {
  readonly history = createStore<History>(() => ({ canUndo: false, canRedo: false, latest: 0 }));
  readonly #options: ActsOptions;
  readonly #undo: UndoStack;
  /** The key under which calls are being gathered into one action. */
  #gathering: string | null = null;
  #joins = false;

  constructor(options: ActsOptions) {
    this.#options = options;
    this.#undo = new UndoStack(options.cloth, () => {
      if (this.#undo.latest !== this.history.getState().latest) this.history.setState(this.#undo.state);
    });
  }

  /** Whether what is carried out at this moment goes on with the action before it. */
  get joins(): boolean {
    return this.#joins;
  }

  /** Carries out what may be larger than one message holds: it is tried first, beside the cloth. */
  tryPerform(intent: Intent, key?: string): Performed {
    if (!this.#may(key)) return { kind: 'may-not-write' };
    const bytes = sizeOf(intent);
    if (bytes > LARGEST_CHANGE) return { kind: 'too-large', bytes, limit: LARGEST_CHANGE };
    return this.perform(intent, key);
  }

  /** Carries out what cannot be large, for every text and number has its limit. */
  perform(intent: Intent, key?: string): Performed {
    if (!this.#may(key)) return { kind: 'may-not-write' };
    this.#joins = key !== undefined && key === this.#gathering;
    const changes = intent(this.#options.cloth);
    this.#joins = false;
    this.#gathering = key ?? null;
    this.#undo.push(changes, key);
    this.#options.done();
    return { kind: changes.length > 0 ? 'done' : 'unchanged' };
  }

  /** What was begun before everyone is held may be ended, as part of the same action. */
  #may(key: string | undefined): boolean {
    return this.#options.mayBegin() || (key !== undefined && key === this.#gathering && this.#options.mayEnd());
  }

  seal(): void {
    this.#gathering = null;
    this.#undo.seal();
  }

  forget(key: string): boolean {
    this.#gathering = null;
    const forgot = this.#options.mayEnd() && this.#undo.forget(key);
    this.#options.done();
    return forgot;
  }

  undo(): boolean {
    return this.#step(() => this.#undo.undo());
  }

  redo(): boolean {
    return this.#step(() => this.#undo.redo());
  }

  #step(step: () => boolean): boolean {
    if (!this.#options.mayBegin()) return false;
    this.#gathering = null;
    const changed = step();
    this.#options.done();
    return changed;
  }
}
