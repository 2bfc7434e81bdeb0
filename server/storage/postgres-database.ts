import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientBase, DatabaseError, Pool, type PoolClient, type QueryResultRow } from 'pg';
import { Backoff, within } from '../core/patience.ts';
import { migrate } from './postgres-layout.ts';
import { type StorageHealth, StorageUnavailable } from './storage.ts';

/** Connections that one node holds at most. PostgreSQL gathers commits of different connections by itself. */
const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** A statement without an answer after this long is given up together with its connection, ms. */
const QUERY_MS = 10_000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

/**
 * States of PostgreSQL in which no statement would fare better: no connection, not allowed in, no room, shutting down,
 * read-only, broken. Other errors are about one statement.
 */
const TROUBLE = /^(08|28|3D|53|57|58|XX|25006|42501|42P01)/;

const PROBE = {
  name: 'probe',
  text: `INSERT INTO tafelkleed_probe (one, at) VALUES (true, now()) ON CONFLICT (one) DO UPDATE SET at = now()`,
};

/** One statement, prepared once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * The way to PostgreSQL: a pool of connections that is renewed by itself, and the knowledge whether it takes writes.
 * Nothing is asked of it before its tables are as this version needs them.
 */
export class Database {
  readonly #pool: Pool;
  readonly #clients = new Set<PoolClient>();
  readonly #onHealth: (health: StorageHealth) => void;
  readonly #closing = new AbortController();
  #ready = false;
  #mending: Promise<void> | null = null;
  /** Why PostgreSQL as a whole takes no writes; null while it does. */
  #trouble: string | null = null;
  /** What each insisting statement was refused for that was refused more than once in a row. */
  readonly #refusals = new Map<object, string>();
  health: StorageHealth = { ok: true, problem: null };

  constructor(url: string, onHealth: (health: StorageHealth) => void) {
    this.#onHealth = onHealth;
    this.#pool = new Pool({
      connectionString: url,
      application_name: 'tafelkleed',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      onConnect: insistOnDurability,
    });
    this.#pool.on('connect', (client) => this.#clients.add(client));
    this.#pool.on('remove', (client) => this.#clients.delete(client));
    // A connection that breaks while nobody uses it: the first to notice that PostgreSQL is gone.
    this.#pool.on('error', (error) => this.#broke(error));
  }

  /** Tries once to connect and bring the tables up to date; what fails is tried on in the background. */
  async open(): Promise<void> {
    try {
      await this.#prepare();
    } catch (error) {
      this.#broke(error);
    }
  }

  /** Runs a statement once. Rejects with {@link StorageUnavailable}, or PostgreSQL's own error when it is about the statement. */
  async query<R extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<R[]> {
    if (this.#closing.signal.aborted) throw new StorageUnavailable('the store is closed');
    if (!this.#ready) throw new StorageUnavailable(this.health.problem ?? 'the store is not ready');
    try {
      const { rows } = await this.#pool.query<R>({ ...statement, values: [...values] });
      return rows;
    } catch (error) {
      if (!isTrouble(error)) throw error;
      this.#broke(error);
      throw new StorageUnavailable(messageOf(error), { cause: error });
    }
  }

  /**
   * Runs a statement until it went through or concerns what is not there; rejects with {@link StorageUnavailable} only
   * when the store is closed. A commit whose answer was lost is done a second time, so that must do no harm.
   */
  async insist<R extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<R[]> {
    const backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS);
    let refusals = 0;
    const own = {};
    for (;;) {
      try {
        const rows = await this.query<R>(statement, values);
        this.#setRefusal(own, null);
        return rows;
      } catch (error) {
        if (this.#closing.signal.aborted || isForeignKeyViolation(error)) {
          this.#setRefusal(own, null);
          throw error;
        }
        refusals = error instanceof StorageUnavailable ? 0 : refusals + 1;
        // Two that got in each other's way get through the next time; a rule that the tables have got holds.
        if (refusals > 1) this.#setRefusal(own, `PostgreSQL refuses to ${statement.name}: ${reasonOf(error)}`);
        const wait = backoff.next();
        await (error instanceof StorageUnavailable && this.#mending ? this.#mending : this.#pause(wait));
      }
    }
  }

  /** Tries a committed write now; never rejects. */
  async probe(): Promise<StorageHealth> {
    await this.query(PROBE, []).catch((error: unknown) => {
      if (!(error instanceof StorageUnavailable)) this.#broke(error);
    });
    return this.health;
  }

  /** Lets statements under way finish for `patienceMs`, then cuts them off. */
  async close(patienceMs: number): Promise<void> {
    this.#closing.abort();
    await within(patienceMs, this.#pool.end(), () => undefined);
    for (const client of this.#clients) (client as PoolClient & { end(): Promise<void> }).end().catch(() => undefined);
  }

  async #prepare(): Promise<void> {
    const client = await this.#pool.connect();
    // Without a listener a connection that breaks between two statements would end the process.
    const ignore = (): void => undefined;
    client.on('error', ignore);
    try {
      await migrate(client);
      this.#ready = true;
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    } finally {
      client.off('error', ignore);
    }
    await this.#pool.query(PROBE);
  }

  #broke(error: unknown): void {
    if (this.#closing.signal.aborted) return;
    this.#setTrouble(messageOf(error));
    this.#mending ??= this.#mend().finally(() => {
      this.#mending = null;
    });
  }

  /** Tries until PostgreSQL takes writes again. */
  async #mend(): Promise<void> {
    const backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS);
    while (!this.#closing.signal.aborted) {
      await this.#pause(backoff.next());
      try {
        await this.#prepare();
        this.#setTrouble(null);
        return;
      } catch (error) {
        if (!this.#closing.signal.aborted) this.#setTrouble(messageOf(error));
      }
    }
  }

  #pause(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }

  #setTrouble(problem: string | null): void {
    this.#trouble = problem;
    this.#report();
  }

  #setRefusal(of: object, problem: string | null): void {
    if (problem === null && !this.#refusals.has(of)) return;
    if (problem === null) this.#refusals.delete(of);
    else this.#refusals.set(of, problem);
    if (!this.#closing.signal.aborted) this.#report();
  }

  #report(): void {
    const [refusal = null] = this.#refusals.values();
    const problem = this.#trouble ?? refusal;
    const health = { ok: problem === null, problem };
    const changed = health.ok !== this.health.ok || health.problem !== this.health.problem;
    this.health = health;
    if (changed) this.#onHealth(health);
  }
}

/** A database set up to answer before it has written would make every acknowledgement a lie. */
async function insistOnDurability(client: ClientBase): Promise<void> {
  await client.query(
    `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`,
  );
}

export function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23503';
}

/** @param constraint of the table, when it has to be that one */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof DatabaseError) || error.code !== '23505') return false;
  return constraint === undefined || error.constraint === constraint;
}

function isTrouble(error: unknown): boolean {
  return !(error instanceof DatabaseError) || TROUBLE.test(error.code ?? '');
}

/** Why a statement was refused. Messages of class 22, about values, quote them. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof DatabaseError)) return messageOf(error);
  return error.code?.startsWith('22') ? error.code : `${error.code}, ${error.message}`;
}

/** PostgreSQL's messages name tables and settings; details, which can hold values, are left out. */
function messageOf(error: unknown): string {
  // Several addresses that all refuse give one error with an empty message.
  if (error instanceof AggregateError) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
