import { type Place, type Running, start } from './contenders.ts';
import type { House } from './crowd.ts';
import type { Services } from './services.ts';

/** A way to run this server: how many nodes, on what, and whether the people of one cloth are at one node or at all. */
export interface Form {
  readonly name: string;
  readonly nodes: number;
  readonly store: 'LevelDB' | 'PostgreSQL';
  readonly spread: boolean;
}

/** All nodes of one form, as one house to sit down in. */
export class Nodes implements House {
  readonly name = 'tafelkleed';
  readonly #form: Form;
  readonly #nodes: readonly Running[];
  #places = 0;

  private constructor(form: Form, nodes: readonly Running[]) {
    this.#form = form;
    this.#nodes = nodes;
  }

  static async start(form: Form, services: Services): Promise<Nodes> {
    const variables = form.store === 'PostgreSQL' ? services.variables : {};
    const nodes: Running[] = [];
    for (let node = 0; node < form.nodes; node++) nodes.push(await start('tafelkleed', { variables }));
    return new Nodes(form, nodes);
  }

  async newPlace(): Promise<Place> {
    const node = this.#nodes[this.#places++ % this.#nodes.length];
    if (!node) throw new Error('no node runs');
    const place = await node.newPlace();
    return this.#form.spread ? { ...place, ports: this.#nodes.map(({ port }) => port) } : place;
  }

  /** Of all nodes together. */
  cpuMicros = (): Promise<number> => this.#sum((node) => node.cpuMicros());
  waitedMicros = (): Promise<number> => this.#sum((node) => node.waitedMicros());
  memory = (): Promise<number> => this.#sum((node) => node.memory());
  resident = (): Promise<number> => this.#sum((node) => node.resident());

  async stop(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.stop()));
  }

  async #sum(of: (node: Running) => Promise<number>): Promise<number> {
    const each = await Promise.all(this.#nodes.map(of));
    return each.reduce((sum, one) => sum + one, 0);
  }
}
