import { NetworkTally } from './network-tally.ts';
import { Turns } from './turns.ts';

/** So much is read of one stream before others have their turn, bytes. */
export const STRETCH = 128 * 1024;

/** Why a connection is closed for which there is no memory: its page comes again. */
export const NO_MEMORY = 'the server has its hands full';

/** What the whole of it may be, and of it one network (twice as much a /48 of IPv6) and one cloth, bytes. */
export interface BudgetSize {
  readonly all: number;
  readonly network: number;
  readonly cloth: number;
}

/** For whom memory is taken; `cloth` null where none is asked for yet. */
export interface Payer {
  readonly network: string;
  readonly cloth: string | null;
}

/** The budget as one payer sees it; see {@link MemoryBudget.share} and {@link MemoryBudget.hold}. */
export interface MemoryAccount {
  share(): MemoryShare;
  hold(piece: Uint8Array): (() => void) | null;
  readonly reading: Turns;
}

/**
 * The memory of the server that others decide on: bodies and frames as they come in, work that waits, answers that nobody has
 * read yet. All of it is taken out of one budget, before it is spent; what there is no room for is refused or waits.
 */
export class MemoryBudget {
  readonly size: BudgetSize;
  /** Whoever brings much is read from in turns, {@link STRETCH} at a time. */
  readonly reading = new Turns();
  readonly #networks = new NetworkTally();
  readonly #cloths = new Map<string, number>();
  readonly #shared = new WeakMap<object, { readonly share: MemoryShare; holders: number }>();
  readonly #refused: () => void;
  #taken = 0;

  /** @param refused called each time something finds no room */
  constructor(size: BudgetSize, refused: () => void = () => undefined) {
    this.size = size;
    this.#refused = refused;
  }

  /** Bytes taken at this moment. */
  get taken(): number {
    return this.#taken;
  }

  /** A part of the budget that begins with nothing, for who will pay. */
  share(payer: Payer): MemoryShare {
    return new MemoryShare((bytes) => this.#change(payer, bytes));
  }

  /** The budget as one payer sees it. */
  account(payer: Payer): MemoryAccount {
    return { share: () => this.share(payer), hold: (piece) => this.hold(piece, payer), reading: this.reading };
  }

  /** Whether so many bytes would find room now. */
  hasRoom({ network, cloth }: Payer, bytes: number): boolean {
    const ofCloth = cloth === null ? 0 : (this.#cloths.get(cloth) ?? 0);
    return (
      this.#taken + bytes <= this.size.all &&
      (cloth === null || ofCloth + bytes <= this.size.cloth) &&
      this.#networks.hasRoom(network, bytes, this.size.network)
    );
  }

  /**
   * Takes what one piece of memory holds, which several may wait to send: it counts once, for who was first, until all have
   * let go of it. Returns what lets go, or null where there is no room.
   */
  hold(piece: Uint8Array, payer: Payer): (() => void) | null {
    let held = this.#shared.get(piece);
    if (!held) {
      const share = this.share(payer);
      if (!share.grow(piece.length)) return null;
      held = { share, holders: 0 };
      this.#shared.set(piece, held);
    }
    const ours = held;
    ours.holders += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      ours.holders -= 1;
      if (ours.holders > 0) return;
      this.#shared.delete(piece);
      ours.share.release();
    };
  }

  #change(payer: Payer, bytes: number): boolean {
    if (bytes > 0 && !this.hasRoom(payer, bytes)) {
      this.#refused();
      return false;
    }
    const { network, cloth } = payer;
    this.#taken += bytes;
    this.#networks.add(network, bytes);
    if (cloth === null) return true;
    const ofCloth = (this.#cloths.get(cloth) ?? 0) + bytes;
    if (ofCloth > 0) this.#cloths.set(cloth, ofCloth);
    else this.#cloths.delete(cloth);
    return true;
  }
}

/** What one body, one connection or one answer has taken of the budget. */
export class MemoryShare {
  readonly #change: (bytes: number) => boolean;
  #bytes = 0;

  constructor(change: (bytes: number) => boolean) {
    this.#change = change;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Takes so many bytes more. Returns whether there was room; else nothing was taken. */
  grow(bytes: number): boolean {
    return this.resize(this.#bytes + bytes);
  }

  /** Takes more or gives back, to so many bytes in all. Giving back always succeeds. */
  resize(bytes: number): boolean {
    if (bytes === this.#bytes) return true;
    if (!this.#change(bytes - this.#bytes)) return false;
    this.#bytes = bytes;
    return true;
  }

  /** Gives back all of it. */
  release(): void {
    this.resize(0);
  }
}
