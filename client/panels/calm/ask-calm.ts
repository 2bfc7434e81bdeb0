import type { CalmLines } from '../../../shared/layout/calm/calm.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { CalmAnswer, CalmQuestion } from './calm-worker.ts';

/** The thread that looks for calmer places. One answer at a time: a new question makes the one before it void. */
export interface CalmThread {
  ask(cloth: ClothSnapshot, fixed: ReadonlySet<string>): void;
  stop(): void;
}

/** Starts it. `failed` when there can be none: it could not be fetched, or broke off. */
export function startCalmThread(answered: (lines: CalmLines) => void, failed: () => void): CalmThread {
  const worker = new Worker(new URL('./calm-worker.ts', import.meta.url), { type: 'module' });
  let asked = 0;
  worker.onmessage = ({ data }: MessageEvent<CalmAnswer>) => {
    if (data.n === asked) answered(data.lines);
  };
  worker.onerror = failed;
  return {
    ask(cloth, fixed) {
      asked++;
      const { items, initiative, seats, sheet } = buildScene(cloth, fontMeasure);
      const ties = cloth.ties.map(({ id, from, to }) => ({ id, from, to }));
      const question: CalmQuestion = { n: asked, ties, ground: { items, initiative, seats, sheet }, fixed };
      worker.postMessage(question);
    },
    stop: () => worker.terminate(),
  };
}
