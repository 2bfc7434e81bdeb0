import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Change, OWN } from '../../shared/document/change.ts';
import { type CommonsDoc, openCommons } from '../../shared/document/commons-doc.ts';
import { readCommons } from '../../shared/document/read-commons.ts';
import type { CommonsSnapshot } from '../../shared/model/commons.ts';
import { CLOSE, mayWrite, type Role } from '../../shared/model/protocol.ts';
import type { Device } from '../device/device.ts';
import { findAccess } from './access.ts';
import { type Api, ApiError } from './api.ts';
import type { SavedState } from './cloth-session.ts';
import { Connection } from './connection.ts';
import { onNextFrame } from './frame.ts';
import { Keeping } from './keeping.ts';
import { copyName, indexedDbCopy } from './local-copy.ts';
import { listenToPage } from './page-events.ts';
import { Saving } from './saving.ts';
import { WaitingChanges } from './waiting-changes.ts';

/** A network room, open: what its pages read and write by. */
export interface CommonsSession {
  readonly id: string;
  readonly key: string;
  readonly role: Role;
  readonly snapshot: StoreApi<CommonsSnapshot>;
  readonly saved: StoreApi<SavedState>;
  /** Whether this page may change the room now. */
  readonly mayWrite: boolean;
  /** Carries out an intent; does nothing when the page may not write. Returns whether anything changed. */
  perform(intent: (commons: CommonsDoc) => Change[]): boolean;
  close(): void;
}

/** A room of which nothing has come in after this long is shown as it is, ms. */
const PATIENCE_MS = 8_000;

/** Opens a room with a key; as `openSession` does a cloth. Throws {@link ApiError} when there is nothing to show. */
export async function openRoom(id: string, key: string, device: Device, api: Api): Promise<CommonsSession> {
  const access = await findAccess(id, key, device, api, undefined, 'commons');
  const room = new OpenCommons(id, key, access.role, access.epoch, device);
  device.cloths.remember(id, { sheet: 'commons', lastOpened: Date.now() });
  await room.start(access.remembered, access.gone);
  const saved = room.saved.getState();
  if (saved.kind === 'closed' && !room.hasContent) {
    room.close();
    throw new ApiError(saved.code === CLOSE.unauthorised ? 'key-wrong' : 'unknown-cloth', saved.code);
  }
  return room;
}

class OpenCommons implements CommonsSession {
  readonly id: string;
  readonly key: string;
  readonly role: Role;
  readonly snapshot: StoreApi<CommonsSnapshot>;
  readonly saved: StoreApi<SavedState>;
  readonly #commons = openCommons(new Y.Doc());
  readonly #device: Device;
  readonly #saving: Saving;
  readonly #connection: Connection;
  readonly #keeping: Keeping;
  readonly #reading = onNextFrame(() => this.#read());
  readonly #stopListening: () => void;
  #listens = false;
  #closed = false;

  constructor(id: string, key: string, role: Role, epoch: string, device: Device) {
    const { doc } = this.#commons;
    this.id = id;
    this.key = key;
    this.role = role;
    this.#device = device;
    this.snapshot = createStore<CommonsSnapshot>(() => readCommons(this.#commons));
    this.#saving = new Saving({
      mayWrite: mayWrite(role),
      hasContent: () => this.hasContent,
      sendAckRequest: (ack) => this.#connection.sendAck(ack),
      waiting: new WaitingChanges(device.storage, copyName(id, epoch), nanoid(8)),
    });
    this.saved = this.#saving.saved;
    const nothing = (): void => undefined;
    this.#connection = new Connection({
      origin: location.origin,
      id,
      key,
      epoch,
      doc,
      socket: WebSocket,
      on: {
        opened: () => {
          this.#saving.connected();
          this.#keeping.reread();
        },
        caughtUp: () => this.#saving.caughtUp(),
        synced: () => {
          this.#listen();
          this.#keeping.soon();
          this.#reading.now();
          this.#saving.admitted();
        },
        lost: (full) => {
          if (this.#closed) return;
          this.#listen();
          void this.#keeping.now();
          this.#saving.lost(full);
        },
        refused: (code) => this.#saving.refused(code),
        ack: (ack) => this.#saving.echoed(ack),
        presence: nothing,
        session: nothing,
        warning: nothing,
        lead: nothing,
      },
    });
    doc.on('afterTransaction', () => this.#reading.ask());
    this.#keeping = new Keeping({
      open: mayWrite(role) ? (kept) => indexedDbCopy(copyName(id, epoch), doc, kept) : null,
      kept: (is) => this.#saving.copyKept(is),
      loaded: (kept) => {
        this.#saving.copyLoaded(kept, this.#listens);
        this.#reading.now();
      },
    });
    this.#stopListening = listenToPage({
      hidden: () => this.#saving.leaving(),
      shown: () => undefined,
      network: () => this.#connection.reconnect(),
    });
  }

  get hasContent(): boolean {
    return this.#commons.meta.size > 0;
  }

  get mayWrite(): boolean {
    return mayWrite(this.role) && this.hasContent && this.#saving.refusedWith === null;
  }

  /** Connects; resolves once the room's content is there, or it is clear that it will not be for now. */
  async start(remembered: boolean, gone: number | null): Promise<void> {
    if (remembered) await Promise.race([this.#keeping.now(), later(1_000)]);
    if (gone === null) this.#connection.connect();
    else this.#saving.refused(gone);
    if (this.hasContent) this.#listen();
    await Promise.race([this.#news(), later(PATIENCE_MS)]);
  }

  perform(intent: (commons: CommonsDoc) => Change[]): boolean {
    if (!this.mayWrite) return false;
    const changed = intent(this.#commons).length > 0;
    if (!changed) return false;
    void this.#keeping.now();
    this.#reading.now();
    return true;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopListening();
    this.#saving.leaving();
    this.#connection.close();
    this.#reading.stop();
    this.#keeping.close();
    this.#commons.doc.destroy();
  }

  #news(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        const { kind } = this.saved.getState();
        if (this.hasContent || kind === 'closed' || kind === 'offline') resolve();
      };
      this.snapshot.subscribe(look);
      this.saved.subscribe(look);
      look();
    });
  }

  #listen(): void {
    if (this.#listens || this.#closed) return;
    this.#listens = true;
    this.#connection.passOn();
    this.#commons.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === OWN) this.#saving.changed(false);
      else if (!this.#connection.brought(origin)) this.#saving.broughtByCopy();
    });
  }

  #read(): void {
    if (this.#closed) return;
    const room = readCommons(this.#commons);
    this.snapshot.setState(room, true);
    if (this.hasContent) this.#device.cloths.remember(this.id, { title: room.name });
    this.#saving.report();
  }
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
