import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../server/core/config.ts';

test('without any variable everything has a sensible value', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 8080, host: '0.0.0.0', dataDir: './data', publicUrl: null, trustProxy: false });
  expect(config.retentionDays).toBeNull();
});

test('an empty variable counts as not set, and other variables do not matter', () => {
  expect(readConfig({ PORT: '', NONSENSE: 'x' }).port).toBe(8080);
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PUBLIC_URL', 'kleed.example'],
  ['PUBLIC_URL', 'ftp://kleed.example'],
  ['PUBLIC_URL', 'https://kleed.example/sub'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'perhaps'],
  ['TRUST_PROXY', '10.0.0.0/99'],
  ['RETENTION_DAYS', '0'],
  ['MAX_FRAME_BYTES', '1'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['DATABASE_URL', 'localhost'],
  ['REDIS_URL', 'http://localhost'],
  ['REDIS_URL', 'redis://localhost'],
])('%s=%s is refused by one line that names the variable', (variable, value) => {
  const read = () => readConfig({ [variable]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${variable}: [^\\n]+$`));
});

test.each([
  ['false', false],
  ['true', true],
  ['2', 2],
  ['loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']],
])('TRUST_PROXY=%s', (value, expected) => {
  expect(readConfig({ TRUST_PROXY: value }).trustProxy).toEqual(expected);
});

test('a public address loses its closing slash', () => {
  expect(readConfig({ PUBLIC_URL: 'https://kleed.example/' }).publicUrl).toBe('https://kleed.example');
});
