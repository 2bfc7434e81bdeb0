import { createStore } from 'zustand/vanilla';
import { isMasked, type Partaker } from '../../shared/method/steps.ts';
import { isHeld, timeLeft } from '../../shared/method/timer.ts';
import { maskSnapshot } from '../../shared/model/mask.ts';
import { writesWhenClosed } from '../../shared/model/protocol.ts';
import { readSessionState, type SessionState } from '../../shared/model/session.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';

/**
 * The running session on this page: what the server told of it, by which clock, and what follows from it here: whether
 * this person's input waits, and whose words they may not read yet.
 */
export class RunningSession {
  readonly live = createStore<SessionState | null>(() => null);
  /** Whether this person's input waits for the facilitator: the time is over, or the cloth is closed for writing. */
  readonly held = createStore(() => false);
  readonly #me: () => Partaker;
  /** How far the server's clock is ahead of this device's, ms. */
  #clockAhead = 0;
  #connected = false;
  #end: ReturnType<typeof setTimeout> | undefined;
  #shown: { readonly of: ClothSnapshot; readonly to: string; readonly cloth: ClothSnapshot } | null = null;

  /** @param me who reads this page, as of now. */
  constructor(me: () => Partaker) {
    this.#me = me;
  }

  /** Takes in what the server tells; what is no session state is passed over. */
  hear(json: string): void {
    const state = readSessionState(json);
    if (!state) return;
    this.#clockAhead = state.now - Date.now();
    this.#connected = true;
    this.live.setState(state, true);
    this.#hold();
  }

  /** Without a connection nobody could go on for everyone: input waits no longer. */
  lost(): void {
    this.#connected = false;
    this.#hold();
  }

  /** The server's clock, ms since the epoch. */
  now(): number {
    return Date.now() + this.#clockAhead;
  }

  /** The cloth as this person may read it now. The same object as long as nothing in it, and nobody's right, changed. */
  shown(cloth: ClothSnapshot): ClothSnapshot {
    const session = this.live.getState();
    if (!session?.hidden) return cloth;
    const me = this.#me();
    const to = `${me.seat} ${me.name}`;
    if (this.#shown?.of !== cloth || this.#shown.to !== to) {
      this.#shown = { of: cloth, to, cloth: maskSnapshot(cloth, (item) => isMasked(session, me, item)) };
    }
    return this.#shown.cloth;
  }

  stop(): void {
    clearTimeout(this.#end);
  }

  #hold(): void {
    clearTimeout(this.#end);
    const session = this.live.getState();
    // Of a closed cloth that is known without a connection too: what is written there would only wait.
    const shutOut = session?.closed === true && !writesWhenClosed(this.#me().role);
    if (!session || !this.#connected) {
      this.held.setState(shutOut, true);
      return;
    }
    const now = this.now();
    this.held.setState(shutOut || isHeld(session, this.#me(), now), true);
    const { held, timer } = session;
    if (held && timer && timer.pausedLeft === null && timeLeft(timer, now) > 0) {
      this.#end = setTimeout(() => this.#hold(), timeLeft(timer, now) + 1);
    }
  }
}
