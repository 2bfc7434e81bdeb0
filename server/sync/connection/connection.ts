import type { Logger } from 'pino';
import type { RawData } from 'ws';
import * as Y from 'yjs';
import { CLOSE, mayWrite, type Role } from '../../../shared/model/protocol.ts';
import type { Limits } from '../../core/config.ts';
import { NO_MEMORY } from '../../core/memory-budget.ts';
import type { Metrics } from '../../core/metrics.ts';
import { type Incoming, mostPresent, readFrame } from '../frames/incoming.ts';
import { ackFrame, answerFrames, askFrame, resumeTokenFrame, sessionFrame } from '../frames/outgoing.ts';
import type { Workshop } from '../guard/workshop.ts';
import type { Member, Visitor } from '../room/member.ts';
import type { Room } from '../room/room.ts';
import { Changes } from './changes.ts';
import { isAlive } from './is-alive.ts';
import { PendingAcks } from './pending-acks.ts';
import { ReceiveQueue } from './receive-queue.ts';
import { Resync } from './resync.ts';
import { SendQueue } from './send-queue.ts';
import type { SyncSocket } from './sync-socket.ts';

/** A state vector this long would name tens of thousands of devices. */
const LONGEST_STATE_VECTOR = 512 * 1024;
/** An answer costs the sender as many messages of its allowance as it has pieces of this size. */
const ANSWER_BYTES_PER_MESSAGE = 64 * 1024;
/** A frame that takes longer than this to handle costs its sender a message of its allowance for each ms. */
const QUICK_MS = 10;
const CHALLENGE_MS = 2_000;

/**
 * One authorised socket in its room. A frame goes: inbox (rate limit, waiting) → decode → authorise → apply, relay and
 * store (the room) → acknowledge.
 */
