import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type Server, WebSocketServer } from 'ws';
import { CLOSE, FULL, OLDEST_PROTOCOL_VERSION } from '../../../shared/model/protocol.ts';
import type { Config } from '../../core/config.ts';
import { isOver } from '../../core/keys.ts';
import { namedInLog } from '../../core/log.ts';
import { type MemoryBudget, NO_MEMORY } from '../../core/memory-budget.ts';
import type { Metrics } from '../../core/metrics.ts';
import { networkReader } from '../../core/network.ts';
import { NetworkTally } from '../../core/network-tally.ts';
import { within } from '../../core/patience.ts';
import { UnknownCloth } from '../../storage/storage.ts';
import { Connection } from '../connection/connection.ts';
import { SyncSocket } from '../connection/sync-socket.ts';
import type { Workshop } from '../guard/workshop.ts';
import { VISIT_OVER } from '../room/access-ended.ts';
import type { Cloths } from '../room/cloths.ts';
import type { Hanging } from '../room/hanging.ts';
import { keepAppointments } from '../room/presence-agenda.ts';
import type { Projections } from '../room/projections.ts';
import type { Rooms } from '../room/rooms.ts';
import { UnfitDocument } from '../room/upgrade.ts';
import { type Admitting, admit, type Guest, Refusal } from './guest.ts';
import { keepHeartbeat } from './heartbeat.ts';
import { isAllowedOrigin } from './origin.ts';
import { hasSeat } from './seats.ts';

/** A reason for closing has 123 bytes at most; the log has the whole of it. */
const UNFIT = 'this server cannot open the tablecloth in the version it was written in';

/** So many sockets at least may be on their way in or out beside those that have a seat. */
const LEAST_UNSEATED = 100;

/** What `ws` calls a frame over its `maxPayload`, which it closes for by itself. */
const FRAME_TOO_LARGE = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

/** The address of a cloth's socket, and what is asked with it. */
const ADDRESS = /^\/sync\/([0-9A-Za-z_-]{1,64})(?:\?(.*))?$/s;

/** Takes in sockets at `/sync/<id>`, finds out what they may do, and seats them in their cloth's room. */
export class Gateway {
  readonly #config: Config;
  readonly #cloths: Cloths;
  readonly #admitting: Admitting;
  readonly #budget: MemoryBudget;
  readonly #workshop: Workshop;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #server: Server<typeof SyncSocket>;
  readonly #connections = new Map<SyncSocket, Connection>();
  readonly #networkOf: (request: IncomingMessage) => string;
  readonly #perNetwork = new NetworkTally();
  readonly #stopHeartbeat: () => void;
  #lastId = 0;
  #stopping = false;

