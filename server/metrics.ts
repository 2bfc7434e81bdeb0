import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a server reports of itself to Prometheus. One registry per server, so that several can run in one process. */
export class Metrics {
  readonly registry = new Registry();
  readonly connections = this.#gauge('tafelkleed_connections', 'Open connections, by role', ['role']);
  readonly rooms = this.#gauge('tafelkleed_rooms', 'Tablecloths in memory');
  readonly queueDepth = this.#gauge('tafelkleed_unsaved_updates', 'Updates received that are not yet on disk');
  readonly storageOk = this.#gauge('tafelkleed_storage_ok', '1 while the store takes writes');
  readonly relayOk = this.#gauge('tafelkleed_relay_ok', '1 while messages reach the other nodes');
  readonly catchUps = this.#counter('tafelkleed_catch_ups_total', 'Times a tablecloth was read on from the store');
  readonly takenOver = this.#counter('tafelkleed_taken_over_total', "Other nodes' updates stored from here");
  readonly messages = this.#counter('tafelkleed_messages_total', 'Frames received, by kind', ['kind']);
  readonly bytesIn = this.#counter('tafelkleed_received_bytes_total', 'Bytes received on sockets');
  readonly bytesOut = this.#counter('tafelkleed_sent_bytes_total', 'Bytes sent on sockets');
  readonly rejected = this.#counter('tafelkleed_rejected_total', 'Connections closed by the server, by close code', [
    'code',
  ]);
  readonly presenceDropped = this.#counter('tafelkleed_presence_dropped_total', 'Presence left out for slow readers');
  readonly readersBehind = this.#counter('tafelkleed_readers_behind_total', 'Times a slow reader had to catch up');
  readonly ackSeconds = this.#histogram('tafelkleed_ack_seconds', 'From a mark received to the mark returned');
  readonly loadSeconds = this.#histogram('tafelkleed_load_seconds', 'Loading a tablecloth from the store');

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.storageOk.set(1);
  }

  #gauge<L extends string>(name: string, help: string, labelNames: L[] = []): Gauge<L> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  #counter<L extends string>(name: string, help: string, labelNames: L[] = []): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  #histogram(name: string, help: string): Histogram {
    const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
    return new Histogram({ name, help, buckets, registers: [this.registry] });
  }
}
