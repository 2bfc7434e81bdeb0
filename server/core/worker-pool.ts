import { Worker } from 'node:worker_threads';

/** The worker looked at what it was given, and refuses it. */
export class WorkRefused extends Error {}

/** The worker took too long or too much, or the server stops: nothing is known of what it was given. */
export class WorkGivenUp extends Error {}

/** It was given up before a worker had looked at it: asked again later, it may well be done. */
export class WorkNotBegun extends WorkGivenUp {}

/** What a worker answers a task with. */
export type Answer = { readonly done: unknown } | { readonly refused: string };

/** What is not begun after so many times what a task may take is given up, where nothing else is said: who asked had better come again. */
const PATIENCES_WAITING = 3;
const NOBODY_WAITS = 'nobody waits for it any more';

/** A task as it is given to a thread, and what of it becomes the thread's own. */
export interface Given {
  readonly task: unknown;
  readonly transfer?: readonly ArrayBuffer[];
}

interface Job {
  readonly give: () => Given;
  readonly resolve: (done: unknown) => void;
  readonly reject: (error: Error) => void;
  /** It waits no longer. */
  readonly begun: () => void;
}

export interface PoolOptions {
  /** The program that a worker runs: it answers each message with an {@link Answer}. */
  readonly program: URL;
  readonly threads: number;
  /** How long one task may take, ms, and how much memory its worker may have, bytes; then it is ended. */
  readonly patienceMs: number;
  readonly heapBytes: number;
  /** How long one waits for its turn at most, ms; thrice that when left out. */
  readonly waitMs?: number;
  /** After so many tasks a thread is ended, with all it gathered; left out, it goes on. */
  readonly tasksEach?: number;
  /** Whether a thread is ended after a task like this one, for what it took. */
  readonly endsAfter?: (task: unknown) => boolean;
}

/**
 * Work that would keep the others waiting, done in threads of their own. Whoever asks much waits for their own work only: those
 * who ask take turns. Threads are started when they are needed first.
 */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  /** How many tasks each has had. */
  readonly #had = new WeakMap<Worker, number>();
  readonly #waiting = new Map<string, Job[]>();
  #busy = 0;
  #stopped = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /**
   * Has a task done, in turn with what others asked for; `give` is called when its turn has come, so that no copy waits. Rejects with {@link WorkRefused} or {@link WorkGivenUp}; with the latter
   * also when `gone` says that nobody waits for it any more, if it was not begun.
   */
  run(who: string, give: () => Given, gone?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (gone?.aborted) return reject(new WorkNotBegun(NOBODY_WAITS));
      const waited = (): void => this.#drop(who, job, 'many wait before it');
      const { patienceMs, waitMs = PATIENCES_WAITING * patienceMs } = this.#options;
      const timer = setTimeout(waited, waitMs).unref();
      const job: Job = { give, resolve, reject, begun: () => clearTimeout(timer) };
      gone?.addEventListener('abort', () => this.#drop(who, job, NOBODY_WAITS), { once: true });
      const theirs = this.#waiting.get(who);
      if (theirs) theirs.push(job);
      else this.#waiting.set(who, [job]);
      this.#next();
    });
  }

  /** Ends all threads; what is under way or waits is given up. */
  stop(): void {
    this.#stopped = true;
    for (const jobs of this.#waiting.values()) {
      for (const { begun, reject } of jobs) {
        begun();
        reject(new WorkNotBegun('stopped'));
      }
    }
    this.#waiting.clear();
    for (const worker of this.#all) void worker.terminate();
  }

  /** Gives up what was not begun yet. */
  #drop(who: string, job: Job, why: string): void {
    const theirs = this.#waiting.get(who);
    const at = theirs?.indexOf(job) ?? -1;
    if (!theirs || at < 0) return;
    theirs.splice(at, 1);
    if (theirs.length === 0) this.#waiting.delete(who);
    job.begun();
    job.reject(new WorkNotBegun(why));
  }

  #next(): void {
    if (this.#stopped || this.#busy >= this.#options.threads) return;
    const [first] = this.#waiting;
    if (!first) return;
    const [who, jobs] = first;
    const job = jobs.shift();
    // Whoever has more to do stands behind the others again.
    this.#waiting.delete(who);
    if (jobs.length > 0) this.#waiting.set(who, jobs);
    if (job) this.#do(this.#idle.pop() ?? this.#start(), job);
  }

  #do(worker: Worker, job: Job): void {
    this.#busy += 1;
    job.begun();
    const { task, transfer = [] } = job.give();
    const { tasksEach = Number.POSITIVE_INFINITY, endsAfter } = this.#options;
    const isLast = endsAfter?.(task) ?? false;
    const isFree = (): void => {
      this.#busy -= 1;
      this.#next();
    };
    const leave = (): void => {
      clearTimeout(timer);
      worker.off('message', answered);
      worker.off('error', broke);
      worker.off('exit', broke);
    };
    const answered = (answer: Answer): void => {
      leave();
      if ('done' in answer) job.resolve(answer.done);
      else job.reject(new WorkRefused(answer.refused));
      const had = (this.#had.get(worker) ?? 0) + 1;
      this.#had.set(worker, had);
      if (had < tasksEach && !isLast) {
        this.#idle.push(worker);
        isFree();
      } else void worker.terminate().finally(isFree);
    };
    const broke = (why: unknown): void => {
      leave();
      this.#all.delete(worker);
      job.reject(new WorkGivenUp(why instanceof Error ? why.message : 'the worker ended'));
      // One that is in a program not written in JavaScript goes on until that returns: it keeps its place, and its memory, until then.
      void worker.terminate().finally(isFree);
    };
    const timer = setTimeout(() => broke(new Error('it took too long')), this.#options.patienceMs);
    worker.on('message', answered);
    worker.on('error', broke);
    worker.on('exit', broke);
    worker.postMessage(task, [...transfer]);
  }

  #start(): Worker {
    const { program, heapBytes } = this.#options;
    const worker = new Worker(program, {
      // Nothing of how the server was started is for it.
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(heapBytes / 1024 / 1024) },
    });
    this.#all.add(worker);
    // An idle one that ends is not used again; while it works `#do` hears of it as well.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#all.delete(worker);
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    worker.unref();
    return worker;
  }
}
