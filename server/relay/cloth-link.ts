import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { withoutWords } from '../core/log.ts';
import type { SharedStorage, Standing } from '../storage/shared-storage.ts';
import { CatchUp } from './catch-up.ts';
import { Company } from './company.ts';
import type { LinkedRoom } from './linked-room.ts';
import { type Body, isFrom, type Message, readMessage, writeMessage } from './message.ts';
import { PeerLog } from './peer-log.ts';
import type { Relay } from './relay.ts';
import { Uncommitted } from './uncommitted.ts';

/** Another node's update that is not known to be durable after this long is stored from here, ms. */
const PATIENCE_MS = 3_000;
/** The same of a node that is gone; one that has just come may not have been heard of yet. */
const GONE_PATIENCE_MS = 1_200;
/** While the store takes no writes, no more of others' updates is kept one by one than this, bytes. */
const MOST_UNSETTLED = 8 * 1024 * 1024;
/** A challenge to a connection of another node that is not answered within this is lost, ms. */
const CHALLENGE_MS = 3_000;

/** What happened that an operator may want to know how often. */
export interface LinkCounts {
  caughtUp(): void;
  tookOver(updates: number): void;
}

/** A batch that this node stored: its numbers in the log, and the numbers under which it was passed on before. */
export interface StoredBatch {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly upTo: number;
}

/**
 * Keeps one open cloth in step with the same cloth on other nodes. Edits are passed on at once, before they are stored;
 * word of where they were stored follows. From both it is clear what this node has, what it has to read from the store,
 * and what may not be acknowledged yet because another node's edit under it is not durable.
 */
export class ClothLink {
  readonly id: string;
  readonly #incarnation: number;
  readonly #relay: Relay;
  readonly #storage: SharedStorage;
  readonly #log: Logger;
  readonly #counts: LinkCounts;
  readonly #uncommitted = new Uncommitted();
  readonly #peers = new Map<string, PeerLog>();
  readonly #company = new Company();
  readonly #questions = new Map<string, (alive: boolean) => void>();
  /** Messages from before the document was loaded. */
  #early: Message[] = [];
  #room: LinkedRoom | null = null;
  #catchUp: CatchUp | null = null;
  #onDeleted: () => void = () => undefined;
  #recordVersion: number;
  #readingRecord = false;
  /** How often the record was asked for. */
  #recordReads = 0;
  #left = false;

  constructor(
    id: string,
    incarnation: number,
    standing: Standing | null,
    relay: Relay,
    storage: SharedStorage,
    log: Logger,
    counts: LinkCounts,
  ) {
    this.id = id;
    this.#incarnation = incarnation;
    this.#recordVersion = standing?.recordVersion ?? 0;
    this.#relay = relay;
    this.#storage = storage;
    this.#log = log;
    this.#counts = counts;
  }

  /** True when nothing of others depends on this room staying in memory. */
  get idle(): boolean {
    return this.#uncommitted.size === 0;
  }

