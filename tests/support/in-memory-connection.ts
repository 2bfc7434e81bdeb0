import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Wire, WireOptions } from '../../client/document/connection.ts';
import { type ClothDoc, openCloth } from '../../shared/document/cloth-doc.ts';
import { FIRST_SESSION, type LastingSession, type SessionState } from '../../shared/model/session.ts';

/**
 * The other end of pages' connections, without a server: it holds the cloth, passes on what each page writes, and answers
 * as the server does. What happens over the wire happens here in the same turn, so that a test need not wait for it.
 */
export class InMemoryTable {
  /** The cloth as the server has it. What is written in it comes to the pages as another's. */
  readonly cloth: ClothDoc;
  #session: LastingSession = FIRST_SESSION;
  readonly #pages = new Set<InMemoryConnection>();

  constructor(lay: (doc: Y.Doc) => void) {
    const doc = new Y.Doc();
    lay(doc);
    this.cloth = openCloth(doc);
    doc.on('update', (update: Uint8Array, from: unknown) => {
      for (const page of this.#pages) if (page !== from) page.bring(update);
    });
  }

  /** Connects a page: what `OpenCloth` is to be opened with. */
  readonly connect = (options: WireOptions): Wire => new InMemoryConnection(this, options);

  /** The session as every page hears it. */
  get session(): SessionState {
    return { ...this.#session, now: Date.now() };
  }

  /** Changes the running session as who leads does. */
  lead(patch: Partial<LastingSession>): void {
    this.#session = { ...this.#session, ...patch };
    for (const page of this.#pages) page.hear(this.session);
  }

  admit(page: InMemoryConnection): void {
    this.#pages.add(page);
  }

  dismiss(page: InMemoryConnection): void {
    this.#pages.delete(page);
  }
}

class InMemoryConnection implements Wire {
  readonly awareness: Awareness;
  readonly #table: InMemoryTable;
  readonly #options: WireOptions;

  constructor(table: InMemoryTable, options: WireOptions) {
    this.#table = table;
    this.#options = options;
    this.awareness = new Awareness(options.doc);
  }

  connect(): void {
    const { doc, on } = this.#options;
    const { cloth } = this.#table;
    this.#table.admit(this);
    on.opened();
    this.bring(Y.encodeStateAsUpdate(cloth.doc, Y.encodeStateVector(doc)));
    this.#send(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(cloth.doc)));
    on.caughtUp();
    on.session(JSON.stringify(this.#table.session));
    on.synced();
  }

  passOn(): void {
    this.#options.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (!this.brought(origin)) this.#send(update);
    });
  }

  brought(origin: unknown): boolean {
    return origin === this;
  }

  /** Brings the page what was written elsewhere. */
  bring(update: Uint8Array): void {
    Y.applyUpdate(this.#options.doc, update, this);
  }

  hear(session: SessionState): void {
    this.#options.on.session(JSON.stringify(session));
  }

  reconnect(): void {}

  sendAck(ack: number): boolean {
    queueMicrotask(() => this.#options.on.ack(ack));
    return true;
  }

  sendSession(json: string): boolean {
    this.#table.lead(JSON.parse(json));
    return true;
  }

  close(): void {
    this.#table.dismiss(this);
    this.awareness.destroy();
  }

  #send(update: Uint8Array): void {
    Y.applyUpdate(this.#table.cloth.doc, update, this);
  }
}
