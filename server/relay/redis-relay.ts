import { randomBytes } from 'node:crypto';
import { Redis, type RedisOptions } from 'ioredis';
import { Peers } from './peers.ts';
import type { Relay, RelayListener } from './relay.ts';

const PREFIX = 'tafelkleed:';
/** Every node says here that it lives (its name) or stops (its name with a dash before it). */
const NODES = `${PREFIX}nodes`;
const BEAT_MS = 1_000;
/** A line without an answer for this long is taken for dead and made anew, ms. */
const SILENCE_MS = 3_000;
/** The own beat has to come back within this, ms. */
const ROUND_TRIP_MS = 3_500;
const LONGEST_RETRY_MS = 1_000;

/** Nothing waits in a queue for Redis: what cannot be sent now is not sent, and what was subscribed to is asked anew. */
const OPTIONS = {
  lazyConnect: true,
  enableOfflineQueue: false,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: null,
  connectTimeout: SILENCE_MS,
  socketTimeout: SILENCE_MS,
  retryStrategy: (times) => Math.min(LONGEST_RETRY_MS, 50 * 2 ** Math.min(times, 10)),
} satisfies RedisOptions;

/** Relay over Redis publish/subscribe, with one connection to send and one to listen. */
export class RedisRelay implements Relay {
  readonly node = randomBytes(6).toString('hex');
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #channels = new Map<string, (message: Uint8Array) => void>();
  readonly #listeners: RelayListener[] = [];
  readonly #peers = new Peers();
  readonly #beating: NodeJS.Timeout;
  /** The way out to Redis while what goes over it gathers. */
  #gathering: Redis['stream'] | null = null;
  #live = false;
  #problem = 'Redis has not answered yet';
  /** When the own beat last came back, `performance.now()`. */
  #heardAt = performance.now();

  /** @param url `redis://host:port`, or `rediss:` for TLS; starts connecting and goes on trying. */
  constructor(url: string) {
    // The kind of answers is named: left to be found out, it alone costs the compiler a third of what the server does.
    this.#publisher = new Redis<'legacy'>(url, { ...OPTIONS, connectionName: 'tafelkleed-publish' });
    this.#subscriber = new Redis<'legacy'>(url, { ...OPTIONS, connectionName: 'tafelkleed-subscribe' });
    for (const connection of [this.#publisher, this.#subscriber]) {
      connection.on('error', (error: Error) => this.#failed(error.message));
      connection.on('close', () => this.#failed('the connection to Redis is closed'));
    }
    this.#publisher.on('ready', () => this.#beat());
    this.#subscriber.on('ready', () => this.#resubscribe());
    this.#subscriber.on('messageBuffer', (channel: Uint8Array, message: Uint8Array) => {
      this.#hear(Buffer.from(channel).toString(), message);
    });
    this.#beating = setInterval(() => this.#check(performance.now()), BEAT_MS);
    for (const connection of [this.#publisher, this.#subscriber]) connection.connect().catch(() => undefined);
  }

  get live(): boolean {
    return this.#live;
  }

  get problem(): string | null {
    return this.#live ? null : this.#problem;
  }

  isAlive(node: string): boolean {
    return this.#peers.isAlive(node);
  }

  listen(listener: RelayListener): void {
    this.#listeners.push(listener);
  }

  async subscribe(channel: string, hear: (message: Uint8Array) => void): Promise<void> {
    this.#channels.set(PREFIX + channel, hear);
    // While Redis is away this fails; with the connection all subscriptions are made.
    await this.#subscriber.subscribe(PREFIX + channel).catch(() => undefined);
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(PREFIX + channel);
    this.#subscriber.unsubscribe(PREFIX + channel).catch(() => undefined);
  }

  async publish(channel: string, message: Uint8Array): Promise<boolean> {
    if (!this.#live) return true;
    this.#gather();
    const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
    const heardBy = await this.#publisher.publish(PREFIX + channel, bytes).catch(() => Number.POSITIVE_INFINITY);
    return heardBy > (this.#channels.has(PREFIX + channel) ? 1 : 0);
  }

  async hasOthers(channel: string): Promise<boolean> {
    const [, listeners] = await this.#publisher.pubsub('NUMSUB', PREFIX + channel);
    return Number(listeners) > (this.#channels.has(PREFIX + channel) ? 1 : 0);
  }

  async close(): Promise<void> {
    clearInterval(this.#beating);
    if (this.#live) await this.#publisher.publish(NODES, `-${this.node}`).catch(() => undefined);
    this.#live = false;
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
  }

  /** Lets all that this turn of the event loop sends leave in one write. */
  #gather(): void {
    const { stream } = this.#publisher;
    if (stream === this.#gathering) return;
    this.#gathering = stream;
    stream.cork();
    setImmediate(() => {
      this.#gathering = null;
      stream.uncork();
    });
  }

  #beat(): void {
    this.#publisher.publish(NODES, this.node).catch(() => undefined);
  }

  #check(now: number): void {
    for (const node of this.#peers.sweep(now)) this.#tellGone(node);
    if (this.#live && now - this.#heardAt > ROUND_TRIP_MS) this.#failed('Redis does not answer');
    this.#beat();
    // A line that only listens would not notice that it is dead.
    this.#subscriber.ping().catch(() => undefined);
  }

  #resubscribe(): void {
    this.#subscriber.subscribe(NODES, ...this.#channels.keys()).then(
      () => this.#beat(),
      (error: Error) => this.#failed(error.message),
    );
  }

  #hear(channel: string, message: Uint8Array): void {
    if (channel === NODES) this.#hearBeat(Buffer.from(message).toString());
    else this.#channels.get(channel)?.(message);
  }

  #hearBeat(beat: string): void {
    const now = performance.now();
    if (beat === this.node) {
      this.#heardAt = now;
      this.#tellLive(true);
    } else if (beat.startsWith('-')) {
      if (this.#peers.remove(beat.slice(1))) this.#tellGone(beat.slice(1));
    } else this.#peers.seen(beat, now);
  }

  #failed(problem: string): void {
    this.#problem = problem;
    this.#tellLive(false);
  }

  #tellLive(live: boolean): void {
    if (this.#live === live) return;
    this.#live = live;
    for (const listener of this.#listeners) listener.onLive(live);
  }

  #tellGone(node: string): void {
    for (const listener of this.#listeners) listener.onGone(node);
  }
}
