import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { OWN } from '../../shared/document/change.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { LiveSnapshot } from '../../shared/document/live-snapshot.ts';
import { momentFile } from '../../shared/document/moment-file.ts';
import { CLOSE, type Dragged, mayWrite, type Presence, type Role } from '../../shared/model/protocol.ts';
import { LIMITS, type Point } from '../../shared/model/schema.ts';
import type { LastingSession } from '../../shared/model/session.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import { cleanName, isBlank } from '../../shared/text/clean-text.ts';
import { RunningSession } from '../facilitation/running-session.ts';
import { readWarning } from '../facilitation/warning.ts';
import { Acts } from './acts.ts';
import { shareAwareness, type TableAwareness } from './awareness.ts';
import type { ClothSession, Intent, Performed } from './cloth-session.ts';
import type { ConnectionEvents, Wire } from './connection.ts';
import { onNextFrame } from './frame.ts';
import { Keeping } from './keeping.ts';
import { copyName } from './local-copy.ts';
import type { OpenClothOptions } from './open-cloth-options.ts';
import { listenToPage } from './page-events.ts';
import { fittingDrags, rounded } from './presence.ts';
import { Saving } from './saving.ts';
import { Seating } from './seating.ts';
import { WaitingChanges } from './waiting-changes.ts';

/** The local copy gets this long before the socket opens without waiting for it, ms. */
const COPY_FIRST_MS = 1_000;

/** One cloth, open: puts the document, its local copy, the socket, the acks and the presence together. */
export class OpenCloth implements ClothSession {
  readonly #cloth = openCloth(new Y.Doc());
  readonly #reading = new LiveSnapshot(this.#cloth.doc);
  readonly #running = new RunningSession(() => ({ role: this.role, ...this.me.getState() }));

