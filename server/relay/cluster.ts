import type { Logger } from 'pino';
import type { SharedStorage, Standing } from '../storage/shared-storage.ts';
import type { StorageHealth } from '../storage/storage.ts';
import { ClothLink, type LinkCounts } from './cloth-link.ts';
import { writeMessage } from './message.ts';
import type { Relay } from './relay.ts';

/** How often the store is asked how far its cloths are: as a check while the relay works, as the only way otherwise, ms. */
const CHECK_MS = 5_000;
const ONLY_WAY_MS = 300;
const SWEEP_MS = 100;

/** This node among the others that share the store: the links of all cloths that are open here. */
export class Cluster {
  readonly #storage: SharedStorage;
  readonly #relay: Relay;
  readonly #log: Logger;
  readonly #counts: LinkCounts;
  readonly #links = new Map<string, ClothLink>();
  readonly #sweeper: NodeJS.Timeout;
  #incarnations = 0;
  #comparedAt = performance.now();
  #comparing = false;

  constructor(storage: SharedStorage, relay: Relay, log: Logger, counts: LinkCounts) {
    this.#storage = storage;
    this.#relay = relay;
    this.#log = log;
    this.#counts = counts;
    this.#sweeper = setInterval(() => this.#sweep(performance.now()), SWEEP_MS);
    relay.listen({
      onLive: (live) => {
        if (live) for (const link of this.#links.values()) link.rejoin();
        void this.#compare();
      },
      onGone: (node) => {
        for (const link of this.#links.values()) link.nodeGone(node);
      },
    });
    storage.onHealth(({ ok }) => {
      if (ok) void this.#compare();
    });
  }

  /** Whether other nodes can be reached. */
  get health(): StorageHealth {
    const { problem } = this.#relay;
    return { ok: problem === null, problem };
  }

  /** Begins to listen for a cloth, before it is loaded: then nothing falls between loading and listening. */
  async join(id: string): Promise<ClothLink> {
    this.#incarnations += 1;
    const incarnation = this.#incarnations;
    const early: Uint8Array[] = [];
    let hear = (message: Uint8Array): void => {
      early.push(message);
    };
    await this.#relay.subscribe(id, (message) => hear(message));
    try {
      const standing = (await this.#storage.standings([id])).get(id) ?? null;
      const link = new ClothLink(id, incarnation, standing, this.#relay, this.#storage, this.#log, this.#counts);
      hear = (message) => link.hear(message);
      for (const message of early) link.hear(message);
      this.#links.set(id, link);
      return link;
    } catch (error) {
      this.#relay.unsubscribe(id);
      throw error;
    }
  }

  leave(link: ClothLink): void {
    link.leave();
    this.#links.delete(link.id);
    this.#relay.unsubscribe(link.id);
  }

  /** Tells all nodes that have this cloth open to look at its record: keys were changed, or it was deleted. */
  tellRecordChanged(id: string): void {
    this.#relay.publish(id, writeMessage(this.#relay.node, 0, { kind: 'record' }));
  }

  /** How far a cloth is in the store that all share; null when it is not there. */
  async standing(id: string): Promise<Standing | null> {
    return (await this.#storage.standings([id])).get(id) ?? null;
  }

  /** Whether another node has this cloth in memory. Rejects when the others cannot be asked. */
  isOpenElsewhere(id: string): Promise<boolean> {
    return this.#relay.hasOthers(id);
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    for (const link of this.#links.values()) link.leave();
    this.#links.clear();
    await this.#relay.close();
  }

  #sweep(now: number): void {
    for (const link of this.#links.values()) link.takeOver(now);
    if (now - this.#comparedAt > (this.#relay.live ? CHECK_MS : ONLY_WAY_MS)) void this.#compare();
  }

  /** Asks the store how far each open cloth is, and lets each link see to what it lacks. */
  async #compare(): Promise<void> {
    if (this.#comparing || this.#links.size === 0 || !this.#storage.health.ok) return;
    this.#comparing = true;
    this.#comparedAt = performance.now();
    try {
      const links = [...this.#links.values()];
      const standings = await this.#storage.standings(links.map(({ id }) => id));
      for (const link of links) link.compare(standings.get(link.id) ?? null);
    } catch (error) {
      this.#log.debug({ err: error }, 'the store could not be asked how far it is');
    } finally {
      this.#comparing = false;
      this.#comparedAt = performance.now();
    }
  }
}
