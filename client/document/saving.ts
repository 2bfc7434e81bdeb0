import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Full } from '../../shared/model/protocol.ts';
import { AckTracker } from './ack-tracker.ts';
import type { SavedState } from './cloth-session.ts';
import { sameSavedState, savedState } from './saved-state.ts';
import type { WaitingChanges } from './waiting-changes.ts';

export interface SavingOptions {
  /** Of the page's role; a viewer has nothing to save. */
  readonly mayWrite: boolean;
  readonly hasContent: () => boolean;
  readonly sendAckRequest: (ack: number) => void;
  readonly waiting: WaitingChanges;
}

/** From one ack to the next at least, ms: whoever types makes many changes that one ack can vouch for. */
const ACK_EVERY_MS = 300;

/** Follows every own change from the document to the server's disk, and keeps `saved` telling where they are. */
export class Saving {
  readonly saved: StoreApi<SavedState> = createStore<SavedState>(() => ({ kind: 'opening' }));
  readonly #options: SavingOptions;
  readonly #acks: AckTracker;
  /** Of the changes that wait, those an earlier visit left: they are on the device's account already. */
  #inherited = 0;
  #connected = false;
  #lost = false;
  #full: Full | null = null;
  #wasSaved = false;
  #kept = false;
  #refused: number | null = null;
  #markedAt = -Infinity;
  #marking: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SavingOptions) {
    this.#options = options;
    this.#acks = new AckTracker((ack) => this.#ack(ack));
  }

  get refusedWith(): number | null {
    return this.#refused;
  }

  /** This person changed the document; `joins`: as part of the change before. */
  changed(joins: boolean): void {
    this.#acks.changed(joins);
    this.report();
  }

  /**
   * The device's copy is in the document (`kept`), or there is none. `heard`: the document was listened to by then, so that
   * `broughtByCopy` has counted what the copy brought.
   */
  copyLoaded(kept: boolean, heard: boolean): void {
    this.#kept = kept;
    const { waiting, mayWrite } = this.#options;
    if (kept && mayWrite && !(heard && waiting.inherited === 0)) {
      this.#inherited = waiting.inherited;
      this.#acks.loaded(waiting.inherited, () => {
        this.#inherited = 0;
        waiting.settleInherited();
      });
    }
    this.report();
  }

  /** Whether the device keeps what is done from here on. */
  copyKept(kept: boolean): void {
    this.#kept = kept;
    this.report();
  }

  /** Another page on this device wrote in the copy, and it came into this document too. */
  broughtByCopy(): void {
    this.#acks.loaded(0, () => {});
    this.report();
  }

  connected(): void {
    this.#connected = true;
    this.report();
  }

  /** There is room for this page: the server has told what is on the cloth. */
  admitted(): void {
    this.#full = null;
    this.report();
  }

  caughtUp(): void {
    this.#acks.opened();
    this.report();
  }

  echoed(ack: number): void {
    this.#acks.echoed(ack);
    this.report();
  }

  lost(full: Full | null): void {
    this.#connected = false;
    this.#lost = true;
    this.#full = full;
    clearTimeout(this.#marking);
    this.#acks.closed();
    this.report();
  }

  /** The page goes away, perhaps for good. */
  leaving(): void {
    this.#options.waiting.leave(this.#acks.state.waiting - this.#inherited);
  }

  refused(code: number): void {
    this.#refused = code;
    this.lost(null);
  }

  /** Works `saved` out anew; called by itself after each of the above. */
  report(): void {
    const { hasContent, mayWrite, waiting } = this.#options;
    const acks = this.#acks.state;
    waiting.keep(acks.waiting - this.#inherited);
    const next = savedState({
      refused: this.#refused,
      hasContent: hasContent(),
      lost: this.#lost,
      connected: this.#connected,
      full: this.#full,
      wasSaved: this.#wasSaved,
      mayWrite,
      kept: this.#kept,
      acks,
    });
    this.#wasSaved ||= next.kind === 'saved';
    if (!sameSavedState(next, this.saved.getState())) this.saved.setState(next, true);
  }

  /** An ack that goes out later vouches for no less: what it stands for went out before it. */
  #ack(ack: number): void {
    clearTimeout(this.#marking);
    const send = () => {
      this.#markedAt = performance.now();
      this.#options.sendAckRequest(ack);
    };
    const wait = this.#markedAt + ACK_EVERY_MS - performance.now();
    if (wait <= 0) send();
    else this.#marking = setTimeout(send, wait);
  }
}
