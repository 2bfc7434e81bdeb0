import { type CalmLines, calmLines } from '../../../shared/layout/calm/calm.ts';
import type { Ground, Joined } from '../../../shared/layout/routing/network.ts';

/** What the page asks: where could these connectors lie? `fixed` stay where they are. */
export interface CalmQuestion {
  readonly n: number;
  readonly ties: readonly Joined[];
  readonly ground: Ground;
  readonly fixed: ReadonlySet<string>;
}

export interface CalmAnswer {
  readonly n: number;
  readonly lines: CalmLines;
}

// A thread of its own: half a second of work would hold up everyone's drags.
addEventListener('message', ({ data: { n, ties, ground, fixed } }: MessageEvent<CalmQuestion>) => {
  const answer: CalmAnswer = { n, lines: calmLines(ties, ground, { fixed }) };
  postMessage(answer);
});
