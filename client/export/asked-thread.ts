import { PictureFailed } from './picture-failed.ts';

/** A thread that is asked one thing at a time, and answers each. */
export interface AskedThread<Order, Answer> {
  /** Settles with the answer, so that pictures do not pile up. Rejects with `PictureFailed` when the thread broke off. */
  ask(order: Order, given?: Transferable[]): Promise<Answer>;
  stop(): void;
}

export function askedThread<Order, Answer>(worker: Worker): AskedThread<Order, Answer> {
  return {
    ask: (order, given = []) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
        worker.onerror = () => reject(new PictureFailed('the thread that writes the file broke off'));
        worker.postMessage(order, given);
      }),
    stop: () => worker.terminate(),
  };
}
