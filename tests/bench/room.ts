/**
 * `npm run bench:room`: a network room of 300 cloths with 18,000 things on them: how long it takes a server that has only just
 * started to list it, and one that is warm; how long an answer to "who knows what" takes; and what a browser fetches, and how
 * long it takes, until all pictures of the wall that can be seen are there. Prints a table, and puts it in docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import { seeded } from '../support/cases/seeded.ts';
import { launchBrowser } from '../support/chromium.ts';
import { hangIn, layOn, type NewCloth, newCloth, newSheet, startProgram } from '../support/program.ts';

/** With CLOTHS set, a room of so many: the table says so. */
const CLOTHS = Number(process.env.CLOTHS ?? 300);
const THINGS = 60;
/** Cloths are laid this many at a time. */
const AT_ONCE = 6;
/** A school's questions, each asked so often. */
const QUESTIONS = ['wie weet iets van film?', 'bibliotheek', 'wie kent iemand met toneel en podcast', 'Gemma', 'oud'];
const ASKED = 20;
/** So many sheets are fetched both ways, and a picture of the wall is this wide on a screen of two pixels to each, px. */
const TILES = 12;
const TILE_PX = 480;
const SCREEN = { width: 1366, height: 768 };

const dataDir = await mkdtemp(join(tmpdir(), 'tafelkleed-room-'));
const variables = { DATA_DIR: dataDir, CLOTHS_PER_MINUTE: '100000', CLOTHS_PER_MINUTE_PER_ADDRESS: '100000' };
try {
  const { room, things } = await laid();
  const program = await startProgram(variables);
  try {
    const at = `${program.url}/api/commons/${room.id}`;
    const ask = (path: string) => get(`${at}/${path}`, room.keys.viewer);
    const cold = await timed(() => ask('sheets'));
    const first = await timed(() => ask(`knows?q=${encodeURIComponent('film')}`));
    const lists = await each(ASKED, () => ask('sheets'));
    const overview = await each(5, () => ask('knows'));
    const answers = await each(ASKED * QUESTIONS.length, (n) =>
      ask(`knows?q=${encodeURIComponent(QUESTIONS[n % QUESTIONS.length] ?? '')}`),
    );
    const tiles = await tilesBothWays(at, room.keys.viewer);
    const view = await seen(`${program.url}/r/${room.id}#${room.keys.viewer}`);
    report(things, [
      ['list, the server only just started', ms(cold), ''],
      ['list, warm (p95)', ms(p95(lists)), ''],
      ['first question, all sheets read', ms(first), ''],
      ['answer, warm (p95)', ms(p95(answers)), '≤ 200 ms'],
      ['what recurs, warm (p95)', ms(p95(overview)), ''],
      ['first view: pictures that can be seen', ms(view.ms), '≤ 2000 ms'],
      [
        'one picture of the wall: what the browser paints it from',
        `${kB(tiles.shown)}, ${ms(tiles.shownMs)} of the server`,
        '',
      ],
      [
        `one picture of the wall, painted by the server ${TILE_PX} px wide`,
        `${kB(tiles.picture)}, ${ms(tiles.pictureMs)} of the server`,
        '',
      ],
      ['first view: fetched', `${Math.round(view.bytes / 1_000)} kB`, '≤ 500 kB'],
    ]);
  } finally {
    await program.stop();
  }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

/** The room with all its cloths, in the data folder of a server that is stopped then. */
async function laid(): Promise<{ readonly room: NewCloth; readonly things: number }> {
  const program = await startProgram(variables);
  const room = await newSheet(program.url, 'commons', { name: 'De Regenboog', locale: 'nl' });
  let things = 0;
  for (let from = 0; from < CLOTHS; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, CLOTHS - from) }, async (_, nth) => {
      const cloth = clothOf(from + nth);
      things += cloth.items.length;
      const made = await newCloth(program.url, { title: cloth.initiative });
      await layOn(program.url, made, cloth);
      await hangIn(program.url, { id: room.id, key: room.keys.participant }, made);
    });
    await Promise.all(some);
  }
  await program.stop();
  return { room, things };
}

