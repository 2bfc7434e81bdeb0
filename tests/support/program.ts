import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeClothFile } from '../../shared/formats/cloth-file.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';

/** The built program, running as `npm start` runs it: a process of its own, on a free port of this machine. */
export interface Program {
  /** Its address, without a closing slash. */
  readonly url: string;
  readonly dataDir: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as a system does on shutdown; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** As `stop`, and throws its data away. */
  close(): Promise<void>;
}

/**
 * Starts the built program with the given variables (of docs/deploy.md) on top of a free port and a fresh data folder; of
 * this checkout, or of another one that was built.
 * Resolves when it answers; rejects with all it said when it ends before that.
 */
export async function startProgram(
  variables: Readonly<Record<string, string>> = {},
  checkout = process.cwd(),
): Promise<Program> {
  const dataDir = variables.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'tafelkleed-')));
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: checkout,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...variables, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((exited) => child.once('exit', exited));

  const url = await new Promise<string>((started, failed) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const port = /https?:\/\/[^\s"/]+:(\d+)/.exec(said)?.[1];
      if (port) started(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', failed);
    ended.then((code) => failed(new Error(`The program ended with ${code} before it answered:\n${said}`)));
  });

  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    dataDir,
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    async close() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new cloth, as any program may ask for one. */
export function newCloth(url: string, wishes: Readonly<Record<string, unknown>> = {}): Promise<NewCloth> {
  return newSheet(url, 'cloths', wishes);
}

/** A new sheet of any kind, by the name that kind has in addresses. */
export async function newSheet(
  url: string,
  api: 'cloths' | 'themes' | 'commons',
  wishes: Readonly<Record<string, unknown>> = api === 'commons' ? { name: 'De Regenboog' } : {},
): Promise<NewCloth> {
  const answer = await fetch(`${url}/api/${api}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wishes),
  });
  if (answer.status !== 201) throw new Error(`No sheet was made: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as NewCloth;
}

/** Lays a whole cloth on one that nobody has touched, as any program may. */
export async function layOn(
  url: string,
  { id, keys }: { readonly id: string; readonly keys: Partial<NewCloth['keys']> },
  whole: ClothSnapshot,
  api: 'cloths' | 'themes' = 'cloths',
): Promise<void> {
  const answer = await fetch(`${url}/api/${api}/${id}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.facilitator ?? keys.participant}`, 'content-type': 'application/json' },
    body: writeClothFile(whole),
  });
  if (!answer.ok) throw new Error(`The cloth was not taken in: ${answer.status} ${await answer.text()}`);
}

/** Hangs a sheet in a room, as any program may that has a member's key of the one and leads the other. */
export async function hangIn(
  url: string,
  room: { readonly id: string; readonly key: string },
  { id, keys }: Pick<NewCloth, 'id' | 'keys'>,
  how: { readonly grant?: 'look' | 'write'; readonly names?: 'all' | 'sources' } = {},
): Promise<void> {
  const answer = await fetch(`${url}/api/commons/${room.id}/sheets/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${room.key}`,
      'x-sheet-key': keys.facilitator,
      'content-type': 'application/json',
    },
    body: JSON.stringify(how),
  });
  if (!answer.ok) throw new Error(`The sheet was not hung: ${answer.status} ${await answer.text()}`);
}

export interface NewCloth {
  readonly id: string;
  readonly keys: Readonly<Record<'facilitator' | 'participant' | 'viewer', string>>;
  readonly urls: Readonly<Record<'facilitator' | 'participant' | 'viewer', string>>;
}