  /** Begins with a loaded room. `onDeleted` is called when the cloth turns out to be deleted elsewhere. */
  attach(room: LinkedRoom, onDeleted: () => void): void {
    this.#room = room;
    this.#onDeleted = onDeleted;
    this.#catchUp = new CatchUp(this.id, room, this.#storage, this.#log, () => this.#counts.caughtUp());
    for (const message of this.#early.splice(0)) this.#handle(room, message);
    this.#send({ kind: 'who' });
    // Nothing is stored under zero: parts of what was loaded wait for others that were still under way to the store.
    if (room.journal.sequence === 0) this.#catchUp.now();
  }

  leave(): void {
    this.#left = true;
    this.#catchUp?.stop();
    for (const answer of this.#questions.values()) answer(false);
  }

  /** Passes on an edit of this node. Where there is no other, word of where it was stored does: who comes in meanwhile reads it. */
  sendUpdate(number: number, update: Uint8Array): void {
    if (!this.#company.isAlone) this.#send({ kind: 'update', number }, update);
  }

  sendStored({ first, last, from, upTo }: StoredBatch): void {
    this.#send({ kind: 'stored', first, last, from, upTo });
    // Numbers in between are other nodes'; word of them is under way, or was lost.
    this.#catchUp?.need(last);
  }

  sendCompacted(upTo: number): void {
    this.#send({ kind: 'compacted', upTo });
  }

  /** Passes on who is at this table. Where there is no other, nothing: whoever opens the cloth asks for all of it. */
  sendPresence(frame: Uint8Array): void {
    if (!this.#company.isAlone) this.#send({ kind: 'presence' }, frame);
  }

  sendSession(json: string, version: number): void {
    this.#send({ kind: 'session', json, version });
  }

  /** Whether the connection that speaks for a client on another node still answers. */
  challenge(clientId: number): Promise<boolean> {
    if (!this.#relay.live || this.#left) return Promise.resolve(false);
    const question = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => answer(false), CHALLENGE_MS);
      const answer = (alive: boolean): void => {
        clearTimeout(timer);
        this.#questions.delete(question);
        resolve(alive);
      };
      this.#questions.set(question, answer);
      this.#send({ kind: 'challenge', clientId, question });
    });
  }

  /** Calls back once all that came from other nodes so far is durable: now, if it is. */
  whenSettled(callback: () => void): void {
    this.#uncommitted.whenSettled(callback);
  }

  /** A message from the cloth's channel. */
  hear(bytes: Uint8Array): void {
    const message = this.#left || isFrom(this.#relay.node, bytes) ? null : readMessage(bytes);
    if (!message) return;
    this.#company.expect();
    if (this.#room) this.#handle(this.#room, message);
    else this.#early.push(message);
  }

  /** After a pause the relay works again: who is at the tables may have changed on either side. */
  rejoin(): void {
    this.#company.expect();
    this.#send({ kind: 'who' });
    const here = this.#room?.presence.everyoneHere();
    if (here) this.sendPresence(here);
  }

  nodeGone(node: string): void {
    this.#room?.presence.forgetNode(node, performance.now());
    for (const peer of this.#peers.keys()) if (peer.startsWith(`${node}/`)) this.#peers.delete(peer);
  }

  /** Compares with where the store stands; null: the cloth is not there any more. */
  compare(standing: Standing | null): void {
    const room = this.#room;
    if (!room || this.#left) return;
    if (!standing) {
      this.#onDeleted();
      return;
    }
    if (standing.sessionVersion > room.sessionVersion) this.#catchUp?.now();
    else this.#catchUp?.need(standing.lastSequence);
    if (standing.recordVersion > this.#recordVersion) {
      this.#recordVersion = standing.recordVersion;
      void this.#readRecord(room);
    }
  }

  /**
   * Stores what another node will not store: it is gone, or has had its time though the store takes writes. Storing an
   * update twice does no harm; losing one that an acknowledged edit builds on would. When too much waits for a store that
   * is away it goes the same way, for the journal keeps one whole document in the place of very much.
   */
  takeOver(now: number): void {
    const room = this.#room;
    if (!room || this.#uncommitted.size === 0) return;
    const { ok } = this.#storage.health;
    const isTooMuch = !ok && this.#uncommitted.bytes > MOST_UNSETTLED;
    const taken = this.#uncommitted.takeOver(
      ({ node, heardAt }) =>
        isTooMuch || (this.#relay.isAlive(node) ? ok && now - heardAt > PATIENCE_MS : now - heardAt > GONE_PATIENCE_MS),
    );
    if (!taken) return;
    for (const update of taken.updates) room.journal.append(update);
    room.journal.whenDurable(taken.done);
    this.#counts.tookOver(taken.updates.length);
  }

  #handle(room: LinkedRoom, { node, life: incarnation, body, bytes }: Message): void {
    switch (body.kind) {
      case 'update':
        this.#hearUpdate(room, node, incarnation, body.number, bytes);
        break;
      case 'stored':
        this.#uncommitted.settle(node, incarnation, body.upTo);
        if (this.#peer(node, incarnation).stored(body.from, body.upTo)) room.journal.cover(body.first, body.last, 0);
        this.#catchUp?.need(body.last);
        break;
      case 'compacted':
        room.journal.compactedUpTo(body.upTo);
        break;
      case 'presence':
        room.presence.hear(node, bytes, performance.now());
        break;
      case 'who': {
        const here = room.presence.everyoneHere();
        if (here) this.sendPresence(here);
        break;
      }
      case 'session':
        room.adoptSession(body.json, body.version);
        break;
      case 'record':
        void this.#readRecord(room);
        break;
      case 'challenge':
        room.presence.challengeHere(body.clientId).then((alive) => {
          // Silence says that there is no such connection here; the asker waits for the one node that knows.
          if (alive) this.#send({ kind: 'answer', question: body.question, alive });
        });
        break;
      case 'answer':
        this.#questions.get(body.question)?.(body.alive);
        break;
    }
  }

  #hearUpdate(room: LinkedRoom, node: string, incarnation: number, number: number, update: Uint8Array): void {
    let whole = false;
    try {
      whole = room.hear([update]);
    } catch (error) {
      this.#log.warn({ cloth: this.id, node, err: withoutWords(error) }, 'an update of another node cannot be read');
    }
    if (whole) {
      this.#peer(node, incarnation).heard(number);
      this.#uncommitted.add(node, incarnation, number, update, performance.now());
    } else this.#peer(node, incarnation).lost(number);
  }

  async #readRecord(room: LinkedRoom): Promise<void> {
    this.#recordReads += 1;
    // One reader is enough; it goes on until nothing asked again, and nothing was changed here, while it read.
    if (this.#readingRecord) return;
    this.#readingRecord = true;
    try {
      for (let read = 0, before = null; read !== this.#recordReads || before !== room.record; ) {
        read = this.#recordReads;
        before = room.record;
        const record = await this.#storage.read(this.id);
        if (this.#left) return;
        if (!record) {
          this.#onDeleted();
          return;
        }
        if (before === room.record) {
          room.adoptRecord(record);
          before = record;
        }
      }
    } catch {
      // The store is away; when it is back, all standings are compared.
      this.#recordVersion = 0;
    } finally {
      this.#readingRecord = false;
    }
  }

  #peer(node: string, incarnation: number): PeerLog {
    const name = `${node}/${incarnation}`;
    let peer = this.#peers.get(name);
    if (!peer) {
      peer = new PeerLog();
      this.#peers.set(name, peer);
    }
    return peer;
  }

  #send(body: Body, bytes?: Uint8Array): void {
    if (this.#left) return;
    this.#company.learn(this.#relay.publish(this.id, writeMessage(this.#relay.node, this.#incarnation, body, bytes)));
  }
}
