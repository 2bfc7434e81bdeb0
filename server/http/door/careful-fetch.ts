import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import ipaddr from 'ipaddr.js';
import type { CustomFetch } from 'openid-client';
import { Agent, fetch, type RequestInit } from 'undici';

/** Keys and tokens of large providers take some tens of thousands, bytes. */
const LONGEST_ANSWER = 512 * 1024;

/** The provider cannot be asked at this moment, or may not be asked there. */
export class OutOfReach extends Error {}

/**
 * Asks a provider, and nobody else: what it says of itself names more addresses, and none of those may lead into the
 * network in which this server stands, unless the operator named that host as the issuer. Follows no redirect, waits no
 * longer than that and reads no more. Throws {@link OutOfReach}.
 */
export function carefulFetch(issuer: string, patienceMs: number): CustomFetch {
  const { origin, hostname } = new URL(issuer);
  const agent = new Agent({ connect: { lookup: lookupOutside(hostname) } });
  return async (address, options) => {
    const url = new URL(address);
    if (url.origin !== origin && (url.protocol !== 'https:' || isInsideLiteral(url.hostname))) {
      throw new OutOfReach('this address is not asked');
    }
    const { method, headers, body } = options as RequestInit;
    const signal = AbortSignal.timeout(patienceMs);
    try {
      const init = { ...(method && { method }), ...(headers && { headers }), ...(body && { body }) };
      const answer = await fetch(url, { ...init, redirect: 'manual', signal, dispatcher: agent });
      if (answer.status >= 500 || (answer.status >= 300 && answer.status < 400)) {
        await answer.body?.cancel();
        throw new OutOfReach(`the provider answers ${answer.status}`);
      }
      const type = answer.headers.get('content-type') ?? '';
      const text = await readShort(answer.body);
      return new Response(text, { status: answer.status, headers: { 'content-type': type } });
    } catch (error) {
      if (error instanceof OutOfReach) throw error;
      throw new OutOfReach(signal.aborted ? 'the provider is too slow' : 'the provider cannot be reached');
    }
  };
}

/** All of a body, however it was packed. */
async function readShort(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > LONGEST_ANSWER) throw new OutOfReach('the provider answers too much');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

type Found = (error: Error | null, addresses: LookupAddress[] | string, family?: number) => void;

/** Looks up a host as Node does, but finds nothing inside but the issuer: at the very moment at which it is connected to. */
function lookupOutside(issuer: string) {
  return (host: string, options: LookupOptions, found: Found): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const usable = host === issuer ? addresses : addresses?.filter(({ address }) => !isInside(address));
      const [first] = usable ?? [];
      if (error || !first) found(error ?? new OutOfReach('this address is not asked'), []);
      else if (options.all) found(null, usable);
      else found(null, first.address, first.family);
    });
  };
}

/** Whether a host is an address written out that is inside; such a host is never looked up. */
function isInsideLiteral(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(address) && isInside(address);
}

/** Whether an address is any other than one of the open internet. */
export function isInside(address: string): boolean {
  return ipaddr.process(address).range() !== 'unicast';
}
