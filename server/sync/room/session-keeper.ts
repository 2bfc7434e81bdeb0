import type { LastingSession } from '../../../shared/model/session.ts';
import { keptSession } from './session-state.ts';

/**
 * One room's session state: the newest counts at once, and the store follows as fast as it can, newest only. Every change
 * counts up a version, by which several nodes agree on which is the newest.
 */
export class SessionKeeper {
  readonly #store: (json: string, version: number) => Promise<void>;
  #version: number;
  #current: LastingSession;
  #kept: LastingSession;
  #storing = false;
  #waiters: (() => void)[] = [];

  /** @param stored what the store had, or null, and its version; @param store brings a state to the store, durably. */
  constructor(stored: string | null, store: (json: string, version: number) => Promise<void>, version = 0) {
    this.#version = version;
    this.#current = keptSession(stored);
    this.#kept = this.#current;
    this.#store = store;
  }

  get current(): LastingSession {
    return this.#current;
  }

  /** Whether the store has the newest state. */
  get isKept(): boolean {
    return this.#kept === this.#current;
  }

  get version(): number {
    return this.#version;
  }

  set(session: LastingSession): void {
    this.#current = session;
    this.#version += 1;
    this.save();
  }

  /**
   * Takes a state that was set on another node, if it is newer than the one here; of two with one version, every node
   * takes the one whose text sorts last. Returns whether it was taken.
   */
  adopt(json: string, version: number): boolean {
    if (version < this.#version || (version === this.#version && json <= JSON.stringify(this.#current))) return false;
    this.#current = keptSession(json);
    this.#version = version;
    this.save();
    return true;
  }

  /** Brings the newest state to the store, if it is not there yet. What fails is tried again by the next call. */
  save(): void {
    if (this.#storing || this.isKept) return;
    const session = this.#current;
    this.#storing = true;
    this.#store(JSON.stringify(session), this.#version).then(
      () => {
        this.#storing = false;
        this.#kept = session;
        if (this.isKept) for (const waiter of this.#waiters.splice(0)) waiter();
        else this.save();
      },
      () => {
        this.#storing = false;
      },
    );
  }

  /** Calls back once the newest state is durable: now, if it is. */
  whenKept(callback: () => void): void {
    if (this.isKept) callback();
    else this.#waiters.push(callback);
  }
}