/** A cloth with so many things: as a group lays one, a third of its words its own. */
function clothOf(nth: number): ClothSnapshot {
  const cloth = seeded({ seats: 8, connectors: 14, ties: 90, seed: (nth % 20) + 1 });
  const items = cloth.items.slice(0, THINGS).map((item, at) => {
    return at % 3 === 0 ? { ...item, text: `${item.text} ${nth}` } : item;
  });
  const known = new Set(['initiative', ...items.map(({ id }) => id)]);
  const ties = cloth.ties.filter(({ from, to }) => known.has(from) && known.has(to));
  return { ...cloth, initiative: `initiatief ${nth}`, items, ties };
}

/** What one sheet on the wall takes: as a projection, packed, that the browser paints, and as a picture that the server paints. */
async function tilesBothWays(at: string, key: string) {
  const list = (await (await fetch(`${at}/sheets`, { headers: { authorization: `Bearer ${key}` } })).json()) as {
    readonly id: string;
  }[];
  const took = { shown: 0, shownMs: 0, picture: 0, pictureMs: 0 };
  const some = list.slice(0, TILES);
  for (const { id } of some) {
    for (const [what, bytes, time] of [
      ['projection', 'shown', 'shownMs'],
      [`picture?width=${TILE_PX}`, 'picture', 'pictureMs'],
    ] as const) {
      const began = performance.now();
      took[bytes] += await sizeOf(`${at}/sheets/${id}/${what}`, key);
      took[time] += performance.now() - began;
    }
  }
  const { shown, shownMs, picture, pictureMs } = took;
  const n = some.length;
  return { shown: shown / n, shownMs: shownMs / n, picture: picture / n, pictureMs: pictureMs / n };
}

/** How much comes over the wire, packed as for a browser, bytes. */
async function sizeOf(url: string, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'accept-encoding': 'gzip, br' };
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    request(url, { headers }, answered).once('error', failed).end();
  });
  let bytes = 0;
  for await (const part of answer) bytes += (part as Buffer).length;
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`);
  return bytes;
}

/** A browser that was never here opens the room; bytes as they came over the wire, up to then. */
async function seen(address: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: SCREEN, locale: 'nl-NL', serviceWorkers: 'block' });
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    let bytes = 0;
    const urls = new Map<string, string>();
    const sizes: [number, string][] = [];
    wire.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      sizes.push([encodedDataLength, urls.get(requestId) ?? '']);
    });
    const began = performance.now();
    await page.goto(address);
    await page.waitForFunction(() => {
      const inView = [...document.querySelectorAll('canvas[data-drawn]')].filter((tile) => {
        const { top, bottom } = tile.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      return inView.length > 0 && inView.every((tile) => tile.getAttribute('data-drawn') === 'true');
    });
    const took = performance.now() - began;
    if (process.env.DETAIL) console.log(sizes.sort(([a], [b]) => b - a).slice(0, 30));
    return { ms: took, bytes };
  } finally {
    await browser.close();
  }
}

async function get(url: string, key: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function each(times: number, work: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    took.push(await timed(() => work(n)));
    // Slower than a room's questions are limited to: it is the answer that is measured.
    await new Promise((rested) => setTimeout(rested, 60));
  }
  return took;
}

function p95(took: readonly number[]): number {
  return [...took].sort((a, b) => a - b)[Math.floor(0.95 * took.length)] ?? Number.NaN;
}

function kB(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}

function report(things: number, rows: readonly (readonly string[])[]): void {
  const head = ['what', 'measured', 'wanted'];
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  console.log(table);
  const FILE = 'docs/benchmarks.md';
  const [BEGIN, END] = ['<!-- room: begin -->', '<!-- room: end -->'];
  const text = readFileSync(FILE, 'utf8');
  const words = `\`npm run bench:room\`: ${CLOTHS} cloths with ${things.toLocaleString('en')} things, the browser beside the server, Node ${process.versions.node}, ${cpus().length} cores of ${cpus()[0]?.model}.`;
  writeFileSync(
    FILE,
    `${text.slice(0, text.indexOf(BEGIN))}${BEGIN}\n${words}\n\n${table}\n${text.slice(text.indexOf(END))}`,
  );
}