  constructor(
    config: Config,
    cloths: Cloths,
    rooms: Rooms,
    hanging: Hanging,
    projections: Projections,
    budget: MemoryBudget,
    workshop: Workshop,
    metrics: Metrics,
    log: Logger,
  ) {
    this.#config = config;
    this.#cloths = cloths;
    this.#admitting = {
      cloths,
      hanging,
      rooms,
      projections,
      isFull: () => this.#connections.size >= config.limits.connections,
    };
    this.#budget = budget;
    this.#workshop = workshop;
    this.#metrics = metrics;
    this.#log = log;
    this.#networkOf = networkReader(config.trustProxy);
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: true,
      maxPayload: config.limits.frameBytes,
      perMessageDeflate: false,
      WebSocket: SyncSocket,
    });
    this.#stopHeartbeat = keepHeartbeat(config.limits.heartbeatMs, (late) => this.#beat(late));
  }

  /** For the HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // Not by `new URL`: that throws for what anybody may send.
    const [, id, query = ''] = ADDRESS.exec(request.url ?? '') ?? [];
    if (!id) {
      turnAway(stream, '404 Not Found');
      return;
    }
    const network = this.#networkOf(request);
    const { connections, connectionsPerNetwork } = this.#config.limits;
    const isFull = this.#unseated >= Math.max(LEAST_UNSEATED, connections);
    if (isFull || !this.#perNetwork.hasRoom(network, 1, connectionsPerNetwork)) {
      this.#metrics.rejected.inc({ code: CLOSE.tryLater });
      turnAway(stream, '503 Service Unavailable');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      socket.attach(stream);
      this.#perNetwork.add(network, 1);
      socket.once('close', () => this.#perNetwork.add(network, -1));
      this.#welcome(socket, request, network, id, new URLSearchParams(query));
    });
  }

  /** Takes no more connections and closes those there are, to be retried elsewhere or later. */
  closeAll(): void {
    this.#stopping = true;
    for (const socket of this.#server.clients) socket.close(CLOSE.restarting, 'the server restarts');
  }

  /** Resolves when all sockets are closed, or after `patienceMs`. */
  async emptied(patienceMs: number): Promise<void> {
    const closed = [...this.#server.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    await within(patienceMs, Promise.all(closed), () => undefined);
  }

  /** Ends what did not close by itself. */
  stop(): void {
    this.#stopping = true;
    this.#stopHeartbeat();
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  /** Sockets without a seat: those that wait to be let in, and those that were refused and have not closed yet. */
  get #unseated(): number {
    return this.#server.clients.size - this.#connections.size;
  }

  #welcome(socket: SyncSocket, request: IncomingMessage, network: string, id: string, query: URLSearchParams): void {
    // Whatever is wrong with a socket ends in its close event.
    socket.on('error', (error) => {
      const isTooLarge = 'code' in error && error.code === FRAME_TOO_LARGE;
      if (isTooLarge) this.#metrics.rejected.inc({ code: CLOSE.frameTooLarge });
    });
    socket.on('pong', () => {
      socket.alive = true;
    });
    // What it says before it has a seat waits in the network, and costs nothing here.
    socket.pause();
    this.#admitInTime(request, id, query)
      .then((guest) => {
        if (socket.readyState === socket.OPEN) this.#seat(socket, network, guest);
      })
      .catch((error: unknown) => this.#refuse(socket, id, error));
  }

  /** Throws a Refusal when there is no room: asked here, for many may have waited for the same cloth to be loaded. */
  #seat(socket: SyncSocket, network: string, guest: Guest): void {
    const { room, role, through, along, since, keyHash, expiresAt } = guest;
    const { limits } = this.#config;
    if (this.#connections.size >= limits.connections) throw new Refusal(CLOSE.tryLater, FULL.server);
    if (!hasSeat(room.members, role, limits.connectionsPerCloth)) throw new Refusal(CLOSE.tryLater, FULL.cloth);
    this.#lastId += 1;
    const name = this.#lastId.toString(36);
    this.#log.info({ cloth: room.id, connection: name, role }, 'a connection opened');
    const memory = this.#budget.account({ network, cloth: room.id });
    // Nobody comes to lead a sheet through a room, nor by a key that is for a time.
    const isPassing = through !== null || expiresAt !== undefined;
    const mintLead = async () => (isPassing ? null : this.#cloths.addKey(room.id, 'facilitator', 'led'));
    const connection = new Connection(
      { id: name, role, keyHash, expiresAt, through, since, mintLead, memory, network },
      socket,
      room,
      this.#workshop,
      limits,
      this.#metrics,
      this.#log,
    );
    socket.payBy(memory, () => connection.close(CLOSE.tryLater, NO_MEMORY));
    socket.on('message', (data, isBinary) => {
      socket.alive = true;
      if (isBinary) connection.receive(data);
      else connection.close(CLOSE.badFrame, 'only binary frames');
      keepAppointments();
    });
    socket.on('close', () => {
      connection.leave();
      this.#connections.delete(socket);
      for (const other of along) other.leaveAlong(connection);
    });
    this.#connections.set(socket, connection);
    for (const other of along) other.joinAlong(connection);
    connection.join();
    socket.resume();
  }

  /** As {@link #admit}; rejects when that takes so long that the other side had better come again. */
  #admitInTime(request: IncomingMessage, id: string, query: URLSearchParams): Promise<Guest> {
    return within(this.#config.limits.admissionMs, this.#admit(request, id, query), () => {
      throw new Refusal(CLOSE.tryLater, 'the tablecloth takes too long to open');
    });
  }

  async #admit(request: IncomingMessage, id: string, query: URLSearchParams): Promise<Guest> {
    if (this.#stopping) throw new Refusal(CLOSE.restarting, 'the server restarts');
    if (!isAllowedOrigin(request, this.#config)) throw new Refusal(CLOSE.forbidden, 'not from this page');
    const protocol = query.get('protocol');
    if (protocol !== null && Number(protocol) < OLDEST_PROTOCOL_VERSION) {
      throw new Refusal(CLOSE.clientTooOld, 'this page is too old; load it again');
    }
    return admit(this.#admitting, id, query);
  }

  #refuse(socket: SyncSocket, id: string, error: unknown): void {
    const [code, reason] =
      error instanceof Refusal
        ? [error.code, error.message]
        : error instanceof UnknownCloth
          ? [CLOSE.unknownCloth, 'there is no such tablecloth']
          : [CLOSE.tryLater, error instanceof UnfitDocument ? UNFIT : 'the tablecloth cannot be opened at this moment'];
    if (code === CLOSE.tryLater) this.#log.warn({ ...namedInLog(id), code, err: error }, 'refusing a connection');
    else this.#log.info({ ...namedInLog(id), code, reason }, 'refusing a connection');
    this.#metrics.rejected.inc({ code });
    socket.turnAway(code, reason);
  }

  /** `late`: silence until now is no sign of anything. */
  #beat(late: boolean): void {
    const now = performance.now();
    for (const socket of this.#server.clients) {
      const connection = this.#connections.get(socket);
      // A socket that is not being read cannot show that it is alive.
      if (!socket.alive && !late && !socket.isPaused) {
        socket.terminate();
        continue;
      }
      if (connection && isOver(connection, Date.now())) {
        connection.close(CLOSE.unauthorised, VISIT_OVER);
        continue;
      }
      if (socket.isStalled(now, this.#config.limits.leastBytesPerSecond)) {
        connection?.close(CLOSE.tryLater, 'this frame comes in too slowly');
        continue;
      }
      socket.alive = false;
      if (socket.readyState === socket.OPEN) socket.ping();
      connection?.beat(now);
    }
  }
}

/** Answers who asks for a socket where there is none. Node leaves what goes wrong with the stream to whoever takes it over. */
function turnAway(stream: Duplex, status: string): void {
  stream.on('error', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy());
}
