import { describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { type Import, importsOf, packageOf, type SourceFile, sourceFiles } from './source-files.ts';

/** Which of the other rooms of the client each room may import from. Every room may import from shared/. */
const CLIENT_ROOMS: Readonly<Record<string, readonly string[]>> = {
  app: ['steps', 'panels', 'export', 'canvas', 'session', 'gesture', 'look', 'i18n', 'fonts'],
  steps: ['panels', 'export', 'canvas', 'session', 'gesture', 'look', 'i18n', 'fonts'],
  panels: ['export', 'canvas', 'session', 'gesture', 'look', 'i18n', 'fonts'],
  export: ['canvas', 'i18n', 'fonts'],
  canvas: ['session', 'gesture', 'i18n', 'fonts'],
  session: [],
  gesture: [],
  look: ['i18n', 'fonts'],
  i18n: [],
  fonts: [],
};

/** Who may know that a cloth is a Yjs document. */
const KNOWS_YJS = /^(shared\/cloth|client\/session|server\/sync)\//;
const YJS = /^(yjs|y-[a-z]+|lib0)$/;

/** What a breach of the directions is, in words, or null for an import that may be. */
function breach({ from, to, kind }: Import): string | null {
  const [house = '', room = ''] = from.split('/');
  if (kind === 'package') {
    const name = packageOf(to);
    if (YJS.test(name) && !KNOWS_YJS.test(from)) return 'does not know Yjs';
    if (house !== 'server' && name.startsWith('node:')) return 'runs in a browser too';
    if (house !== 'client' && /^react/.test(name)) return 'draws nothing';
    if (from.startsWith('client/gesture/')) return 'is pure: no packages';
    if (!name.startsWith('node:') && !(name in packageJson.dependencies)) return 'needs it in "dependencies"';
    return null;
  }
  const [otherHouse = '', otherRoom = ''] = to.split('/');
  if (otherHouse === 'shared') return null;
  if (otherHouse !== house) return `imports from shared/ and itself only`;
  if (house !== 'client' || otherRoom === room) return null;
  const allowed = CLIENT_ROOMS[room];
  if (!allowed) return 'lies in a room of the client that has no place yet: give it one in this test';
  return allowed.includes(otherRoom) ? null : `may import from ${allowed.join(', ') || 'shared/ only'}`;
}

/** Where the running programs start, and what the build puts in another's place. */
const ENTRANCES = [
  'server/main.ts',
  'server/admin-cli.ts',
  'client/app/main.tsx',
  'client/app/offline/service-worker.ts',
  'client/session/yjs-log.ts',
];

const product = ['client', 'server', 'shared'].flatMap((folder) => sourceFiles(/\.tsx?$/, folder));

test('imports run one way: server -> shared <- client, and in the client from app down to gesture', () => {
  const breaches = product.flatMap(importsOf).flatMap((made) => {
    const rule = breach(made);
    return rule === null ? [] : [`${made.from} imports ${made.to}: it ${rule}`];
  });
  expect(breaches).toEqual([]);
});

test('every file of the product is part of it: something that runs leads there', () => {
  const byPath = new Map(product.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const follow = (path: string) => {
    const file = byPath.get(path);
    if (!file || reached.has(path)) return;
    reached.add(path);
    for (const { to, kind } of importsOf(file)) if (kind === 'file') follow(to);
  };
  for (const path of ENTRANCES) follow(path);
  for (const tool of sourceFiles(/\.(ts|mjs)$/, 'scripts')) for (const { to } of importsOf(tool)) follow(to);
  expect(product.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
});

describe('the rule itself', () => {
  const broken: readonly [from: string, text: string][] = [
    ['shared/cloth/read.ts', "import { x } from '../../client/app/x.ts'"],
    ['shared/method/steps.ts', "import * as Y from 'yjs'"],
    ['shared/geometry/box.ts', "import { readFile } from 'node:fs'"],
    ['server/http/api.ts', "import type { X } from '../../client/session/x.ts'"],
    ['server/http/api.ts', "const Y = await import('yjs')"],
    ['client/session/x.ts', "import { y } from '../canvas/y.ts'"],
    ['client/canvas/x.ts', "import { y } from '../panels/y.ts'"],
    ['client/gesture/x.ts', "import RBush from 'rbush'"],
    ['server/storage/x.ts', "import * as Y from 'yjs'"],
    ['client/gesture/x.ts', "export { y } from '../session/y.ts'"],
    ['client/panels/x.ts', "import { Doc } from 'yjs'"],
    ['client/app/x.ts', "import { test } from 'vitest'"],
    ['client/attic/x.ts', "import { y } from '../panels/y.ts'"],
  ];
  test.each(broken)('is broken by %s with %s', (path, text) => {
    expect(rulesBrokenBy({ path, text })).toHaveLength(1);
  });

  const kept: readonly [from: string, text: string][] = [
    ['client/app/x.tsx', "import { lazy } from 'react'; lazy(() => import('../panels/share.tsx'))"],
    ['client/session/x.ts', "import * as Y from 'yjs'; import { MESSAGE } from '../../shared/protocol.ts'"],
    ['server/sync/room.ts', "import { createHash } from 'node:crypto'; import * as Y from 'yjs'"],
  ];
  test.each(kept)('is kept by %s with %s', (path, text) => {
    expect(rulesBrokenBy({ path, text })).toEqual([]);
  });

  function rulesBrokenBy(file: SourceFile): string[] {
    return importsOf(file).flatMap((made) => breach(made) ?? []);
  }
});
