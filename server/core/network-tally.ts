import { widerNetworkOf } from './network.ts';

/** Counts something for each network and each wider one: what one visitor takes is counted however many addresses they have. */
export class NetworkTally {
  readonly #counts = new Map<string, number>();

  /** Whether a network may have `amount` more, when each may have `most` and a wider one twice as much. */
  hasRoom(network: string, amount: number, most: number): boolean {
    const wider = widerNetworkOf(network);
    const isFull = this.#of(network) + amount > most;
    return !isFull && (wider === network || this.#of(wider) + amount <= 2 * most);
  }

  add(network: string, amount: number): void {
    const wider = widerNetworkOf(network);
    this.#set(network, this.#of(network) + amount);
    if (wider !== network) this.#set(wider, this.#of(wider) + amount);
  }

  #of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  #set(key: string, count: number): void {
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }
}
