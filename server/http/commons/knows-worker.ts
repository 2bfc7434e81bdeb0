import { parentPort } from 'node:worker_threads';
import { standBack } from '../../core/stand-back.ts';
import type { Answer } from '../../core/worker-pool.ts';
import { seenOf } from '../../sync/guard/read-document.ts';
import { Knows } from './knows.ts';
import type { KnowsAnswer, KnowsTask, Question, Told } from './knows-desk.ts';

/** Names of all rooms together that stay in memory; the room asked longest ago is forgotten first. */
const MOST_NAMES = 120_000;

const rooms = new Map<string, Knows>();

// The program of the thread that knows who knows what: see knows-desk.ts.
standBack();
parentPort?.on('message', (task: KnowsTask) => {
  parentPort?.postMessage(answerTo(task));
});

function answerTo(task: KnowsTask): Answer {
  try {
    return { done: task.kind === 'ask' ? ask(task) : tell(task) };
  } catch (error) {
    return { refused: error instanceof Error ? error.name : 'it cannot be answered' };
  }
}

function ask({ room, sheets, pairs, question }: Extract<KnowsTask, { kind: 'ask' }>): KnowsAnswer {
  const knows = knowsOf(room);
  const lacks = knows.lacks(sheets);
  if (lacks.length > 0) return { lacks };
  knows.heed(pairs);
  return { told: told(knows, question) };
}

function tell({ room, sheets }: Extract<KnowsTask, { kind: 'tell' }>): null {
  const knows = knowsOf(room);
  for (const { json, ...sheet } of sheets) knows.add(sheet, knows.size < MOST_NAMES ? seenOf(json).cloth : EMPTY);
  let names = 0;
  // From the one asked last, which is this one.
  for (const [other, { size }] of [...rooms].reverse()) {
    names += size;
    if (names > MOST_NAMES && other !== room) rooms.delete(other);
  }
  return null;
}

/** A room that holds more names than any has is known as far as there is memory for it. */
const EMPTY = { items: [], ties: [] };

function told(knows: Knows, { q, node, language }: Question): Told {
  return {
    answers: q === null ? [] : knows.ask(q, language),
    ...(node !== null && { around: knows.around(node, language) }),
    ...(q === null && node === null && knows.overview()),
  };
}

function knowsOf(room: string): Knows {
  const knows = rooms.get(room) ?? new Knows();
  rooms.delete(room);
  rooms.set(room, knows);
  return knows;
}
