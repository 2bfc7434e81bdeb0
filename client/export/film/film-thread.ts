import { PictureFailed } from '../export-png.ts';

/** A thread that is asked one thing at a time, and answers each. */
export interface FilmThread<Order, Answer> {
  /** Settles with the answer, so that pictures do not pile up. Rejects with `PictureFailed` when the thread broke off. */
  ask(order: Order, given?: Transferable[]): Promise<Answer>;
  stop(): void;
}

export function filmThread<Order, Answer>(worker: Worker): FilmThread<Order, Answer> {
  return {
    ask: (order, given = []) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
        worker.onerror = () => reject(new PictureFailed('the thread that writes the film broke off'));
        worker.postMessage(order, given);
      }),
    stop: () => worker.terminate(),
  };
}
