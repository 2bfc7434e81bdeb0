import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import * as Y from 'yjs';
import { type NewCloth, newCloth, startProgram } from '../../support/program.ts';
import { digits, type Row, type Table } from '../table.ts';
import { LightClient } from './light-client.ts';
import { quantile } from './statistics.ts';

const ATTACKER = resolve('tests/bench/sync/programs/attacker.mjs');
/** What a neighbour may wait for a mark at the 99th of a hundred, and ever, ms. */
const MOST_P99 = 200;
const MOST_EVER = 1_000;
/** So often the neighbour asks, ms, and so long where nobody attacks. */
const EVERY_MS = 20;
const QUIET_MS = 5_000;
/** Message 100: brings back a number when all before it is on disk. */
const MARK = 100;
/** What an update begins with: y-websocket's numbers. */
const [SYNC, UPDATE] = [0, 2];

const ATTACKS = [
  { name: 'nobody', what: null, times: 0 },
  { name: '30 files of 16 MB of `[`', what: 'files', times: 30 },
  { name: '12 frames of 8 MiB, 4 million stretches each', what: 'frames', times: 12 },
  { name: '260 uploads of 16 MB that do not end', what: 'uploads', times: 260 },
] as const;

/** What strangers cost a neighbour, and the server in memory: with the limits as they come, on a server of its own each. */
export async function strangersPart(): Promise<readonly Table[]> {
  const rows: Row[] = [];
  for (const { name, what, times } of ATTACKS) {
    const { waits, lastedMs, mostBytes } = await measure(what, times);
    const [p99, worst] = [quantile(waits, 0.99), Math.max(...waits)];
    rows.push({
      cells: [
        name,
        digits(quantile(waits, 0.5), 1),
        digits(p99, 1),
        digits(worst, 1),
        digits(lastedMs / 1_000, 1),
        digits(mostBytes / 1024 / 1024, 0),
        `≤ ${MOST_P99} / ≤ ${MOST_EVER}`,
      ],
      met: p99 <= MOST_P99 && worst <= MOST_EVER,
    });
  }
  return [
    {
      about:
        "What a neighbour at another cloth waits for each mark meanwhile, an edit every 20 ms, and the most memory of the server's process.",
      head: [
        'who else is there',
        'p50, ms',
        'p99, ms',
        'worst, ms',
        'until all is dealt with, s',
        'memory, MiB',
        'p99 / worst',
      ],
      rows,
    },
  ];
}

async function measure(what: string | null, times: number) {
  const program = await startProgram();
  try {
    const [strange, own] = [await newCloth(program.url), await newCloth(program.url)];
    const waits: number[] = [];
    const neighbour = await atWork(program.url, own, waits);
    let mostBytes = 0;
    const watch = setInterval(async () => {
      const metrics = await (await fetch(`${program.url}/metrics`)).text();
      mostBytes = Math.max(mostBytes, Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1] ?? 0));
    }, 500);
    const began = performance.now();
    if (what === null) await new Promise((over) => setTimeout(over, QUIET_MS));
    else {
      const args = [ATTACKER, program.url, strange.id, strange.keys.participant, what, String(times)];
      await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
    }
    const lastedMs = performance.now() - began;
    clearInterval(watch);
    neighbour.stop();
    return { waits, lastedMs, mostBytes };
  } finally {
    await program.close();
  }
}

/** Someone who writes a word every {@link EVERY_MS} and waits for its mark. */
async function atWork(url: string, { id, keys }: NewCloth, waits: number[]): Promise<{ stop(): void }> {
  const sent = new Map<number, number>();
  const client = await LightClient.open(Number(new URL(url).port), `/sync/${id}?key=${keys.participant}`, (frame) => {
    if (frame[0] !== MARK) return;
    const mark = numberIn(frame);
    for (const [earlier, at] of sent) {
      if (earlier > mark) continue;
      waits.push(performance.now() - at);
      sent.delete(earlier);
    }
  });
  const write = writer();
  let mark = 0;
  const timer = setInterval(() => {
    mark += 1;
    sent.set(mark, performance.now());
    client.send(write());
    client.send(Buffer.from([MARK, ...varUint(mark)]));
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      // What never came back has waited until now.
      for (const at of sent.values()) waits.push(performance.now() - at);
      client.close();
    },
  };
}

/** Writes one letter after the other, and gives each as a frame. */
function writer(): () => Buffer {
  const doc = new Y.Doc();
  const words = doc.getText('initiative');
  return () => {
    const before = Y.encodeStateVector(doc);
    words.insert(words.length, 'x');
    const update = Y.encodeStateAsUpdate(doc, before);
    return Buffer.concat([Buffer.from([SYNC, UPDATE, ...varUint(update.length)]), update]);
  };
}

function varUint(number: number): number[] {
  const bytes: number[] = [];
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

function numberIn(frame: Buffer): number {
  let [number, factor] = [0, 1];
  for (const byte of frame.subarray(1)) {
    number += (byte & 127) * factor;
    factor *= 128;
    if (byte < 128) break;
  }
  return number;
}
