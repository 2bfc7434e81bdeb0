import type { Logger } from 'pino';
import * as Y from 'yjs';
import { CLOSE } from '../../../shared/model/protocol.ts';
import type { LastingSession } from '../../../shared/model/session.ts';
import type { Limits } from '../../core/config.ts';
import { withoutWords } from '../../core/log.ts';
import type { ClothLink } from '../../relay/cloth-link.ts';
import { type ClothRecord, isOutdated, type Storage } from '../../storage/storage.ts';
import { updateFrame } from '../frames/outgoing.ts';
import { flushFirst } from '../frames/socket-writer.ts';
import { dropPending, screenUpdate } from '../guard/update-guard.ts';
import { endedBy } from './access-ended.ts';
import { AppendLog } from './append-log.ts';
import { giveLead } from './give-lead.ts';
import type { Loaded } from './loading.ts';
import type { Member } from './member.ts';
import { Presence } from './presence.ts';
import { RecentUpdates } from './recent-updates.ts';
import { RoomDocument } from './room-document.ts';
import { SessionKeeper } from './session-keeper.ts';
import { changedSession, writeSession } from './session-state.ts';

/** The log is compacted when it has this many updates and is also large beside the snapshot, or has very many. */
const COMPACT_LENGTH = 500;
const COMPACT_ALWAYS_LENGTH = 5_000;
/** On leaving, a shorter log is already worth it: the next to open the cloth waits less. */
const COMPACT_ON_LEAVING_LENGTH = 50;

/** Origin of what comes from other nodes: passed on to the members, stored elsewhere. */
const ELSEWHERE = Symbol('elsewhere');
/** Origin of what the server itself adds. */
const LAID = Symbol('laid');

/** What a room asks of a store. */
export type RoomStorage = Pick<Storage, 'append' | 'compact' | 'writeSession'>;

/** What became of an update. */
export type Received = 'complete' | 'incomplete' | 'full' | 'heavy';

/** One open cloth: its document in memory, who is connected, and the way to the store. */
export class Room {
  readonly id: string;
  readonly document: RoomDocument;
  readonly members = new Set<Member>();
  /** Whoever looks at a projection of this sheet, or came through this room to a sheet: what is changed here may end that. */
  readonly along = new Set<Member>();
  /** Called after every change of the document, the session and the record. */
  readonly watchers = new Set<() => void>();
  /** A projection of a sheet rather than the sheet itself: made anew each time, so that nobody comes back to it with what they had. */
  projected = false;
  readonly presence: Presence;
  readonly journal: AppendLog;
  readonly recent = new RecentUpdates();
  /** To the same cloth on other nodes; null where there are none. */
  readonly link: ClothLink | null;
  readonly #storage: RoomStorage;
  readonly #log: Logger;
  /** What is stored could not be used whole. */
  readonly damaged: boolean;
  readonly session: SessionKeeper;
  record: ClothRecord;
  /** When the last member left or the room was last used, `performance.now()`. */
  usedAt = performance.now();
  /** Uses by others than members (imports, exports) that are under way. */
  holds = 0;
  /** True when the document in memory can no longer be trusted; what was passed on and stored still can. */
  broken = false;
  #compacting: Promise<void> | null = null;
  #destroyed = false;

  /** Takes a document as read from the store, and the link to the same cloth on other nodes, if there are any. */
  constructor(
    record: ClothRecord,
    { stored, doc, refused, isIncomplete, whole }: Loaded,
    storage: RoomStorage,
    link: ClothLink | null,
    limits: Limits,
    log: Logger,
  ) {
    this.id = record.id;
    this.record = record;
    this.#storage = storage;
    this.#log = log;
    this.link = link;
    this.session = new SessionKeeper(
      stored.session,
      (json, version) => storage.writeSession(this.id, json, version),
      stored.sessionVersion,
    );
    if (refused > 0) log.error({ cloth: this.id, refused }, 'stored updates cannot be applied and are left out');
    if (isIncomplete) log.error({ cloth: this.id }, 'the stored document misses parts that others build on');
    // What could not be used stays in the store, where compacting would replace it; it may yet be made whole.
    // Where other nodes write to it, the missing parts may just be under way: then it is read again from the start.
    this.damaged = (isIncomplete && !link) || refused > 0 || stored.damage !== null;
    this.document = new RoomDocument(doc, {
      bytes: stored.updates.reduce((sum, update) => sum + update.length, 0),
      whole,
      limits,
      changed: (update, origin) => this.#changed(update, origin),
    });
    this.presence = new Presence({
      pass: (frame) => {
        for (const member of this.members) member.sendPresence(frame);
      },
      share: (frame) => link?.sendPresence(frame),
      challengeElsewhere: async (clientId) => (link ? link.challenge(clientId) : false),
      isClosed: () => this.session.current.closed,
    });
    this.journal = new AppendLog(
      storage,
      this.id,
      isIncomplete && link ? { ...stored, lastSequence: 0 } : stored,
      () => {
        if (this.broken) throw new Error('the document in memory is broken');
        return this.document.encodeAll();
      },
      (batch) => {
        link?.sendStored(batch);
        this.#compactWhenWorthwhile(COMPACT_LENGTH);
      },
    );
  }

