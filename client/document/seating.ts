import { createStore, type StoreApi } from 'zustand/vanilla';
import { freeSeat, renameSeat, sameName, takeSeat } from '../../shared/commands/seats.ts';
import type { ClothDoc } from '../../shared/document/cloth-doc.ts';
import type { Seat } from '../../shared/model/snapshot.ts';
import type { Me } from './cloth-session.ts';

/** The order of the seat that an individual cloth is laid with; others come before or after it. */
const OWNERS = 0;
/** Shown for somebody without a seat: the colour of ink on the paper. */
const UNSEATED = '#4a4a4a';

export interface SeatingOptions {
  readonly cloth: ClothDoc;
  readonly participant: string;
  /** The name last used on this device; only a proposal until somebody sits down with it. */
  readonly name: string;
  /** The seats as they are now. */
  readonly seats: () => readonly Seat[];
  /** May a seat be taken now? */
  readonly mayTake: () => boolean;
  /** Is it a cloth that was made for one person, from a joint one? */
  readonly isIndividual: () => boolean;
}

/** Keeps one participant on a seat of their own. */
export class Seating {
  readonly me: StoreApi<Me>;
  readonly #options: SeatingOptions;
  /** The name to sit down with, once this person has said they take part. */
  #wanted: string | null = null;
  /** The seat was given to this person's other device, or away: it is not taken again by itself. */
  #moved = false;

  constructor(options: SeatingOptions) {
    this.#options = options;
    const { participant, name } = options;
    this.me = createStore<Me>(() => ({ participant, name, colour: UNSEATED, seat: null }));
  }

  /** `claim`: the id of a seat that is theirs, though another device holds it. */
  sitDown(name: string, claim?: string): void {
    this.#wanted = name;
    this.#moved = false;
    this.#take(claim);
    this.look();
  }

  /** Leaves the seat to whoever comes under its name: this person's other device. */
  standUp(): void {
    const held = this.#held();
    if (!held || !this.#options.mayTake()) return;
    this.#moved = true;
    freeSeat(this.#options.cloth, held.id);
    this.look();
  }

  /**
   * Looks who holds which seat. A seat held before is found again; one that another device took at the same moment, or
   * that was taken from the table, is given up for the next free one.
   */
  look(): void {
    const { participant, seats } = this.#options;
    const held = this.#held();
    if (!held && this.#wasGivenAway()) this.#moved = true;
    if (!held && this.#wanted !== null && !this.#moved) this.#take();
    const seat = held ?? this.#held();
    const before = this.me.getState();
    if (seat) {
      // From now on this person takes part, on whichever seat.
      this.#wanted ??= seat.name;
      this.#set({ participant, name: seat.name, colour: seat.colour, seat: seat.id });
    } else {
      const tableFull = this.#wanted !== null && !this.#moved && seats().length > 0 && this.#options.mayTake();
      this.#set({
        participant,
        name: this.#wanted ?? before.name,
        colour: UNSEATED,
        seat: null,
        ...(tableFull && { tableFull }),
        ...(this.#moved && { moved: true as const }),
      });
    }
  }

  /**
   * The seat that was this person's still bears their name, and is another device's or nobody's: it was claimed, or given
   * away. One that was taken in the same moment bears another's name.
   */
  #wasGivenAway(): boolean {
    const { seat, name } = this.me.getState();
    const before = seat === null ? undefined : this.#options.seats().find(({ id }) => id === seat);
    return before !== undefined && (sameName(before.name, name) || before.name === '');
  }

  #held(): Seat | null {
    const { participant, seats } = this.#options;
    const own = seats().filter((seat) => seat.holder === participant);
    return own.find((seat) => seat.id === this.me.getState().seat) ?? own[0] ?? this.#madeFor();
  }

  /** On an individual cloth its owner's seat: whoever has its link is the owner, on whichever device. */
  #madeFor(): Seat | null {
    const { isIndividual, seats } = this.#options;
    return (isIndividual() && seats().find(({ order }) => order === OWNERS)) || null;
  }

  #take(claim?: string): void {
    const { cloth, participant, mayTake } = this.#options;
    if (this.#wanted === null || !mayTake()) return;
    const held = this.#held();
    if (held && held.holder !== participant) renameSeat(cloth, held.id, this.#wanted);
    else takeSeat(cloth, { holder: participant, name: this.#wanted, ...(claim !== undefined && { claim }) });
  }

  #set(next: Me): void {
    const before = this.me.getState();
    const same = (Object.keys({ ...before, ...next }) as (keyof Me)[]).every((key) => before[key] === next[key]);
    if (!same) this.me.setState(next, true);
  }
}
