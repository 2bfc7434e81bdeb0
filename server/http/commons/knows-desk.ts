import type { NamePair } from '../../../shared/model/commons.ts';
import type { Language } from '../../../shared/text/language.ts';
import { builtProgram } from '../../core/built-program.ts';
import type { Limits } from '../../core/config.ts';
import { WorkerPool, WorkGivenUp } from '../../core/worker-pool.ts';
import type { Answer, ListedSheet, Neighbourhood, Overview } from './knows.ts';

/** What is asked: in words, round a node, or with neither what recurs. */
export interface Question {
  readonly q: string | null;
  readonly node: string | null;
  readonly language: Language;
}

/** What a room is told to its asker, as far as it was asked. */
export interface Told extends Partial<Overview> {
  readonly answers: readonly Answer[];
  readonly around?: Neighbourhood | null;
}

/** What the thread is asked; it remembers the rooms it was told of, as long as there is room for them. */
export type KnowsTask =
  | {
      readonly kind: 'ask';
      readonly room: string;
      readonly sheets: readonly ListedSheet[];
      readonly pairs: readonly NamePair[];
      readonly question: Question;
    }
  | {
      readonly kind: 'tell';
      readonly room: string;
      readonly sheets: readonly (ListedSheet & { readonly json: Uint8Array })[];
    };

/** What it answers a question with: of which sheets it knows nothing yet, or what was asked. */
export type KnowsAnswer = { readonly lacks: readonly string[] } | { readonly told: Told };

/** So many sheets are told of at a time: others have their turn. */
const TOLD_AT_ONCE = 8;
/** A room in which sheets change all the while is not run after for ever. */
const MOST_ROUNDS = 3;

/** Who knows what, answered in a thread of its own: a room holds names by the ten thousand, and they are searched for each question. */
export class KnowsDesk {
  readonly #pool: WorkerPool;

  constructor({ workMs, workBytes }: Pick<Limits, 'workMs' | 'workBytes'>) {
    const program = builtProgram(import.meta.url, 'http/commons/knows-worker');
    this.#pool = new WorkerPool({ program, threads: 1, patienceMs: workMs, heapBytes: workBytes });
  }

  /** Answers a question about a room; `read` reads what is shown of one of its sheets. Rejects with WorkGivenUp when it is too much. */
  async ask(
    who: string,
    room: string,
    sheets: readonly ListedSheet[],
    pairs: readonly NamePair[],
    question: Question,
    read: (sheet: ListedSheet) => Promise<Uint8Array | null>,
  ): Promise<Told> {
    const run = (task: KnowsTask): Promise<unknown> => this.#pool.run(who, () => ({ task }));
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const answer = (await run({ kind: 'ask', room, sheets, pairs, question })) as KnowsAnswer;
      if ('told' in answer) return answer.told;
      const missing = new Set(answer.lacks);
      const lacking = sheets.filter(({ id }) => missing.has(id));
      for (let from = 0; from < lacking.length; from += TOLD_AT_ONCE) {
        const some = lacking.slice(from, from + TOLD_AT_ONCE).map(async (sheet) => {
          const json = await read(sheet);
          return { ...sheet, json: json ?? NOTHING_SHOWN };
        });
        await run({ kind: 'tell', room, sheets: await Promise.all(some) });
      }
    }
    throw new WorkGivenUp('the room does not hold still');
  }

  stop(): void {
    this.#pool.stop();
  }
}

/** Of a sheet of which nothing can be shown. */
const NOTHING_SHOWN = new TextEncoder().encode('{"cloth":{"items":[],"ties":[]}}');
