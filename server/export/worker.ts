import { parentPort } from 'node:worker_threads';
import { standBack } from '../core/stand-back.ts';
import { seenOf } from '../sync/guard/read-document.ts';
import { makePicture, makeYear } from './make-picture.ts';
import { type PictureTask, yearOf } from './picture-shop.ts';

// The program of the thread that makes pictures: see picture-shop.ts.
standBack();
parentPort?.on('message', async (task: PictureTask) => {
  try {
    parentPort?.postMessage({ done: await made(task) });
  } catch (error) {
    parentPort?.postMessage({ refused: error instanceof Error ? error.message : 'no picture can be made of it' });
  }
});

function made({ json, of, ...order }: PictureTask): Promise<Uint8Array> {
  return of === 'year' ? makeYear(order, yearOf(json)) : makePicture({ ...order, ...seenOf(json) });
}
