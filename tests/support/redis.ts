import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { freePort } from './free-port.ts';
import { REDIS } from './system-parts.ts';

/** A Redis of the test's own, on a free port of the loopback, that keeps nothing. */
export interface RedisServer {
  /** `redis://…` */
  readonly url: string;
  /** Ends it as a crash would. */
  crash(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** Stops it where it is: connections stay open and nobody answers. */
  freeze(): void;
  thaw(): void;
}

/** Starts a Redis; resolves when it takes connections. */
export async function startRedis(): Promise<RedisServer> {
  const program = REDIS.find();
  if (program === null) throw new Error(`${REDIS.name} is missing: ${REDIS.advice}`);
  const port = await freePort();
  const options = { port: String(port), bind: '127.0.0.1', save: '', appendonly: 'no', dir: tmpdir() };
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const started = spawn(program ?? '', given, { stdio: 'ignore' });
    child = started;
    while (!(await takesConnections(port))) {
      if (started.exitCode !== null) throw new Error(`Redis did not start: it ended with ${started.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    async crash() {
      const ending = child;
      child = null;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = once(ending, 'exit');
      ending.kill('SIGKILL');
      await ended;
    },
    start,
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
  };
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (takes: boolean): void => {
      socket.destroy();
      resolve(takes);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