  /** Brings the document to this version; stored and passed on as any update. */
  upgrade(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
    this.document.version.adopt();
  }

  get doc(): Y.Doc {
    return this.document.doc;
  }

  /** Nobody is here and nothing is under way, so that the room can be forgotten without loss. */
  get forgettable(): boolean {
    const unused = this.members.size === 0 && this.holds === 0;
    const linked = this.link !== null && !this.link.idle;
    return unused && !linked && this.journal.idle && this.session.isKept && this.#compacting === null;
  }

  /**
   * Applies what a member sent; what is new in it goes to the others at once and to the store. `incomplete`: a part
   * could not be used and the sender should be asked again. `full`: refused whole, the cloth is at its limit. `heavy`: not
   * applied, for that would take long; it is to come in parts ({@link splitHeavy}).
   * Throws when the update cannot be decoded.
   */
  receive(member: Member, update: Uint8Array): Received {
    if (this.document.wouldOverflow(update.length)) return 'full';
    const screened = screenUpdate(update, this.doc, (clientId) => this.#isForeign(member, clientId));
    if (screened.isHeavy) return 'heavy';
    this.#apply([screened.update], member);
    this.document.version.guard();
    const pending = dropPending(this.doc);
    // A page opened again brings what its closed tab wrote. Should the tab's line only seem open, its words need not wait
    // for the heartbeat to find that out.
    for (const clientId of screened.stripped) this.presence.ownerOf(clientId)?.challenge();
    return pending || screened.stripped.length > 0 ? 'incomplete' : 'complete';
  }

  /** Adds what was made of an imported file, as any change: stored, and passed on to all. Throws when it cannot be applied. */
  lay(update: Uint8Array): void {
    this.#apply([update], LAID);
    this.document.version.guard();
  }

  /**
   * Takes in updates from other nodes or the store, and passes what is new on to the members. False when they build on
   * parts that are not here; what could not be used was dropped. Throws when they cannot be decoded.
   */
  hear(updates: readonly Uint8Array[]): boolean {
    this.#apply(updates, ELSEWHERE);
    this.document.version.adopt();
    return !dropPending(this.doc);
  }

  /** Sets what a facilitator's message names of the session's state, tells everyone and keeps it. False: unreadable. */
  setSession(json: string): boolean {
    const before = this.session.current;
    const session = changedSession(before, json);
    if (!session) return false;
    this.session.set(session);
    this.#handOver(before);
    this.link?.sendSession(JSON.stringify(session), this.session.version);
    for (const member of this.members) member.sendSession();
    this.#tellWatchers();
    return true;
  }

  get sessionVersion(): number {
    return this.session.version;
  }

  /** Takes the session's state as it was set on another node, if it is newer. */
  adoptSession(json: string, version: number): void {
    const before = this.session.current;
    if (!this.session.adopt(json, version)) return;
    this.#handOver(before);
    for (const member of this.members) member.sendSession();
    this.#tellWatchers();
  }

  /** Gives the leading to whom the session newly names, by the node that person is at. */
  #handOver(before: LastingSession): void {
    const { handed } = this.session.current;
    if (!handed || handed.n === before.handed?.n) return;
    const member = this.presence.memberOf(handed.to);
    if (member) void giveLead(member, this.#log);
  }

  /** Takes a record that was changed, here or on another node; connections whose link was replaced are closed. */
  adoptRecord(record: ClothRecord): void {
    if (isOutdated(record, this.record)) return;
    this.record = record;
    for (const member of [...this.members, ...this.along]) {
      const ended = endedBy(record, member);
      if (ended) member.close(ended.code, ended.reason);
    }
    this.#tellWatchers();
  }

  /** Somebody comes in elsewhere who may stay there only as long as this room says so; it stays open for that. */
  joinAlong(member: Member): void {
    this.along.add(member);
    this.holds += 1;
  }

  leaveAlong(member: Member): void {
    if (!this.along.delete(member)) return;
    this.holds -= 1;
    this.usedAt = performance.now();
  }

  /** Whether all that a page holds came from this document. */
  knows(stateVector: ReadonlyMap<number, number>): boolean {
    return [...stateVector.keys()].every((clientId) => this.doc.store.clients.has(clientId));
  }

  /** Tries again to bring the session's state to the store, if it is not there yet. */
  saveSession(): void {
    this.session.save();
  }

  /** The session's state as it is sent now. */
  sessionMessage(): string {
    return writeSession(this.session.current, Date.now());
  }

  /** Calls back once all that came in so far is durable, the session's state too: now, if it is. */
  whenDurable(callback: () => void): void {
    const stored = (): void => this.session.whenKept(() => this.journal.whenDurable(callback));
    // What others build on may have come from another node, which is to store it.
    if (this.link) this.link.whenSettled(stored);
    else stored();
  }

  closeMembers(code: number, reason: string): void {
    for (const member of [...this.members, ...this.along]) member.close(code, reason);
  }

  /** Compacts before the room is forgotten, if that is worthwhile. */
  tidy(): void {
    this.#compactWhenWorthwhile(COMPACT_ON_LEAVING_LENGTH);
  }

  destroy(): void {
    this.#destroyed = true;
    this.presence.stop();
    this.document.destroy();
  }

  /** Applies updates as one; when that breaks off half-way the room is given up, for it may differ from what others have. */
  #apply(updates: readonly Uint8Array[], origin: Member | typeof ELSEWHERE | typeof LAID): void {
    try {
      const { doc } = this;
      const apply = (): void => {
        for (const update of updates) Y.applyUpdate(doc, update, origin);
      };
      Y.transact(doc, apply, origin, false);
    } catch (error) {
      this.broken = true;
      this.#log.error(
        { cloth: this.id, err: withoutWords(error) },
        'an update broke off half-way; the tablecloth is loaded anew',
      );
      // Whoever sent it would send it again for ever.
      if (typeof origin !== 'symbol') origin.close(CLOSE.badFrame, 'this update cannot be applied');
      this.closeMembers(CLOSE.restarting, 'the tablecloth is loaded anew');
      throw error;
    }
  }

  #changed(update: Uint8Array, origin: unknown): void {
    this.recent.add(update);
    this.#tellWatchers();
    const frame = updateFrame(update);
    for (const member of this.members) if (member !== origin) member.sendUpdate(frame);
    this.presence.goAlong();
    flushFirst();
    if (origin === ELSEWHERE) return;
    const number = this.journal.append(update);
    this.link?.sendUpdate(number, update);
  }

  #tellWatchers(): void {
    for (const watch of this.watchers) watch();
  }

  /** Content may not come in under the id of the server's own document, nor of another live connection. */
  #isForeign(member: Member, clientId: number): boolean {
    if (clientId === this.doc.clientID) return true;
    const owner = this.presence.ownerOf(clientId);
    return owner !== undefined && owner !== member;
  }

  #compactWhenWorthwhile(leastLength: number): void {
    const { logLength, logBytes } = this.journal;
    const worthwhile =
      logLength >= COMPACT_ALWAYS_LENGTH || (logLength >= leastLength && logBytes * 3 > this.document.bytes);
    // Of a broken document only the log is whole.
    if (!worthwhile || this.#compacting || this.damaged || this.broken) return;
    this.#compacting = this.#compact()
      .catch((error: unknown) => {
        // Cut off by a server that stops, or a cloth that was deleted: as it should be.
        if (this.#destroyed) return;
        this.#log.warn({ cloth: this.id, err: error }, 'compacting failed; the log stays');
      })
      .finally(() => {
        this.#compacting = null;
      });
  }

  async #compact(): Promise<void> {
    const { sequence, logLength } = this.journal;
    if (sequence === 0) return;
    const snapshot = this.document.encodeAll();
    await this.#storage.compact(this.id, snapshot, sequence);
    this.journal.compactedUpTo(sequence);
    this.link?.sendCompacted(sequence);
    this.#log.debug({ cloth: this.id, updates: logLength, bytes: snapshot.length }, 'compacted');
  }
}
