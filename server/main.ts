import { networkInterfaces } from 'node:os';
import { createServer, type Server } from './app/app.ts';
import { ConfigError, readConfig } from './core/config.ts';

/** Past this a stop is no longer graceful, ms. */
const STOP_DEADLINE_MS = 9_500;

/** The addresses that other devices in the same network can use. */
function lanAddresses(port: number): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}

function printAddresses(host: string, publicUrl: string | null, port: number): void {
  const everywhere = host === '0.0.0.0' || host === '::';
  const lines = [`Tafelkleed: http://localhost:${port}`];
  if (everywhere) for (const address of lanAddresses(port)) lines.push(`  for tablets in this network: ${address}`);
  if (publicUrl) lines.push(`  public address: ${publicUrl}`);
  console.log(lines.join('\n'));
}

/** On a terminal the addresses are not to drown in the log; whoever wants it there sets LOG_LEVEL. */
function usual(): Record<string, string> {
  return process.stderr.isTTY ? { LOG_LEVEL: 'warn' } : {};
}

function stopOnSignal(server: Server): void {
  let stopping = false;
  const stop = (): void => {
    // Ctrl-C under npm comes twice, from the terminal and from npm: with nobody listening the second would kill what saves.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    server.close().then(
      (saved) => process.exit(saved ? 0 : 1),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'PORT: already in use by another program';
  if (error instanceof Error && 'code' in error && error.code === 'EACCES') return 'PORT: may not be used by this user';
  if (error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL')
    return 'HOST: not an address of this machine';
  if (error instanceof Error && 'code' in error && error.code === 'ENOTFOUND') return 'HOST: unknown';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  // What it writes is for its own user alone.
  process.umask(0o077);
  const config = readConfig({ ...usual(), ...process.env });
  const server = await createServer(config);
  stopOnSignal(server);
  printAddresses(config.host, config.publicUrl, server.port);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
