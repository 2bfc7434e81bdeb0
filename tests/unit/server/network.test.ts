import { expect, test } from 'vitest';
import { networkOf } from '../../../server/core/network.ts';

test('IPv4 addresses are counted one by one, however they are written', () => {
  expect(networkOf('192.0.2.7')).toBe(networkOf('::ffff:192.0.2.7'));
  expect(networkOf('192.0.2.7')).not.toBe(networkOf('192.0.2.8'));
});

test('the IPv6 addresses of one connection are one network', () => {
  const home = networkOf('2001:db8:1:2::1');
  expect(networkOf('2001:0DB8:1:2:ffff:ffff:ffff:ffff')).toBe(home);
  expect(networkOf('2001:db8:1:2::1%eth0')).toBe(home);
  expect(networkOf('2001:db8:1:3::1')).not.toBe(home);
});

test('what is no address is counted as it is', () => {
  expect(networkOf('somewhere')).toBe('somewhere');
  expect(networkOf('')).toBe('');
});
