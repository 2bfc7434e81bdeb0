import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { digits, markdown, type Row } from '../table.ts';
import type { Device } from './device.ts';
import type { Made } from './picture.ts';

/** Ms that each step took, by its id. */
export type Taken = Readonly<Record<string, number>>;

/**
 * Steps in the order of the report. `most` is the target as a part of the floor; `slow` the one on a processor that is slowed six
 * times, ms.
 */
export const STEPS = [
  { id: 'pan', name: 'pan at 100 %', most: 1.2, slow: 16 },
  { id: 'panAll', name: 'pan, all in view', most: 1.2, slow: 16 },
  { id: 'zoom', name: 'zoom', most: 1.2, slow: 16 },
  { id: 'drag', name: 'drag one item with 4 ties', most: 0.4, slow: 16 },
  { id: 'remote', name: '20 items moved by others at 30 Hz', most: 0.4, slow: 16 },
  { id: 'type', name: 'type a key in an item', most: 0.4, slow: 16 },
  { id: 'key', name: 'a key, to its frame', most: null, slow: 24 },
  { id: 'moveAll', name: 'move all items', most: null, slow: 50 },
  { id: 'load', name: 'load to interactive', most: null, slow: 1_800 },
] as const;

/** Longest load to interactive at full speed, ms. */
const MOST_LOAD_MS = 1_500;
/** No step takes more than this part of what the better of the other programs takes. */
const MOST_OF_PEERS = 0.15;
/** Longest until one's first ingredient lies there, ms; most of live objects and of canvases, MB. */
const DEVICE = { firstIngredient: 10_000, heap: 64, canvases: 96 } as const;

