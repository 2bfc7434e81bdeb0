import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How often Node looks how late its timers are, ms; at prom-client's ten it would wake an idle server a hundred times a second. */
const EVENT_LOOP_PRECISION_MS = 200;

/** What a frame from a client can be. */
const FRAME_KINDS = ['ask', 'answer', 'update', 'presence', 'ask-presence', 'mark', 'session', 'unknown'] as const;

/** Whether something was made to be given, or had been made before. */
const FROM = ['made', 'kept'] as const;

/** A counter for what happens with every frame: a plain number, that Prometheus's own reads only when it is asked. */
export class Tally {
  total = 0;

  inc(by = 1): void {
    this.total += by;
  }
}

/** What a server reports of itself to Prometheus. One registry per server, so that several can run in one process. */
export class Metrics {
  readonly registry = new Registry();
  readonly connections = this.#gauge('tafelkleed_connections', 'Open connections, by role', ['role']);
  readonly rooms = this.#gauge('tafelkleed_rooms', 'Tablecloths in memory');
  readonly roomsResting = this.#gauge('tafelkleed_rooms_resting', 'Tablecloths in memory as bytes alone');
  readonly queueDepth = this.#gauge('tafelkleed_unsaved_updates', 'Updates received that are not yet on disk');
  readonly storageOk = this.#gauge('tafelkleed_storage_ok', '1 while the store takes writes');
  readonly clockDoubted = this.#gauge(
    'tafelkleed_clock_doubted',
    '1 while the clock is not believed for deleting by age',
  );
  readonly expiringCloths = this.#gauge('tafelkleed_expiring_cloths', 'Tablecloths that will be deleted for their age');
  readonly catchUps = this.#counter('tafelkleed_catch_ups_total', 'Times a tablecloth was read on from the store');
  readonly takenOver = this.#counter('tafelkleed_taken_over_total', "Other nodes' updates stored from here");
  readonly messages = this.#tallies('tafelkleed_messages_total', 'Frames received, by kind', 'kind', FRAME_KINDS);
  readonly bytesIn = this.#tally('tafelkleed_received_bytes_total', 'Bytes received on sockets');
  readonly bytesOut = this.#tally('tafelkleed_sent_bytes_total', 'Bytes sent on sockets');
  readonly rejected = this.#counter('tafelkleed_rejected_total', 'Connections closed by the server, by close code', [
    'code',
  ]);
  readonly refusedRequests = this.#counter('tafelkleed_refused_requests_total', 'HTTP requests refused, by problem', [
    'code',
  ]);
  readonly signIns = this.#counter('tafelkleed_sign_ins_total', "People at a school's own sign-in, by outcome", [
    'outcome',
  ]);
  readonly presenceDropped = this.#tally('tafelkleed_presence_dropped_total', 'Presence left out for slow readers');
  readonly readersBehind = this.#counter('tafelkleed_readers_behind_total', 'Times a slow reader had to catch up');
  readonly ackSeconds = this.#histogram('tafelkleed_ack_seconds', 'From a mark received to the mark returned');
  readonly appendSeconds = this.#histogram('tafelkleed_append_seconds', 'From an append asked to it being durable');
  readonly loadSeconds = this.#histogram('tafelkleed_load_seconds', 'Loading a tablecloth from the store');

  readonly views = this.#tallies(
    'tafelkleed_views_total',
    'What rooms show of a sheet, by whether it was kept',
    'from',
    FROM,
  );
  readonly pictures = this.#tallies(
    'tafelkleed_pictures_total',
    'Pictures given, by whether one was kept',
    'from',
    FROM,
  );

  readonly #damaged = this.#gauge('tafelkleed_damaged_cloth', '1 for each tablecloth that is not whole', ['cloth']);
  readonly memoryRefused = this.#tally(
    'tafelkleed_memory_refused_total',
    'Times something found no room in the budget',
  );

  #relayOk: Gauge | null = null;

  constructor() {
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: EVENT_LOOP_PRECISION_MS });
    this.storageOk.set(1);
  }

  /** Whether a stored cloth is not whole. */
  damaged(cloth: string, isDamaged: boolean): void {
    if (isDamaged) this.#damaged.set({ cloth }, 1);
    else this.#damaged.remove({ cloth });
  }

  /** Whether messages reach the other nodes. Not there before the first call: alone, a server would seem cut off. */
  relayOk(live: boolean): void {
    this.#relayOk ??= this.#gauge('tafelkleed_relay_ok', '1 while messages reach the other nodes');
    this.#relayOk.set(live ? 1 : 0);
  }

  /** How many connections go by requests, for want of a socket. */
  countLines(open: () => number): void {
    this.#counted('tafelkleed_lines', 'Open connections that go by HTTP requests', open);
  }

  /** How much is in memory of network rooms: rooms, the sheets that hang in those, and the projections that are looked at. */
  countCommons(rooms: () => number, hung: () => number, projections: () => number): void {
    this.#counted('tafelkleed_network_rooms', 'Network rooms in memory', rooms);
    this.#counted('tafelkleed_hung_sheets', 'Sheets that hang in the network rooms in memory', hung);
    this.#counted('tafelkleed_projections', 'Sheets that are looked at from a network room', projections);
  }

  /** The budget of memory for what others decide on, and how much of it is taken. */
  memory(budget: number, taken: () => number): void {
    this.#gauge('tafelkleed_memory_budget_bytes', 'Memory for bodies, frames, waiting work and unread answers').set(
      budget,
    );
    this.#counted('tafelkleed_memory_taken_bytes', 'How much of it is taken', taken);
  }

  /** A number that is looked up when it is asked for. */
  #counted(name: string, help: string, count: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect: () => gauge.set(count()) });
  }

  #gauge<L extends string>(name: string, help: string, labelNames: L[] = []): Gauge<L> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  #counter<L extends string>(name: string, help: string, labelNames: L[] = []): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  #tally(name: string, help: string): Tally {
    const tally = new Tally();
    const collect = (): void => {
      counter.reset();
      counter.inc(tally.total);
    };
    const counter = new Counter({ name, help, registers: [this.registry], collect });
    return tally;
  }

  /** One tally for each value of a label. */
  #tallies<V extends string>(name: string, help: string, label: string, values: readonly V[]): Record<V, Tally> {
    const tallies = new Map(values.map((value) => [value, new Tally()]));
    const collect = (): void => {
      counter.reset();
      for (const [value, { total }] of tallies) counter.inc({ [label]: value }, total);
    };
    const counter = new Counter({ name, help, labelNames: [label], registers: [this.registry], collect });
    return Object.fromEntries(tallies) as Record<V, Tally>;
  }

  #histogram(name: string, help: string): Histogram {
    const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
    return new Histogram({ name, help, buckets, registers: [this.registry] });
  }
}
