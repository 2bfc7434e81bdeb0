import { isIP } from 'node:net';
import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { z } from 'zod';
import { PHOTO } from '../../shared/model/photo.ts';
import { DOOR_VARIABLES, type DoorSettings, doorSettings } from './door-settings.ts';

/** Everything an operator can decide, parsed once at the start. Sizes in bytes, times in ms unless the name says so. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where cloths lie when no database is named. */
  readonly dataDir: string;
  /** PostgreSQL in the place of the data directory. */
  readonly databaseUrl: string | null;
  /** What carries messages between several nodes on one database. */
  readonly redisUrl: string | null;
  /** Where people reach this server, without a closing slash; null means: whatever address a request came in on. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  /** Whose word on the client's address counts: nobody's, everybody's, so many proxies in a row, or these addresses. */
  readonly trustProxy: boolean | number | readonly string[];
  /** Other hosts (`school.example` or `https://school.example`) whose pages may open a socket here. */
  readonly allowedOrigins: readonly string[];
  /** CSP sources that may show the app in a frame, such as a school's learning environment. */
  readonly frameAncestors: readonly string[];
  /** Where the built client lies. */
  readonly clientDir: string;
  /** Cloths not written to for this many days are deleted; null keeps them for ever. */
  readonly retentionDays: number | null;
  /** A school's own sign-in as one more way into network rooms; null when there is none. */
  readonly door: DoorSettings | null;
  readonly limits: Limits;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Bounds that keep one person, one cloth or one mistake from taking the server away from the others. */
export interface Limits {
  /** One socket frame. */
  readonly frameBytes: number;
  /** One whole document, encoded. */
  readonly clothBytes: number;
  /** Records in a document, whatever they are of and removed ones included. */
  readonly clothRecords: number;
  /** One imported cloth file. */
  readonly importBytes: number;
  /** One photo under a sheet. */
  readonly photoBytes: number;
  readonly connections: number;
  readonly connectionsPerCloth: number;
  /** From one network, which may be a whole school's; twice as many from a /48 of IPv6. */
  readonly connectionsPerNetwork: number;
  /** Pieces that Yjs keeps of one document, deleted ones included: each takes memory, and time to load. */
  readonly clothPieces: number;
  /** Steady rate of frames and bytes that one connection may send; bursts of five seconds' worth pass. */
  readonly messagesPerSecond: number;
  readonly bytesPerSecond: number;
  /** Slowed down for so long without a pause, a sender is warned; and after so long in all it is closed. */
  readonly slowedWarnMs: number;
  readonly slowedCloseMs: number;
  /** New cloths, for the whole server and from one address (a school has one). */
  readonly clothsPerMinute: number;
  readonly clothsPerMinutePerAddress: number;
  /** Unsent bytes for one slow reader before its presence, its edits, and at last the connection are let go. */
  readonly backlogBytes: number;
  /** How long a cloth that everyone has left stays in memory. */
  readonly roomIdleMs: number;
  /** After how long without a change an open cloth is kept as bytes alone. */
  readonly roomRestMs: number;
  /** Who asks for a socket is let in, or refused, within this. */
  readonly admissionMs: number;
  /** What bodies and frames coming in, waiting work and unread answers may take together; and of that one network, and one cloth. */
  readonly memoryBytes: number;
  readonly memoryPerNetworkBytes: number;
  readonly memoryPerClothBytes: number;
  /** A body or frame that comes in slower than this, bytes a second, is given up. */
  readonly leastBytesPerSecond: number;
  /** Threads that read large files and changes; what one of them works on takes so long and so much at most. */
  readonly workers: number;
  readonly workMs: number;
  readonly workBytes: number;
  /** How often each connection is asked for a sign of life; one that gave none twice is cut off. */
  readonly heartbeatMs: number;
}

/** A variable that cannot be used as it stands. The message is one line, meant for the person who set it. */
export class ConfigError extends Error {
  readonly variable: string;

  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}

const MIB = 1024 * 1024;

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

const list = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .transform((entries) => entries.filter((entry) => entry !== ''));

const webAddress = z.string().transform((text, context) => {
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (parsed && /^https?:$/.test(parsed.protocol) && parsed.pathname === '/' && !parsed.search && !parsed.hash) {
    return parsed.origin;
  }
  context.addIssue('must be an address such as https://tablecloth.example, without a path');
  return z.NEVER;
});

