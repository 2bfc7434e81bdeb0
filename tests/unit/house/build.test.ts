import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leanModule } from '../../../scripts/lean-modules.ts';

test('whatever the client is built with is watched as its sources are, so that a change in it builds it anew', () => {
  const imports = readFileSync('vite.config.ts', 'utf8').matchAll(/from '\.\/([^']+)'/g);
  const parts = [...imports].map(([, path = '']) => path);
  expect(parts).toContain('scripts/compress-build.ts');
  const client = /name: 'client',\s*sources: \[(.*?)\]/s.exec(readFileSync('scripts/build.mjs', 'utf8'))?.[1] ?? '';
  expect(parts.filter((path) => !client.includes(`'${path}'`))).toEqual([]);
});

test.each([
  ['lucide-react/dist/esm/icons/map-pin.mjs', /\bkey:|__iconData\.node;/],
  ['lucide-react/dist/esm/icons/circle-check.mjs', /\bkey:|aliases/],
  ['konva/lib/Validators.js', /isUnminified/],
  ['konva/lib/Util.js', /aliceblue: \[/],
])('%s still has what is left out of a build, and all else stays', (file, cut) => {
  const path = `node_modules/${file}`;
  const code = readFileSync(path, 'utf8');
  expect(code).toMatch(cut);
  const lean = leanModule(`/somewhere/${path}`, code) ?? '';
  expect(lean).not.toMatch(cut);
  expect(lean).toMatch(/^export /m);
  expect(namesIn(lean)).toEqual(namesIn(code));
});

test('what no cut is for stays as it is', () => {
  expect(leanModule('/somewhere/node_modules/konva/lib/Shape.js', 'Konva.isUnminified')).toBeNull();
});

/** What a module exports, and the paths an icon is drawn of. */
function namesIn(code: string): string[] {
  return [...code.matchAll(/^export .*|\bd: "[^"]+"/gm)].map(([found]) => found);
}
