import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.ts';
import { POSTGRESQL } from './system-parts.ts';

/** A PostgreSQL of the test's own, on a free port of the loopback, with its data in a folder that goes with it. */
export interface Postgres {
  /** `postgres://…` of the empty database it came with. */
  readonly url: string;
  readonly running: boolean;
  /** Makes another, empty database. */
  newDatabase(): Promise<string>;
  /** Runs one statement as its owner, in the first database or the one of a url. */
  query(text: string, url?: string): Promise<Record<string, unknown>[]>;
  /** Ends it as a crash would: clients are cut off, and nothing is tidied up. */
  crash(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  /** Stops all its processes where they are, so that it neither answers nor closes anything. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** PostgreSQL refuses to run as root, so as root it runs as the user its package made. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string): number => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * Starts a fresh PostgreSQL; resolves when it answers. Rejects with what it said when it does not start.
 *
 * @param wishes settings on top of those of a test
 */
export async function startPostgres(wishes: Readonly<Record<string, string>> = {}): Promise<Postgres> {
  const programs = POSTGRESQL.find();
  if (programs === null) throw new Error(`${POSTGRESQL.name} is missing: ${POSTGRESQL.advice}`);
  const folder = await mkdtemp(join(tmpdir(), 'tafelkleed-pg-'));
  const identity = unprivileged();
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, ...options], {
    ...identity,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`);
  const port = await freePort();
  const urlOf = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    shared_buffers: '32MB',
    // What a test takes down is the program, never the machine: what was written is there without waiting for the disk.
    fsync: 'off',
    ...wishes,
  };

  let child: ChildProcess | null = null;
  let said = '';
  let databases = 0;

  async function start(): Promise<void> {
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const started = spawn(join(programs ?? '', 'postgres'), ['-D', data, '-p', String(port), ...given], {
      ...identity,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    started.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
    });
    while (!(await answers())) {
      if (started.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function answers(): Promise<boolean> {
    try {
      await query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async function query(text: string, at = urlOf('postgres')): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: at, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(text)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    await ended;
  }

  function signalAll(signal: NodeJS.Signals): void {
    if (child?.pid === undefined) return;
    const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' });
    const backends = stdout.split(/\s+/).filter((pid) => pid !== '');
    for (const pid of [child.pid, ...backends.map(Number)]) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended meanwhile.
      }
    }
  }

  await start();
  return {
    url: urlOf('postgres'),
    get running() {
      return child !== null;
    },
    async newDatabase() {
      databases += 1;
      await query(`CREATE DATABASE test${databases}`);
      return urlOf(`test${databases}`);
    },
    query,
    crash: () => end('SIGQUIT'),
    start,
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async close() {
      signalAll('SIGCONT');
      await end('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
