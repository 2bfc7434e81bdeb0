import { describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { type Import, importsOf, packageOf, type SourceFile, sourceFiles } from './source-files.ts';

/**
 * The ladder of each house: a room may import, types too, from itself and from the rooms above it in the list. A room of
 * rooms (`sync/room`) stands by its own name; what lies in `canvas/` itself is what its rooms know of each other.
 * Everything may import from shared/.
 */
const LADDER: Readonly<Record<string, readonly string[]>> = {
  shared: ['model', 'text', 'layout', 'method', 'scene', 'paint', 'formats', 'document', 'commands'],
  server: [
    'core',
    'storage',
    'relay',
    'sync/guard',
    'sync/frames',
    'sync/room',
    'sync/connection',
    'sync/gateway',
    'export',
    'http',
    'admin',
    'app',
  ],
  client: [
    'device',
    'i18n',
    'fonts',
    'gesture',
    'look',
    'facilitation',
    'document',
    'canvas/camera',
    'canvas',
    'canvas/stage',
    'canvas/layers',
    'canvas/edit',
    'canvas/actions',
    'canvas/input',
    'canvas/text',
    'canvas/board',
    'export',
    'panels',
    'commons',
    'steps',
    'app',
  ],
};

/** Rooms that do not need what stands above them, and shall not come to. */
const APART: Readonly<Record<string, readonly string[]>> = {
  gesture: [],
  i18n: [],
  fonts: [],
  look: ['i18n', 'fonts'],
  device: [],
  facilitation: ['device'],
  document: ['device', 'facilitation'],
  canvas: ['document', 'facilitation', 'device', 'gesture', 'i18n', 'fonts'],
  export: ['canvas', 'i18n', 'fonts'],
};

/** The programs that a house starts with; they lie beside its rooms and may use all of them. */
const PROGRAM = /^server\/[\w-]+\.ts$/;

/** Who may know that a cloth is a Yjs document. */
const KNOWS_YJS = /^(shared\/(document|commands)|client\/document|server\/sync)\//;
const YJS = /^(yjs|y-[a-z]+|lib0)$/;
/** The one file of the live drawing that knows what its canvases are held by. */
const KNOWS_KONVA = 'client/canvas/stage/pane.ts';

/** What a breach of the directions is, in words, or null for an import that may be. */
function breach({ from, to, kind }: Import): string | null {
  const [house = ''] = from.split('/');
  if (kind === 'package') {
    const name = packageOf(to);
    if (YJS.test(name) && !KNOWS_YJS.test(from)) return 'does not know Yjs';
    if (name === 'konva' && from.startsWith('client/canvas/') && from !== KNOWS_KONVA) return 'does not know Konva';
    if (house !== 'server' && name.startsWith('node:')) return 'runs in a browser too';
    if (house !== 'client' && /^react/.test(name)) return 'draws nothing';
    if (from.startsWith('client/gesture/')) return 'is pure: no packages';
    if (!name.startsWith('node:') && !(name in packageJson.dependencies)) return 'needs it in "dependencies"';
    return null;
  }
  const [otherHouse = ''] = to.split('/');
  if (otherHouse === 'shared' && house !== 'shared') return null;
  if (otherHouse !== house) return `imports from shared/ and itself only`;
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === other || PROGRAM.test(from)) return null;
  const ladder = LADDER[house] ?? [];
  if (room === null || other === null) return 'lies in a room that has no place yet: give it one in this test';
  if (ladder.indexOf(other) > ladder.indexOf(room)) return `lies above it: ${room} comes before ${other}`;
  const [large = '', otherLarge = ''] = [room, other].map((path) => path.split('/')[0] ?? '');
  const apart = house === 'client' && large !== otherLarge ? APART[large] : undefined;
  return !apart || apart.includes(otherLarge) ? null : `may import from ${apart.join(', ') || 'shared/ only'}`;
}

