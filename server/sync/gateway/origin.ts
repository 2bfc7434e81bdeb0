import type { IncomingMessage } from 'node:http';
import type { Config } from '../../core/config.ts';

/**
 * Whether a page of this origin may open a socket, or change anything: one served from this host, from the public address, or allowed by
 * name. Programs that are no browser send no origin; the key is what lets them in.
 */
export function isAllowedOrigin(
  request: IncomingMessage,
  config: Pick<Config, 'publicUrl' | 'allowedOrigins' | 'trustProxy'>,
): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const host = hostOf(origin);
  if (host === null) return false;
  const here = [request.headers.host, config.publicUrl && hostOf(config.publicUrl)];
  if (config.trustProxy !== false) here.push(first(request.headers['x-forwarded-host']));
  if (here.includes(host)) return true;
  return config.allowedOrigins.some((allowed) => allowed === origin || allowed === host || allowed === '*');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function first(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim();
}
