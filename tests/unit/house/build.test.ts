import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('whatever the client is built with is watched as its sources are, so that a change in it builds it anew', () => {
  const imports = readFileSync('vite.config.ts', 'utf8').matchAll(/from '\.\/([^']+)'/g);
  const parts = [...imports].map(([, path = '']) => path);
  expect(parts).toContain('scripts/compress-build.ts');
  const client = /name: 'client',\s*sources: \[(.*?)\]/s.exec(readFileSync('scripts/build.mjs', 'utf8'))?.[1] ?? '';
  expect(parts.filter((path) => !client.includes(`'${path}'`))).toEqual([]);
});