  readonly id: string;
  readonly role: Role;
  readonly snapshot = createStore<ClothSnapshot>(() => this.#reading.current);
  readonly unmasked = createStore<ClothSnapshot>(() => this.#reading.current);
  readonly live = this.#running.live;
  readonly held = this.#running.held;
  readonly people: ClothSession['people'];
  readonly present: ClothSession['present'];
  readonly me: ClothSession['me'];
  readonly saved: ClothSession['saved'];
  readonly warning = createStore<'too-many-messages' | 'storage' | null>(() => null);
  readonly given = createStore<string | null>(() => null);
  readonly showCursor = (at: Point | null) => this.#company.show({ cursor: at ? rounded(at) : undefined });
  readonly showDrags = (drags: readonly Dragged[]) => this.#company.show(fittingDrags(drags));
  readonly showEditing: ClothSession['showEditing'] = (id, of) => this.#company.show({ editing: id ?? undefined, of });
  readonly showWriting = (writing: boolean) => this.#company.show({ writing: writing || undefined });
  readonly showMade = (made: number | null) => this.#company.show({ made: made ?? undefined });
  readonly showClaim = (seat: string | null) => this.#company.show({ claims: seat ?? undefined });
  readonly denyClaim = (connection: number | null) => this.#company.show({ denies: connection ?? undefined });
  readonly showView = (view: Presence['view'] | null) => this.#company.show({ view: view ?? undefined });
  readonly momentFile = (id: string) => momentFile(this.#cloth, id);

  readonly #options: OpenClothOptions;
  readonly #acts = new Acts({
    cloth: this.#cloth,
    mayBegin: () => this.mayWrite,
    mayEnd: () => this.#takesPart,
    done: () => {
      void this.#keeping.now();
      this.#drawing.now();
    },
  });
  readonly history = this.#acts.history;
  readonly #drawing = onNextFrame(() => this.#draw());
  readonly #saving: Saving;
  readonly #seating: Seating;
  readonly #connection: Wire;
  readonly #company: TableAwareness;
  readonly #keeping: Keeping;
  #listens = false;
  #closed = false;
  readonly #stopListening: () => void;

  constructor(options: OpenClothOptions) {
    const { id, key, via, device, openLocalCopy } = options;
    const { role, epoch } = options.access;
    const { doc } = this.#cloth;
    this.#options = options;
    this.id = id;
    this.role = role;
    this.#saving = new Saving({
      mayWrite: mayWrite(role),
      hasContent: () => this.hasContent,
      sendAckRequest: (ack) => this.#connection.sendAck(ack),
      waiting: new WaitingChanges(device.storage, copyName(id, epoch), nanoid(8)),
    });
    this.saved = this.#saving.saved;
    this.#seating = new Seating({
      cloth: this.#cloth,
      participant: device.participant,
      name: device.name,
      seats: () => this.#reading.current.seats,
      mayTake: () => this.#takesPart,
      isIndividual: () => mayWrite(role) && device.cloths.find(id)?.parent !== undefined,
    });
    this.me = this.#seating.me;
    this.#connection = options.connect({ id, key, via, epoch, doc, on: this.#heard() });
    this.#company = shareAwareness(this.#connection.awareness, this.#user());
    ({ people: this.people, present: this.present } = this.#company);
    this.me.subscribe(() => {
      this.#company.introduce(this.#user());
      this.#drawing.ask();
    });
    this.live.subscribe(() => this.#drawing.now());
    this.#reading.subscribe(() => this.#drawing.ask());
    this.#keeping = new Keeping({
      // A viewer's could only get in the way of a participant's on the same device.
      open: mayWrite(role) ? (kept) => openLocalCopy(copyName(id, epoch), doc, kept) : null,
      kept: (is) => this.#saving.copyKept(is),
      loaded: (kept) => {
        this.#saving.copyLoaded(kept, this.#listens);
        this.#drawing.now();
      },
    });
    this.#stopListening = listenToPage({
      hidden: () => {
        this.#writeDown();
        this.#company.vanish();
      },
      shown: () => this.#company.appear(),
      // The open socket may be dead without knowing it.
      network: () => this.#connection.reconnect(),
    });
  }

  get connection(): number {
    return this.#cloth.doc.clientID;
  }

  get mayWrite(): boolean {
    return this.#takesPart && !this.held.getState();
  }

  /** Content is there as soon as the server has ever laid this cloth; nothing here ever does. */
  get hasContent(): boolean {
    return this.#cloth.meta.size > 0;
  }

  /** Loads the local copy, when there is one, and connects. */
  async start(): Promise<void> {
    const { remembered, gone } = this.#options.access;
    // With the copy in the document the server need only send what is new.
    if (remembered) {
      await Promise.race([this.#keeping.now(), new Promise((resolve) => setTimeout(resolve, COPY_FIRST_MS))]);
      this.#listen();
    }
    if (this.#closed) return;
    if (gone === null) this.#connection.connect();
    else this.#saving.refused(gone);
  }

  perform(intent: Intent, key?: string): boolean {
    return this.#acts.perform(intent, key).kind === 'done';
  }

  tryPerform(intent: Intent, key?: string): Performed {
    return this.#acts.tryPerform(intent, key);
  }

  seal(): void {
    this.#acts.seal();
  }

  forget(key: string): boolean {
    return this.#acts.forget(key);
  }

  undo(): boolean {
    return this.#acts.undo();
  }

  redo(): boolean {
    return this.#acts.redo();
  }

  sitDown(name: string, claim?: string): void {
    const clean = cleanName(name, LIMITS.name);
    if (isBlank(clean) || !mayWrite(this.role)) return;
    this.#options.device.name = clean;
    this.#seating.sitDown(clean, claim);
    this.#drawing.now();
  }

  standUp(): void {
    this.#seating.standUp();
    this.#drawing.now();
  }

  setSession(patch: Partial<LastingSession>): boolean {
    return this.role === 'facilitator' && this.#connection.sendSession(JSON.stringify(patch));
  }

  now(): number {
    return this.#running.now();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopListening();
    this.#writeDown();
    this.#company.stop();
    // Tells the others that this person has gone.
    this.#connection.close();
    this.#drawing.stop();
    this.#running.stop();
    this.#reading.destroy();
    this.#keeping.close();
    this.#cloth.doc.destroy();
  }

  /** What the wire brings, brought to whom it concerns. */
  #heard(): ConnectionEvents {
    return {
      opened: () => {
        this.#company.appear();
        this.#saving.connected();
        this.#keeping.reread();
      },
      caughtUp: () => this.#saving.caughtUp(),
      synced: () => {
        this.#listen();
        this.#keeping.soon();
        this.#drawing.now();
        this.#saving.admitted();
        this.#writeDown();
      },
      lost: (full) => {
        if (this.#closed) return;
        this.#listen();
        void this.#keeping.now();
        this.#company.forgetOthers();
        this.warning.setState(null, true);
        this.#running.lost();
        this.#saving.lost(full);
      },
      refused: (code) => {
        if (code === CLOSE.unknownCloth || code === CLOSE.closedForGood) this.#remember({ gone: true });
        this.#saving.refused(code);
      },
      presence: () => this.#company.renew(),
      ack: (ack) => this.#saving.echoed(ack),
      session: (json) => this.#running.hear(json),
      lead: (key) => this.given.setState(key, true),
      warning: (json) => {
        const code = readWarning(json);
        if (code) this.warning.setState(code === 'storage-ok' ? null : code, true);
      },
    };
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === OWN) this.#saving.changed(this.#acts.joins);
    else if (!this.#connection.brought(origin)) this.#saving.broughtByCopy();
  };

  get #takesPart(): boolean {
    return mayWrite(this.role) && this.hasContent && this.#saving.refusedWith === null;
  }

  /** Hears what changes in the document from here on. Nobody writes in it before its content is there. */
  #listen(): void {
    if (this.#listens || this.#closed) return;
    this.#listens = true;
    this.#connection.passOn();
    // After the connection's own listener, so that an ack follows the update it vouches for.
    this.#cloth.doc.on('update', this.#onUpdate);
  }

  #draw(): void {
    if (this.hasContent) this.#listen();
    this.unmasked.setState(this.#reading.current, true);
    this.snapshot.setState(this.#running.shown(this.#reading.current), true);
    this.#seating.look();
  }

  /** As the others see this person: without a name until they have sat down. */
  #user(): Presence['user'] {
    const { name, colour, seat, tableFull } = this.me.getState();
    return { name: seat !== null || tableFull ? name : '', colour, seat, role: this.role };
  }

  /** Keeps on this device what the next visit is to know. */
  #writeDown(): void {
    this.#saving.leaving();
    const { initiative, meta } = this.#reading.current;
    if (this.hasContent) this.#remember({ title: initiative || meta.title });
  }

  #remember(news: { readonly gone: true } | { readonly title: string }): void {
    if (this.#options.via === undefined) this.#options.device.cloths.remember(this.id, news);
  }
}
