import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import type { Config } from './config.ts';

/** A household or school has the whole of such a prefix, and a visitor as many addresses in it as they like (RFC 6177). */
const IPV6_PREFIX_BYTES = 8;

/** By what visitors are counted: an IPv4 address, or the first 64 bits of an IPv6 one. What is no address counts as it is. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  // An IPv4 address written as IPv6 is IPv4.
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return parsed
    .toByteArray()
    .slice(0, IPV6_PREFIX_BYTES)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** By what many networks of one owner are counted: the first 48 bits of an IPv6 address, which anybody may be given; else the network. */
export function widerNetworkOf(network: string): string {
  return /^[0-9a-f]{16}$/.test(network) ? network.slice(0, 12) : network;
}

type Trust = (address: string, hop: number) => boolean;

/** Whose word on a visitor's address counts, from the setting. */
export function trustedProxies(setting: Config['trustProxy']): Trust {
  if (typeof setting === 'number') return (_address, hop) => hop < setting;
  return typeof setting === 'boolean' ? () => setting : proxyAddress.compile([...setting]);
}

/** Which network a request comes from, as far as the proxies before it are trusted. */
export function networkReader(setting: Config['trustProxy']): (request: IncomingMessage) => string {
  const trust = trustedProxies(setting);
  return (request) => networkOf(proxyAddress(request, trust) ?? '');
}
