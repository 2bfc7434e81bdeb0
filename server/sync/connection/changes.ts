import type { Logger } from 'pino';
import { CLOSE, mayWrite, writesWhenClosed } from '../../../shared/model/protocol.ts';
import { withoutWords } from '../../core/log.ts';
import { type MemoryAccount, NO_MEMORY } from '../../core/memory-budget.ts';
import { WorkGivenUp } from '../../core/worker-pool.ts';
import { splitHeavy } from '../guard/split-update.ts';
import { isEmptyUpdate, wouldChange } from '../guard/update-guard.ts';
import type { Workshop } from '../guard/workshop.ts';
import type { Member } from '../room/member.ts';
import type { Received, Room } from '../room/room.ts';
import type { ReceiveQueue } from './receive-queue.ts';
import type { Resync } from './resync.ts';

const CLOTH_FULL = 'this tablecloth is full';
/** A longer update is read in a thread of its own and applied in parts, bytes: a shorter one is handled in some milliseconds. */
const LONGEST_AT_ONCE = 32 * 1024;

/** The connection whose changes they are, and what it works with. */
interface Sender {
  readonly member: Member;
  readonly room: Room;
  readonly workshop: Workshop;
  readonly memory: MemoryAccount;
  readonly network: string;
  readonly inbox: ReceiveQueue;
  readonly resync: Resync;
  readonly log: Logger;
}

/** Changes that one connection brings: whether they are taken, at once or in parts, and what becomes of what is not. */
export class Changes {
  readonly #of: Sender;

  constructor(sender: Sender) {
    this.#of = sender;
  }

  /** An update; `isAnswer`: it is all that its sender was asked for. */
  take(update: Uint8Array, isAnswer: boolean): void {
    if (!mayWrite(this.#of.member.role)) {
      if (!isEmptyUpdate(update)) this.#of.member.close(CLOSE.forbidden, 'view only');
      return;
    }
    if (this.isShutOut) {
      this.#refuseForNow(update);
      return;
    }
    if (update.length > LONGEST_AT_ONCE) {
      if (this.#of.room.document.wouldOverflow(update.length)) this.#of.member.close(CLOSE.clothFull, CLOTH_FULL);
      else this.#applyInParts(update, isAnswer, () => this.#of.workshop.split(this.#of.network, update));
      return;
    }
    try {
      const received = this.#of.room.receive(this.#of.member, update);
      if (received === 'full') this.#of.member.close(CLOSE.clothFull, CLOTH_FULL);
      else if (received === 'heavy') {
        this.#applyInParts(update, isAnswer, async () => splitHeavy(update, this.#of.room.doc));
      } else if (received === 'incomplete') this.#of.resync.begin();
      else if (isAnswer) this.#of.resync.settle();
    } catch (error) {
      this.#refuse(error);
    }
  }

  #refuse(error: unknown): void {
    this.#of.log.warn(
      { cloth: this.#of.room.id, connection: this.#of.member.id, err: withoutWords(error) },
      'refusing an update',
    );
    if (error instanceof WorkGivenUp) this.#of.member.close(CLOSE.tryLater, NO_MEMORY);
    else this.#of.member.close(CLOSE.badFrame, 'this update cannot be read');
  }

  /** Applies an update part by part, in turn with others; what this connection sends after it waits. */
  #applyInParts(update: Uint8Array, isAnswer: boolean, split: () => Promise<readonly Uint8Array[]>): void {
    const share = this.#of.memory.share();
    if (!share.grow(update.length)) {
      this.#of.member.close(CLOSE.tryLater, NO_MEMORY);
      return;
    }
    this.#of.inbox.hold();
    this.#inParts(isAnswer, split)
      .catch((error: unknown) => this.#refuse(error))
      .finally(() => {
        share.release();
        this.#of.inbox.release();
      });
  }

  async #inParts(isAnswer: boolean, split: () => Promise<readonly Uint8Array[]>): Promise<void> {
    let isComplete = true;
    const parts = [...(await split())];
    for (let part = parts.shift(); part; part = parts.shift()) {
      const one = part;
      const received = await this.#of.workshop.turns.take(() => this.#applyPart(one));
      if (received === null) return;
      if (received === 'heavy') parts.unshift(...splitHeavy(one, this.#of.room.doc));
      else if (received !== 'complete') isComplete = false;
    }
    if (!isComplete) this.#of.resync.begin();
    else if (isAnswer) this.#of.resync.settle();
  }

  /** Null when no more of it is taken. */
  #applyPart(part: Uint8Array): Received | null {
    // Gone, or shut out, while it waited: its page keeps the rest and brings it again.
    if (!this.#of.room.members.has(this.#of.member)) return null;
    if (this.isShutOut) {
      this.#of.resync.wait();
      return null;
    }
    const began = performance.now();
    const received = this.#of.room.receive(this.#of.member, part);
    this.#of.inbox.charge(performance.now() - began);
    if (received !== 'full') return received;
    this.#of.member.close(CLOSE.clothFull, CLOTH_FULL);
    return null;
  }

  /** The cloth is closed for writing, and this connection does not lead. */
  get isShutOut(): boolean {
    return this.#of.room.session.current.closed && !writesWhenClosed(this.#of.member.role);
  }

  /**
   * On a closed cloth a change is not taken, and the line stays: its acks wait, so that the page goes on keeping what it has,
   * and it is asked for it when the cloth is opened again. What is known already, as in most answers, is no change.
   */
  #refuseForNow(update: Uint8Array): void {
    try {
      // A long one brings something new: what is known already is hardly ever sent.
      const isNew =
        update.length > LONGEST_AT_ONCE || (!isEmptyUpdate(update) && wouldChange(update, this.#of.room.doc));
      if (isNew) this.#of.resync.wait();
    } catch {
      this.#of.member.close(CLOSE.badFrame, 'this update cannot be read');
    }
  }
}
