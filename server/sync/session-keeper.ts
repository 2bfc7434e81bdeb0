import type { LastingSession } from '../../shared/protocol.ts';
import { keptSession } from './session-state.ts';

/** One room's session state: the newest counts at once, and the store follows as fast as it can, newest only. */
export class SessionKeeper {
  readonly #store: (json: string) => Promise<void>;
  #current: LastingSession;
  #kept: LastingSession;
  #storing = false;
  #waiters: (() => void)[] = [];

  /** @param stored what the store had, or null; @param store brings a state to the store, durably. */
  constructor(stored: string | null, store: (json: string) => Promise<void>) {
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

  set(session: LastingSession): void {
    this.#current = session;
    this.save();
  }

  /** Brings the newest state to the store, if it is not there yet. What fails is tried again by the next call. */
  save(): void {
    if (this.#storing || this.isKept) return;
    const session = this.#current;
    this.#storing = true;
    this.#store(JSON.stringify(session)).then(
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
