import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../support/free-port.ts';
import { newCloth } from '../../support/program.ts';
import { peersFolder } from './peers.ts';

export const CONTENDERS = ['tafelkleed', 'reference', 'hocuspocus', 'relay'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** A document on a server, as a client reaches it. */
export interface Place {
  /** Path and query of the socket. */
  readonly path: string;
  /** Hocuspocus names the document in every frame; the others by the path. */
  readonly frameName: string | null;
  /** Where it is served; of several nodes the people at it are spread over all. */
  readonly ports: readonly number[];
}

/** A running server in a process of its own. */
export interface Running {
  readonly name: ContenderName;
  readonly port: number;
  /** A new, empty document. */
  newPlace(): Promise<Place>;
  /** Processor time used since the start, µs. */
  cpuMicros(): Promise<number>;
  /** Bytes that live objects take, after collecting the others. */
  memory(): Promise<number>;
  /** How long its main thread has waited for a core, µs; not a number where the machine does not tell. */
  waitedMicros(): Promise<number>;
  /** Bytes of the process, in the machine's memory. */
  resident(): Promise<number>;
  /** Ends it in good order, and throws its data away unless they are kept for another start. */
  stop(options?: { readonly keepData: boolean }): Promise<void>;
  readonly dataDir: string;
}

interface Options {
  readonly dataDir?: string;
  /** Whether the reference server keeps what it has on disk. It is faster without, so it is measured without where it can be. */
  readonly persistent?: boolean;
  /** Settings of this server (docs/deploy.md) on top of those without limits. */
  readonly variables?: Readonly<Record<string, string>>;
}

const PROGRAMS = resolve('tests/bench/sync/programs');
/** No limit of ours is to be what is measured. */
const UNLIMITED = {
  MESSAGES_PER_SECOND: '1000000',
  BYTES_PER_SECOND: String(1024 ** 3),
  CLOTHS_PER_MINUTE: '1000000',
  CLOTHS_PER_MINUTE_PER_ADDRESS: '1000000',
  ROOM_IDLE_SECONDS: '1',
  ROOM_REST_SECONDS: '1',
  LOG_LEVEL: 'warn',
};

function commandOf(name: ContenderName): string {
  switch (name) {
    case 'tafelkleed':
      return resolve('dist/server/main.js');
    case 'reference':
      return join(peersFolder(), 'node_modules/@y/websocket-server/src/server.js');
    default:
      return join(PROGRAMS, `${name}.mjs`);
  }
}

/** Starts a server on a free port; resolves when it takes connections. */
export async function start(name: ContenderName, options: Options = {}): Promise<Running> {
  const port = await freePort();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), `tafelkleed-bench-${name}-`));
  const stored = name === 'reference' && options.persistent ? { YPERSISTENCE: dataDir } : {};
  // Only the one that is itself a peer looks for them: who measures this server alone need not have any.
  const peers = name === 'hocuspocus' ? { PEERS: peersFolder() } : {};
  const common = { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' };
  const nodeOptions = process.env.SERVER_NODE_OPTIONS?.split(' ') ?? [];
  const meter = ['--expose-gc', '--import', join(PROGRAMS, 'meter.mjs')];
  const child = spawn(process.execPath, [...nodeOptions, ...meter, commandOf(name)], {
    env: { ...common, ...UNLIMITED, ...options.variables, ...stored, ...peers, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  while (!(await takesConnections(port))) {
    if (hasEnded(child)) throw new Error(`${name} ended before it listened`);
    await new Promise((tick) => setTimeout(tick, 20));
  }
  let places = 0;
  return {
    name,
    port,
    dataDir,
    async newPlace() {
      places += 1;
      if (name === 'tafelkleed') {
        const { id, keys } = await newCloth(`http://127.0.0.1:${port}`);
        return { path: `/sync/${id}?key=${keys.participant}`, frameName: null, ports: [port] };
      }
      const document = `bench-${places}`;
      const at = name === 'hocuspocus' ? { path: '/', frameName: document } : { path: `/${document}`, frameName: null };
      return { ...at, ports: [port] };
    },
    cpuMicros: async () => Number((await ask(child, 'usage')).cpuMicros),
    memory: async () => Number((await ask(child, 'memory')).bytes),
    waitedMicros: async () => Number((await ask(child, 'waited')).micros),
    resident: async () => Number((await ask(child, 'resident')).bytes),
    async stop({ keepData } = { keepData: false }) {
      if (!hasEnded(child)) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), 12_000);
        await ended;
        clearTimeout(timer);
      }
      if (!keepData) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

function ask(child: ChildProcess, question: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const died = (): void => reject(new Error(`the server died before it answered about its ${question}`));
    child.once('exit', died);
    child.once('message', (answer) => {
      child.off('exit', died);
      resolve(answer as Record<string, unknown>);
    });
    child.send(question, (error) => {
      if (error) died();
    });
  });
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}
