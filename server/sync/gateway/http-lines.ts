import type { IncomingMessage } from 'node:http';
import type { Config } from '../../core/config.ts';
import type { MemoryBudget } from '../../core/memory-budget.ts';
import { networkReader } from '../../core/network.ts';
import type { Gateway } from './gateway.ts';
import { HttpLine } from './http-line.ts';

/** A line that is closed can be asked for its last words for so long, ms. */
const LAST_WORDS_MS = 10_000;
/** What a WebSocket begins with (RFC 6455, 4.1). The key keeps caches from answering, and none is asked here. */
const HANDSHAKE = {
  connection: 'upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
} as const;

/**
 * Sockets for those whose network lets no socket through: the very same one, to the gateway and to all behind it, but its
 * bytes come and go with requests (decision 13). Each is known by a name that the other side drew, and nobody else knows.
 */
export class HttpLines {
  readonly #gateway: Gateway;
  readonly #budget: MemoryBudget;
  readonly #networkOf: (request: IncomingMessage) => string;
  readonly #lines = new Map<string, HttpLine>();

  constructor(gateway: Gateway, budget: MemoryBudget, { trustProxy }: Pick<Config, 'trustProxy'>) {
    this.#gateway = gateway;
    this.#budget = budget;
    this.#networkOf = networkReader(trustProxy);
  }

  /** How many are open. */
  get open(): number {
    let open = 0;
    for (const line of this.#lines.values()) if (!line.destroyed) open += 1;
    return open;
  }

  /** Opens one, as a socket to `address` would be opened by this request. Returns false when there is one of that name. */
  begin(name: string, address: string, request: IncomingMessage): boolean {
    if (this.#lines.has(name)) return false;
    const line = new HttpLine(this.#budget.share({ network: this.#networkOf(request), cloth: null }));
    this.#lines.set(name, line);
    line.once('close', () => setTimeout(() => this.#lines.delete(name), LAST_WORDS_MS).unref());
    // Whatever goes wrong with it ends in its close event.
    line.on('error', () => undefined);
    const upgrade = { method: 'GET', url: address, headers: { ...request.headers, ...HANDSHAKE } };
    this.#gateway.upgrade(Object.create(request, Object.getOwnPropertyDescriptors(upgrade)), line, Buffer.alloc(0));
    return true;
  }

  find(name: string): HttpLine | null {
    return this.#lines.get(name) ?? null;
  }

  /** Ends them all, at once. */
  stop(): void {
    for (const line of this.#lines.values()) line.destroy();
  }
}
