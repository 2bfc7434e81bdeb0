import type { LocalCopy } from './local-copy.ts';

/** A cloth that is new to this device is kept on it when it has been shown, ms: keeping begins with encoding all of it. */
const SHOWN_FIRST_MS = 400;

export interface KeepingOptions {
  /** Opens the copy on this device; null where none is to be kept. */
  readonly open: ((kept: (is: boolean) => void) => LocalCopy) | null;
  /** What the copy held is in the document (`kept`), or there is no copy. */
  readonly loaded: (kept: boolean) => void;
  /** The browser took the copy away, or it is whole again. */
  readonly kept: (is: boolean) => void;
}

/**
 * Opens a cloth's copy on this device when it is wanted: before the server is asked, when the cloth has been shown, and at the
 * latest when something is done here, for network and page may both go in the next moment.
 */
export class Keeping {
  readonly #options: KeepingOptions;
  #copy: LocalCopy | null = null;
  #begun: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: KeepingOptions) {
    this.#options = options;
  }

  /** Opens the copy, unless it was opened before; settles when `loaded` was called. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#begun ??= this.#open();
    return this.#begun;
  }

  /** As `now`, in a moment. */
  soon(): void {
    if (!this.#begun) this.#timer ??= setTimeout(() => this.now(), SHOWN_FIRST_MS);
  }

  /** Brings what another page of this device kept, and may never send: it may be closed by now. */
  reread(): void {
    void this.#copy?.reread();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    void this.#copy?.close();
  }

  async #open(): Promise<void> {
    if (this.#closed) return;
    const { open, loaded, kept } = this.#options;
    this.#copy = open?.(kept) ?? null;
    const isKept = (await this.#copy?.loaded) ?? false;
    if (!this.#closed) loaded(isKept);
  }
}
