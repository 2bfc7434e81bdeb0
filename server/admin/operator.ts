import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { parse } from 'content-disposition';
import { z } from 'zod';
import type { Role } from '../../shared/model/protocol.ts';
import type { Door } from './admin-endpoint.ts';
import type { SavedCloth } from './backup.ts';

const listedSchema = z.array(
  z.object({
    id: z.string(),
    /** Null where the record is damaged. */
    kind: z.string().nullable(),
    createdAt: z.number().nullable(),
    changedAt: z.number(),
    connections: z.number(),
    /** What of it cannot be read, in words; null when it is whole. */
    damage: z.string().nullable(),
    /** When it goes for its age if nobody writes to it; null when that was not announced. */
    deletedAt: z.number().nullable(),
  }),
);
export type ListedCloth = z.infer<typeof listedSchema>[number];

const healthSchema = z.object({ ok: z.boolean(), problem: z.string().nullable() });

/** The server had something against what was asked; the message says what. */
export class Refused extends Error {}

/** The server's admin interface from the caller's side. Every method rejects with a message meant for the operator. */
export class Operator {
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  /** Whether the door leads anywhere, be it to a server that cannot read its store. */
  async isOpen(): Promise<boolean> {
    try {
      return (await this.#send('GET', '/')).ok;
    } catch {
      return false;
    }
  }

  async list(): Promise<ListedCloth[]> {
    return listedSchema.parse(await (await this.#ask('GET', '/cloths')).json());
  }

  /** All that can be told of one cloth without reading it. */
  async show(id: string): Promise<unknown> {
    return (await this.#ask('GET', pathOf(id))).json();
  }

  /** A cloth in a form, made as the words of the query say; with the name that such a file has. */
  async export(id: string, query: Readonly<Record<string, string>>): Promise<{ bytes: Uint8Array; name: string }> {
    const answer = await this.#ask('GET', `${pathOf(id)}/export?${new URLSearchParams(query)}`);
    const { filename = `${id}.${query.format}` } = parse(answer.headers.get('content-disposition') ?? '').parameters;
    return { bytes: new Uint8Array(await answer.arrayBuffer()), name: filename };
  }

  async delete(id: string): Promise<void> {
    await this.#ask('DELETE', pathOf(id));
  }

  /** The new link of a role, in place of all before. */
  async rotate(id: string, role: Role): Promise<string> {
    const answer = await (await this.#ask('POST', `${pathOf(id)}/rotate`, { role })).json();
    return z.object({ url: z.string() }).parse(answer).url;
  }

  /** The lines of a backup as they are made. */
  async backup(): Promise<Readable> {
    const { body } = await this.#ask('GET', '/backup');
    if (!body) throw new Error('the server sent nothing');
    return Readable.fromWeb(body as ReadableStream<Uint8Array>);
  }

  /** Puts a cloth back; false when there is one of its id already. */
  async restore(cloth: SavedCloth): Promise<boolean> {
    const answer = await (await this.#ask('POST', '/restored', cloth)).json();
    return z.object({ restored: z.boolean() }).parse(answer).restored;
  }

  async #health(): Promise<z.infer<typeof healthSchema>> {
    return healthSchema.parse(await (await this.#send('GET', '/')).json());
  }

  async #ask(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await this.#send(method, path, body);
    if (response.ok) return response;
    // Here, where nobody else reads it, also what is the matter.
    const { problem: why } = response.status === 503 ? await this.#health() : { problem: null };
    if (why !== null) throw new Refused(why);
    const problem = z.object({ title: z.string(), detail: z.string().optional() }).safeParse(await response.json());
    throw new Refused(problem.data?.detail ?? problem.data?.title ?? `the server answered ${response.status}`);
  }

  #send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.#door.port}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#door.key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

function pathOf(id: string): string {
  return `/cloths/${encodeURIComponent(id)}`;
}
