import ipaddr from 'ipaddr.js';

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
