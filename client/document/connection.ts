import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { CLOSE, FULL, type Full, MESSAGE, PROTOCOL_VERSION } from '../../shared/model/protocol.ts';
import { browserStorage } from '../device/device-storage.ts';
import { WaysIn } from './ways-in.ts';

/** What is connected, and who hears of it. */
export interface WireOptions {
  readonly id: string;
  readonly key: string;
  readonly via?: string | undefined;
  readonly epoch: string;
  readonly doc: Y.Doc;
  readonly on: ConnectionEvents;
}

export interface ConnectionOptions extends WireOptions {
  /** `http(s)://host` of the server. */
  readonly origin: string;
  readonly socket: typeof WebSocket;
}

/** What an opened document asks of its connection: {@link Connection} to a server, or in tests one that stays in memory. */
export interface Wire {
  readonly awareness: Awareness;
  /** Connects, and goes on trying. */
  connect(): void;
  /**
   * From here on what changes in the document goes to the server. Not before there can be changes: while anyone listens,
   * Yjs encodes all that comes in once more for them, the whole of a cloth that is opened here for the first time.
   */
  passOn(): void;
  /** Whether this is the origin of an update that came over the wire. */
  brought(origin: unknown): boolean;
  /** Drops a connection that may be dead without knowing it, and tries again right away. */
  reconnect(): void;
  /** Asks for an ack with this number. False when it could not go out. */
  sendAck(ack: number): boolean;
  /** Asks for a change of the running session. False when it could not go out. */
  sendSession(json: string): boolean;
  close(): void;
}

export interface ConnectionEvents {
  /** A socket is open; nothing has been exchanged yet. */
  opened(): void;
  /** Our sync step 2 went out over the open socket. Not called for a viewer, who is not asked for it. */
  caughtUp(): void;
  /** The server's content is in the document. */
  synced(): void;
  /** The socket is gone, or could not be opened, or there is no room for it on what is `full`; another attempt follows. */
  lost(full: Full | null): void;
  /** The server refuses this page for good. */
  refused(code: number): void;
  /** News of who is at the table, or a sign of life: at least one every few seconds. */
  presence(): void;
  ack(ack: number): void;
  session(json: string): void;
  warning(json: string): void;
  /** The leading was given to this page: a key that leads. */
  lead(key: string): void;
}

/** Frames past the server's limit, by the standard's own code: sent again they would be refused again, for ever. */
const MESSAGE_TOO_BIG = 1009;

/** The socket to the server: y-websocket's provider, with this product's own messages and rules on top of it. */
export class Connection implements Wire {
  readonly #provider: WebsocketProvider;
  readonly #doc: Y.Doc;
  readonly #ways: WaysIn;

  constructor({ origin, id, key, via, epoch, doc, socket, on }: ConnectionOptions) {
    const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, id, doc, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: socket,
      params: { key, ...(via !== undefined && { via }), epoch, protocol: String(PROTOCOL_VERSION), since: '' },
      shouldReconnect: ({ code }) => code !== MESSAGE_TOO_BIG && !(code >= 4400 && code <= 4499),
    });
    this.#provider = provider;
    this.#doc = doc;
    doc.off('update', provider._updateHandler);
    this.#ways = new WaysIn({
      giveUp: () => provider.ws?.close(),
      byRequests: async () => {
        const { HttpSocket } = await import('./http-socket.ts');
        // All that the provider uses of a socket.
        provider._WS = HttpSocket as unknown as typeof WebSocket;
      },
      bySocket: () => {
        provider._WS = socket;
      },
      storage: browserStorage('sessionStorage'),
    });
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.#ways.begins();
      if (status !== 'connected') return;
      this.#ways.opened();
      on.opened();
    });
    provider.on('sync', (synced) => {
      if (synced) on.synced();
    });
    provider.on('connection-close', (event) => {
      const goesOn = this.#ways.lost();
      // Off the network no other way leads anywhere.
      if (goesOn && globalThis.navigator?.onLine !== false) return;
      // The provider tidies up (and passes on what it tidied) after it has said this.
      queueMicrotask(() => on.lost(event && fullOf(event)));
    });
    provider.on('closed', ({ code }) => on.refused(code === MESSAGE_TOO_BIG ? CLOSE.frameTooLarge : code));

    const { messageHandlers } = provider;
    const sync = messageHandlers[MESSAGE.sync];
    messageHandlers[MESSAGE.sync] = (reply, message, ...rest) => {
      const answered = decoding.peekVarUint(message) === messageYjsSyncStep1;
      sync?.(reply, message, ...rest);
      // The provider sends the reply when this returns, so the microtask comes after it.
      if (answered) queueMicrotask(() => provider.wsconnected && on.caughtUp());
    };
    const presence = messageHandlers[MESSAGE.awareness];
    messageHandlers[MESSAGE.awareness] = (...message) => {
      presence?.(...message);
      on.presence();
    };
    messageHandlers[MESSAGE.ack] = (_reply, message) => on.ack(decoding.readVarUint(message));
    messageHandlers[MESSAGE.session] = (_reply, message) => on.session(decoding.readVarString(message));
    // Where this document has got to; on coming back only what came after it has to be sent.
    messageHandlers[MESSAGE.resumeToken] = (_reply, message) => {
      provider.params.since = decoding.readVarString(message);
    };
    messageHandlers[MESSAGE.lead] = (_reply, message) => on.lead(decoding.readVarString(message));
    messageHandlers[MESSAGE.warning] = (_reply, message) => on.warning(decoding.readVarString(message));
  }

  get awareness(): Awareness {
    return this.#provider.awareness;
  }

  connect(): void {
    this.#provider.connect();
  }

  passOn(): void {
    this.#doc.on('update', this.#provider._updateHandler);
  }

  brought(origin: unknown): boolean {
    return origin === this.#provider;
  }

  reconnect(): void {
    if (!this.#provider.shouldConnect) return;
    this.#provider.wsUnsuccessfulReconnects = 0;
    this.#provider.disconnect();
    this.#provider.connect();
  }

  sendAck(ack: number): boolean {
    return this.#send((frame) => {
      encoding.writeVarUint(frame, MESSAGE.ack);
      encoding.writeVarUint(frame, ack);
    });
  }

  sendSession(json: string): boolean {
    return this.#send((frame) => {
      encoding.writeVarUint(frame, MESSAGE.session);
      encoding.writeVarString(frame, json);
    });
  }

  close(): void {
    this.#ways.stop();
    this.#provider.destroy();
  }

  #send(write: (frame: encoding.Encoder) => void): boolean {
    const { ws, wsconnected } = this.#provider;
    if (!wsconnected || ws?.readyState !== ws?.OPEN) return false;
    ws?.send(encoding.encode(write));
    return true;
  }
}

function fullOf({ code, reason }: CloseEvent): Full | null {
  if (code !== CLOSE.tryLater) return null;
  if (reason === FULL.cloth) return 'cloth';
  return reason === FULL.server ? 'server' : null;
}