export interface Circumstances {
  readonly rounds: number;
  /** Which browser, with its version. */
  readonly browser: string;
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Prints the table of a full cloth at full speed, and puts it in docs/benchmarks.md. */
export function reportFull(
  { floor = {}, Tafelkleed = {}, ...peers }: Record<string, Taken>,
  told: Circumstances,
): void {
  const rows = STEPS.map(({ id, name, most }): Row => {
    const [least = Number.NaN, ours = Number.NaN] = [floor[id], Tafelkleed[id]];
    const better = Math.min(...Object.values(peers).map((taken) => taken[id] ?? Number.NaN));
    const isTime = id === 'load' || id === 'key';
    const cells = [
      name,
      shown(id, least),
      shown(id, ours),
      isTime ? '' : digits(ours / least, 2),
      id === 'load' ? `≤ ${shown(id, MOST_LOAD_MS)}` : most === null ? '' : `≤ ${most}`,
      ...Object.values(peers).map((taken) => shown(id, taken[id] ?? Number.NaN)),
      digits(ours / better, 2),
      isTime ? '' : `≤ ${MOST_OF_PEERS}`,
    ];
    if (id === 'load') return { cells, met: ours <= MOST_LOAD_MS };
    if (isTime) return { cells, met: null };
    return { cells, met: (most === null || ours / least <= most) && ours / better <= MOST_OF_PEERS };
  });
  const names = Object.keys(peers);
  const head = ['step', 'floor', 'Tafelkleed', 'ratio', 'target', ...names, 'of the better', 'target'];
  const about = [
    '`npm run bench:canvas full`: a cloth of 2,000 items and 1,000 ties,',
    `${machine(told)}. The floor is a page that does nothing but draw the same picture, by the same painters, on a plain canvas: all`,
    `that is in view, on every step. ${names.join(' and ')} have the same things at the same places.`,
  ].join('\n');
  put('canvas', markdown({ about, head, rows }));
}

/** Prints the table of the slowed processor, and puts it in docs/benchmarks.md. */
export function reportSlow({ Tafelkleed = {}, ...peers }: Record<string, Taken>, told: Circumstances): void {
  const rows = STEPS.map(({ id, name, slow }): Row => {
    const ours = Tafelkleed[id] ?? Number.NaN;
    const others = Object.values(peers).map((taken) => shown(id, taken[id] ?? Number.NaN));
    return { cells: [name, shown(id, ours), ...others, `≤ ${shown(id, slow)}`], met: ours <= slow };
  });
  const about = [
    '`npm run bench:canvas slow`: a cloth of 300 items and 150 ties, the processor slowed six times by the browser,',
    `${machine(told)}.`,
  ].join('\n');
  put('canvas slow', markdown({ about, head: ['step', 'Tafelkleed', ...Object.keys(peers), 'wanted'], rows }));
}

/** Prints what a cheap tablet has to do and to hold, and puts it in docs/benchmarks.md. */
export function reportDevice({ asked, firstIngredient, heap, canvases }: Device, { rounds }: Circumstances): void {
  const rows: Row[] = [
    { cells: ['from opening the link until one is asked for a name', shown('load', asked), ''], met: null },
    {
      cells: [
        'from opening the link until one’s first ingredient lies there',
        shown('load', firstIngredient),
        `≤ ${shown('load', DEVICE.firstIngredient)}`,
      ],
      met: firstIngredient <= DEVICE.firstIngredient,
    },
    megabytes('live objects of the page, 2,000 items', heap, DEVICE.heap),
    megabytes('all its canvases', canvases, DEVICE.canvases),
  ];
  const about = [
    '`npm run bench:canvas device`: a tablet of 1180 × 820 px with two pixels to each. The first two over “Fast 3G” (562 ms before an',
    'answer begins, 1.44 Mbit/s), nothing kept from before and the processor slowed six times; name and word are typed at once.',
    `Median of ${rounds}.`,
  ].join('\n');
  put('canvas device', markdown({ about, head: ['what', 'measured', 'wanted'], rows }));
}

/** Prints what a picture of a full cloth takes, and puts it in docs/benchmarks.md. */
export function reportPictures(
  { Tafelkleed: ours, Excalidraw: theirs }: Readonly<Record<'Tafelkleed' | 'Excalidraw', Made>>,
  { rounds, browser }: Circumstances,
): void {
  const ratio = ours.perMegapixel / theirs.perMegapixel;
  const rows: Row[] = [
    { cells: ['size, million px', digits(ours.megapixels, 1), digits(theirs.megapixels, 1), ''], met: null },
    {
      cells: [
        'ms for a million px',
        digits(ours.perMegapixel, 0),
        digits(theirs.perMegapixel, 0),
        `${digits(ratio, 2)} of ≤ 1.0 ×`,
      ],
      met: ratio <= 1,
    },
    {
      cells: [
        'longest that the page stood still, ms',
        digits(ours.longestTask, 0),
        digits(theirs.longestTask, 0),
        '≤ 100',
      ],
      met: ours.longestTask <= 100,
    },
  ];
  const about = [
    `\`npm run bench:canvas picture\`: the whole of a cloth of 2,000 items and 1,000 ties as a PNG, in ${browser}, in turns.`,
    `Median of ${rounds}.`,
  ].join('\n');
  put('canvas picture', markdown({ about, head: ['what', 'Tafelkleed', 'Excalidraw', 'wanted'], rows }));
}

function megabytes(what: string, bytes: number, most: number): Row {
  return { cells: [what, `${digits(bytes / 1e6, 0)} MB`, `≤ ${most} MB`], met: bytes / 1e6 <= most };
}

function machine({ rounds, browser, viewport }: Circumstances): string {
  const model = cpus()[0]?.model ?? 'unknown';
  return [
    `in ${browser} without a graphics card, ${viewport.width} × ${viewport.height} px, on ${cpus().length} cores of ${model}.`,
    `Milliseconds of main-thread processor time per step, median of ${rounds} round${rounds === 1 ? '' : 's'}, all in turns; what the page puts off until`,
    'the hand rests is counted in. Loading, and a key to its frame, are on the clock',
  ].join(' ');
}

/** A time as the report writes it: loading in seconds, what else there is in ms. */
function shown(id: string, ms: number): string {
  return id === 'load' ? `${digits(ms / 1_000, 2)} s` : digits(ms, 1);
}

const FILE = 'docs/benchmarks.md';

function put(part: string, table: string): void {
  console.log(table);
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const text = readFileSync(FILE, 'utf8');
  if (!text.includes(begin)) throw new Error(`${FILE} has no place for ${part}`);
  writeFileSync(FILE, `${text.slice(0, text.indexOf(begin))}${begin}\n${table}\n${text.slice(text.indexOf(end))}`);
}
