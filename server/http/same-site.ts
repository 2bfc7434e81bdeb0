import type { FastifyInstance } from 'fastify';
import type { Config } from '../core/config.ts';
import { isAllowedOrigin } from '../sync/gateway/origin.ts';
import { Problem } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page of another site makes a visitor's browser ask for, before anything is read of it: a request that changes
 * something, with the name of that site (`Origin`), or with word from the browser that it comes from one (`Sec-Fetch-Site`).
 * Programs say neither, and go on working.
 */
export function refuseOtherSites(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', async ({ method, headers, raw }) => {
    if (SAFE.has(method)) return;
    const site = headers['sec-fetch-site'];
    const isOther = site !== undefined && site !== 'same-origin' && site !== 'none';
    const isFromHere = headers.origin === undefined ? !isOther : isAllowedOrigin(raw, config);
    if (!isFromHere) throw new Problem('another-site');
  });
}