export class Connection implements Member {
  readonly id: string;
  readonly role: Role;
  readonly keyHash: string;
  readonly expiresAt: Visitor['expiresAt'];
  readonly through: Member['through'];
  readonly mintLead: Visitor['mintLead'];
  readonly #socket: SyncSocket;
  readonly #room: Room;
  readonly #log: Logger;
  readonly #metrics: Metrics;
  readonly #mostPresent: number;
  readonly #received: ReceiveQueue;
  readonly #sending: SendQueue;
  readonly #pendingAcks = new PendingAcks({
    whenDurable: (callback) => this.#room.whenDurable(callback),
    send: (ack, waitedMs) => {
      this.#metrics.ackSeconds.observe(waitedMs / 1000);
      this.#sending.sendAck(ackFrame(ack));
    },
  });
  readonly #changes: Changes;
  readonly #resync = new Resync({ ask: () => this.#ask(), acknowledge: (ack) => this.#acknowledge(ack) });
  /** Up to where the other side has all updates, as it said on connecting; null once its question was answered. */
  #since: string | null;
  /** The resume token it was last told; null for a client that does not ask for any. */
  #toldToken: string | null;
  /** The answer to a challenge under way; all who ask meanwhile share it. */
  #challenged: Promise<boolean> | null = null;

  constructor(
    visitor: Visitor,
    socket: SyncSocket,
    room: Room,
    workshop: Workshop,
    limits: Limits,
    metrics: Metrics,
    log: Logger,
  ) {
    this.id = visitor.id;
    this.role = visitor.role;
    this.keyHash = visitor.keyHash;
    this.expiresAt = visitor.expiresAt;
    this.through = visitor.through;
    this.mintLead = visitor.mintLead;
    this.#since = visitor.since;
    this.#toldToken = visitor.since;
    this.#socket = socket;
    this.#room = room;
    this.#metrics = metrics;
    this.#log = log;
    this.#mostPresent = mostPresent(limits.connectionsPerCloth);
    this.#sending = new SendQueue(socket.line, limits.backlogBytes, visitor.memory, metrics, {
      stateVector: () => room.document.stateVector(),
      catchUp: (stateVector) => this.#catchUp(stateVector),
      refused: () => this.close(CLOSE.tryLater, NO_MEMORY),
    });
    this.#received = new ReceiveQueue(socket, limits, visitor.memory.share(), {
      process: (frame) => this.#process(frame),
      warn: (frame) => this.#sending.send(frame),
      refuse: (code, reason) => this.close(code, reason),
    });
    const { memory, network } = visitor;
    this.#changes = new Changes({
      member: this,
      room,
      workshop,
      memory,
      network,
      inbox: this.#received,
      resync: this.#resync,
      log,
    });
  }

  /** Takes a seat in the room: from here on it hears everything, and its own frames are handled. */
  join(): void {
    this.#room.members.add(this);
    this.#metrics.connections.inc({ role: this.role });
    // A viewer is not asked what it has: nothing it could answer would be taken.
    if (mayWrite(this.role)) this.#ask();
    this.sendSession();
    const everyone = this.#room.presence.everyone();
    if (everyone) this.#sending.send(everyone);
  }

  /** Leaves the room; presence goes at once. */
  leave(): void {
    if (!this.#room.members.delete(this)) return;
    this.#metrics.connections.dec({ role: this.role });
    this.#received.stop();
    this.#sending.stop();
    this.#resync.stop();
    this.#pendingAcks.stop();
    this.#room.presence.leave(this, performance.now());
    this.#room.usedAt = performance.now();
  }

  /** A frame from the socket. */
  receive(data: RawData): void {
    if (!Buffer.isBuffer(data)) {
      this.close(CLOSE.badFrame, 'only binary frames');
      return;
    }
    this.#metrics.bytesIn.inc(data.length);
    this.#received.push(data);
  }

  sendUpdate(frame: Uint8Array): void {
    this.#sending.send(frame);
  }

  sendPresence(frame: Uint8Array): void {
    this.#sending.sendIfQuick(frame);
  }

  sendSession(): void {
    this.#sending.send(sessionFrame(this.#room.sessionMessage()));
    if (this.#resync.isUnderWay && !this.#changes.isShutOut) this.#resync.begin();
  }

  warn(frame: Uint8Array): void {
    this.#sending.sendIfQuick(frame);
  }

  close(code: number, reason: string): void {
    if (code >= CLOSE.badFrame) this.#metrics.rejected.inc({ code });
    this.#log.info({ cloth: this.#room.id, connection: this.id, code, reason }, 'closing a connection');
    this.leave();
    this.#socket.close(code, reason);
  }

  /** Called at every heartbeat: lets go of a reader that is stuck, keeps the line warm otherwise. */
  beat(now: number): void {
    if (this.#sending.stuck(now)) {
      this.#log.info({ cloth: this.#room.id, connection: this.id }, 'letting go of a reader that does not read');
      this.#metrics.rejected.inc({ code: CLOSE.tryLater });
      this.#socket.terminate();
      return;
    }
    this.#tellToken();
    this.#sending.keepAlive(now);
  }

  challenge(): Promise<boolean> {
    this.#challenged ??= isAlive(this.#socket, CHALLENGE_MS).then((alive) => {
      this.#challenged = null;
      if (!alive) this.leave();
      return alive;
    });
    return this.#challenged;
  }

  #process(frame: Uint8Array): void {
    const began = performance.now();
    this.#handle(frame);
    const took = performance.now() - began;
    // Much work can be made of little: whoever does so waits, and not the others.
    if (took > QUICK_MS) this.#received.charge(took);
  }

  #handle(frame: Uint8Array): void {
    let incoming: Incoming;
    try {
      incoming = readFrame(frame, this.#mostPresent);
    } catch {
      this.close(CLOSE.badFrame, 'this frame cannot be read');
      return;
    }
    this.#metrics.messages[incoming.kind].inc();
    switch (incoming.kind) {
      case 'ask':
        this.#answer(incoming.stateVector);
        break;
      case 'answer':
      case 'update':
        this.#changes.take(incoming.update, incoming.kind === 'answer');
        break;
      case 'presence':
        this.#takePresence(incoming);
        break;
      case 'ask-presence': {
        const everyone = this.#room.presence.everyone();
        if (everyone) this.#sending.sendIfQuick(everyone);
        break;
      }
      case 'mark':
        this.#acknowledge(incoming.ack);
        break;
      case 'session':
        this.#setSession(incoming.json);
        break;
      case 'unknown':
        break;
    }
  }

  #answer(stateVector: Uint8Array): void {
    if (stateVector.length > LONGEST_STATE_VECTOR) {
      this.close(CLOSE.badFrame, 'this state vector is too long');
      return;
    }
    let answer: readonly Uint8Array[];
    try {
      // Read before anything else: what is kept of it to catch up from has to be a state vector.
      const known = Y.decodeStateVector(stateVector);
      if (this.#room.projected && !this.#room.knows(known)) {
        this.close(CLOSE.closedForGood, 'this was shown anew; forget what you had of it');
        return;
      }
      // What was shown for a moment and is no more is in those updates still.
      const missed = this.#room.projected ? null : this.#room.recent.since(this.#since ?? '');
      answer = missed ? [missed] : this.#room.document.answer(stateVector);
      this.#since = null;
    } catch {
      this.close(CLOSE.badFrame, 'this state vector cannot be read');
      return;
    }
    this.#received.charge(answer.reduce((sum, { length }) => sum + length, 0) / ANSWER_BYTES_PER_MESSAGE);
    this.#sending.answer(answerFrames(answer), stateVector);
    this.#tellToken();
  }

  /** What was sent before this reaches the other side before it; so whoever has heard this has all up to here. */
  #tellToken(): void {
    const { resumeToken } = this.#room.recent;
    if (this.#toldToken === null || this.#toldToken === resumeToken || this.#sending.isBehind) return;
    this.#toldToken = resumeToken;
    this.#sending.send(resumeTokenFrame(resumeToken));
  }

  /** `waited`: the inbox is held for this presence. */
  #takePresence(incoming: Extract<Incoming, { kind: 'presence' }>, waited = false): void {
    // Gone while it waited: a line that has left speaks for nobody.
    if (!this.#room.members.has(this)) return;
    const rival = this.#room.presence.receive(this, incoming.entries, performance.now());
    if (!rival) {
      if (waited) this.#received.release();
      return;
    }
    // The same client on a new line while the old one seems open: mostly a network blip. Wait for who answers. An old
    // line may answer while its page is closing it, so whoever is turned away may come again. When the old one is gone
    // another new line of the same page may have been first, and is asked in its turn.
    if (!waited) this.#received.hold();
    rival.challenge().then((alive) => {
      if (alive) this.close(CLOSE.tryLater, 'this client id belongs to another connection');
      else this.#takePresence(incoming, true);
    });
  }

  #acknowledge(ack: number): void {
    if (this.#resync.isUnderWay) {
      if (!this.#resync.hold(ack)) this.close(CLOSE.tooManyMessages, 'too many acks');
      return;
    }
    this.#pendingAcks.owe(ack);
  }

  #setSession(json: string): void {
    if (this.role !== 'facilitator') {
      this.close(CLOSE.forbidden, 'only a facilitator leads the session');
      return;
    }
    if (!this.#room.setSession(json)) this.close(CLOSE.badFrame, 'this is no session state');
  }

  #ask(): void {
    this.#sending.send(askFrame(this.#room.document.stateVector()));
  }

  /** Brings a slow reader up to date in one go, after all that was kept from it. */
  #catchUp(stateVector: Uint8Array | null): void {
    if (this.#resync.isUnderWay) this.#ask();
    if (stateVector) {
      this.sendSession();
      const everyone = this.#room.presence.everyone();
      if (everyone) this.#sending.sendIfQuick(everyone);
      // The largest last: what came after it would have to wait, and be caught up with in its turn.
      this.#sending.answer(answerFrames(this.#room.document.answer(stateVector)), stateVector);
    }
    this.#tellToken();
  }
}