const trustProxy = z.string().transform((text, context): boolean | number | string[] => {
  if (/^(true|yes)$/i.test(text)) return true;
  if (/^(false|no)$/i.test(text)) return false;
  if (/^\d+$/.test(text)) return Number(text);
  const proxies = text.split(',').map((entry) => entry.trim());
  if (proxies.every(isProxy)) return proxies;
  context.addIssue('must be true, false, a number of proxies, or addresses such as 10.0.0.0/8');
  return z.NEVER;
});

function isProxy(entry: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  const [address = '', bits] = entry.split('/');
  const version = isIP(address);
  return version !== 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
}

const urlOf = (example: string, ...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address such as ${example}`,
    );

/** One line for each variable: how it reads, and what holds when it is not set. */
const VARIABLES = {
  PORT: whole(0, 65_535).default(8080),
  HOST: z.string().min(1, 'must not be empty').default('0.0.0.0'),
  DATA_DIR: z.string().min(1, 'must not be empty').default('./data'),
  PUBLIC_URL: webAddress.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  TRUST_PROXY: trustProxy.default(false),
  ALLOWED_ORIGINS: list.default([]),
  FRAME_ANCESTORS: list.default([]),
  RETENTION_DAYS: whole(1, 36_500).optional(),
  DATABASE_URL: urlOf('postgres://user:password@host:5432/tafelkleed', 'postgres:', 'postgresql:').optional(),
  REDIS_URL: urlOf('redis://host:6379', 'redis:', 'rediss:').optional(),
  MAX_FRAME_BYTES: whole(1024, 256 * MIB).default(8 * MIB),
  MAX_CLOTH_BYTES: whole(1024, 1024 * MIB).default(32 * MIB),
  MAX_CLOTH_RECORDS: whole(1, 1_000_000).default(40_000),
  MAX_CLOTH_PIECES: whole(1_000, 100_000_000).default(500_000),
  MAX_IMPORT_BYTES: whole(1024, 256 * MIB).default(16 * MIB),
  MAX_PHOTO_BYTES: whole(64 * 1024, 16 * MIB).default(PHOTO.bytes),
  MAX_CONNECTIONS: whole(1, 1_000_000).default(10_000),
  MAX_CONNECTIONS_PER_CLOTH: whole(1, 10_000).default(200),
  MAX_CONNECTIONS_PER_NETWORK: whole(1, 1_000_000).default(5_000),
  MESSAGES_PER_SECOND: whole(1, 1_000_000).default(300),
  BYTES_PER_SECOND: whole(1024, 1024 * MIB).default(2 * MIB),
  CLOTHS_PER_MINUTE: whole(1, 1_000_000).default(600),
  CLOTHS_PER_MINUTE_PER_ADDRESS: whole(1, 1_000_000).default(120),
  BACKLOG_BYTES: whole(16 * 1024, 1024 * MIB).default(MIB),
  ROOM_IDLE_SECONDS: whole(0, 86_400).default(30),
  ROOM_REST_SECONDS: whole(0, 86_400).default(60),
  HEARTBEAT_SECONDS: whole(1, 15).default(15),
  MEMORY_BUDGET_BYTES: whole(MIB, 1024 * 1024 * MIB).optional(),
  MEMORY_PER_NETWORK_BYTES: whole(64 * 1024, 1024 * 1024 * MIB).optional(),
  MEMORY_PER_CLOTH_BYTES: whole(64 * 1024, 1024 * 1024 * MIB).optional(),
  WORKERS: whole(1, 64).default(Math.max(1, Math.min(2, availableParallelism() - 1))),
  WORK_SECONDS: whole(1, 600).default(10),
  WORK_BYTES: whole(32 * MIB, 16 * 1024 * MIB).default(256 * MIB),
  LEAST_BYTES_PER_SECOND: whole(0, 1024 * MIB).default(8 * 1024),
  ...DOOR_VARIABLES,
};

/** The names of all variables that are read, for whoever checks that each is explained. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(VARIABLES);

/** No settings: half a minute is what the clients are promised. */
const SLOWED_WARN_MS = 5_000;
const SLOWED_CLOSE_MS = 30_000;
/** The stock client gives a line up that was silent for 30 s. */
const ADMISSION_MS = 15_000;

/** The client lies beside the compiled server (dist/client), also when the server runs from its sources. */
const CLIENT_DIR = fileURLToPath(
  import.meta.url.endsWith('.ts')
    ? new URL('../../dist/client', import.meta.url)
    : new URL('../../client', import.meta.url),
);

/** Reads the environment. An empty variable counts as not set. Throws a {@link ConfigError} on the first wrong value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.keys(VARIABLES)
    .map((name) => [name, environment[name]] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const parsed = z.object(VARIABLES).safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(String(issue?.path[0] ?? 'environment'), issue?.message ?? 'cannot be read');
  }
  const value = parsed.data;
  if (value.REDIS_URL && !value.DATABASE_URL) {
    throw new ConfigError('REDIS_URL', 'several nodes need one database: set DATABASE_URL too');
  }
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: value.DATA_DIR,
    databaseUrl: value.DATABASE_URL ?? null,
    redisUrl: value.REDIS_URL ?? null,
    publicUrl: value.PUBLIC_URL ?? null,
    logLevel: value.LOG_LEVEL,
    trustProxy: value.TRUST_PROXY,
    allowedOrigins: value.ALLOWED_ORIGINS,
    frameAncestors: value.FRAME_ANCESTORS,
    clientDir: CLIENT_DIR,
    retentionDays: value.RETENTION_DAYS ?? null,
    door: doorSettings(value, value.PUBLIC_URL, (variable, problem) => {
      throw new ConfigError(variable, problem);
    }),
    limits: {
      frameBytes: value.MAX_FRAME_BYTES,
      clothBytes: value.MAX_CLOTH_BYTES,
      clothRecords: value.MAX_CLOTH_RECORDS,
      clothPieces: value.MAX_CLOTH_PIECES,
      importBytes: value.MAX_IMPORT_BYTES,
      photoBytes: value.MAX_PHOTO_BYTES,
      connections: value.MAX_CONNECTIONS,
      connectionsPerCloth: value.MAX_CONNECTIONS_PER_CLOTH,
      connectionsPerNetwork: value.MAX_CONNECTIONS_PER_NETWORK,
      messagesPerSecond: value.MESSAGES_PER_SECOND,
      bytesPerSecond: value.BYTES_PER_SECOND,
      slowedWarnMs: SLOWED_WARN_MS,
      slowedCloseMs: SLOWED_CLOSE_MS,
      clothsPerMinute: value.CLOTHS_PER_MINUTE,
      clothsPerMinutePerAddress: value.CLOTHS_PER_MINUTE_PER_ADDRESS,
      backlogBytes: value.BACKLOG_BYTES,
      roomIdleMs: value.ROOM_IDLE_SECONDS * 1000,
      roomRestMs: value.ROOM_REST_SECONDS * 1000,
      admissionMs: ADMISSION_MS,
      heartbeatMs: value.HEARTBEAT_SECONDS * 1000,
      ...memoryOf(value),
      workers: value.WORKERS,
      workMs: value.WORK_SECONDS * 1000,
      workBytes: value.WORK_BYTES,
      leastBytesPerSecond: value.LEAST_BYTES_PER_SECOND,
    },
  };
}

/** Of what the process may have so much is for what others decide on, and of that so much for one network or one cloth. */
const BUDGET_PART = 1 / 4;
const ONE_PART = 1 / 4;

interface MemorySettings {
  readonly MEMORY_BUDGET_BYTES?: number | undefined;
  readonly MEMORY_PER_NETWORK_BYTES?: number | undefined;
  readonly MEMORY_PER_CLOTH_BYTES?: number | undefined;
  readonly MAX_IMPORT_BYTES: number;
  readonly MAX_FRAME_BYTES: number;
}

function memoryOf(
  value: MemorySettings,
): Pick<Limits, 'memoryBytes' | 'memoryPerNetworkBytes' | 'memoryPerClothBytes'> {
  const all = value.MEMORY_BUDGET_BYTES ?? Math.floor(memoryOfProcess() * BUDGET_PART);
  // The largest file and the largest frame always find room in it at a quiet moment.
  const one = Math.min(all, Math.max(Math.floor(all * ONE_PART), value.MAX_IMPORT_BYTES + value.MAX_FRAME_BYTES));
  return {
    memoryBytes: all,
    memoryPerNetworkBytes: value.MEMORY_PER_NETWORK_BYTES ?? one,
    memoryPerClothBytes: value.MEMORY_PER_CLOTH_BYTES ?? one,
  };
}

/** What the process may have, bytes: its heap, or less where its container or the machine has less. */
function memoryOfProcess(): number {
  // Where nothing binds it Node says 0, or more than any machine has.
  const bound = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.min(getHeapStatistics().heap_size_limit, bound, totalmem());
}