/** The room of a file on its house's ladder, or null. */
function roomOf(path: string): string | null {
  const [house = '', ...rooms] = path.split('/').slice(0, -1);
  const ladder = LADDER[house] ?? [];
  for (let deep = rooms.length; deep > 0; deep--) {
    const room = rooms.slice(0, deep).join('/');
    if (ladder.includes(room)) return room;
  }
  return null;
}

/** Where the running programs start, and what the build puts in another's place. */
const ENTRANCES = [
  'server/main.ts',
  'server/admin-cli.ts',
  'server/sync/guard/worker.ts',
  'server/export/worker.ts',
  'server/http/commons/knows-worker.ts',
  'client/app/main.tsx',
  'client/app/offline/service-worker.ts',
  'client/document/yjs-log.ts',
  'client/document/no-broadcast.ts',
  'client/canvas/stage/no-drag.ts',
  // What the compiler is told of a package that comes without types.
  'client/export/film/gifenc.d.ts',
];

const product = ['client', 'server', 'shared'].flatMap((folder) => sourceFiles(/\.tsx?$/, folder));

test('imports run one way: server -> shared <- client, and in each house down its ladder', () => {
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
    ['shared/document/read.ts', "import { x } from '../../client/app/x.ts'"],
    ['shared/method/steps.ts', "import * as Y from 'yjs'"],
    ['shared/layout/box.ts', "import { readFile } from 'node:fs'"],
    ['server/http/api.ts', "import type { X } from '../../client/document/x.ts'"],
    ['server/http/api.ts', "const Y = await import('yjs')"],
    ['client/document/x.ts', "import { y } from '../canvas/y.ts'"],
    ['client/canvas/x.ts', "import { y } from '../panels/y.ts'"],
    ['shared/model/x.ts', "import type { Scene } from '../layout/shapes.ts'"],
    ['shared/formats/x.ts', "import { y } from '../document/read.ts'"],
    ['server/storage/x.ts', "import type { Room } from '../sync/room/room.ts'"],
    ['server/sync/guard/x.ts', "import { y } from '../connection/inbox.ts'"],
    ['shared/attic/x.ts', "import { y } from '../model/schema.ts'"],
    ['client/gesture/x.ts', "import RBush from 'rbush'"],
    ['server/storage/x.ts', "import * as Y from 'yjs'"],
    ['client/gesture/x.ts', "export { y } from '../document/y.ts'"],
    ['client/panels/x.ts', "import { Doc } from 'yjs'"],
    ['client/canvas/stage/x.ts', "import { overlayPictures } from '../layers/overlay.ts'"],
    ['client/canvas/edit/x.ts', "import { ACTIONS } from '../actions/table.ts'"],
    ['client/canvas/input/x.ts', "import type { Board } from '../board/board.ts'"],
    ['client/export/x.ts', "import { x } from '../document/x.ts'"],
    ['client/canvas/layers/x.ts', "import { Shape } from 'konva/lib/Shape.js'"],
    ['client/app/x.ts', "import { test } from 'vitest'"],
    ['client/attic/x.ts', "import { y } from '../panels/y.ts'"],
  ];
  test.each(broken)('is broken by %s with %s', (path, text) => {
    expect(rulesBrokenBy({ path, text })).toHaveLength(1);
  });

  const kept: readonly [from: string, text: string][] = [
    ['client/app/x.tsx', "import { lazy } from 'react'; lazy(() => import('../panels/share.tsx'))"],
    ['client/document/x.ts', "import * as Y from 'yjs'; import { MESSAGE } from '../../shared/model/protocol.ts'"],
    ['server/sync/room/room.ts', "import { createHash } from 'node:crypto'; import * as Y from 'yjs'"],
  ];
  test.each(kept)('is kept by %s with %s', (path, text) => {
    expect(rulesBrokenBy({ path, text })).toEqual([]);
  });

  function rulesBrokenBy(file: SourceFile): string[] {
    return importsOf(file).flatMap((made) => breach(made) ?? []);
  }
});
