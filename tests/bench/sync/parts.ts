import type { Table } from '../table.ts';
import { joinsPart } from './part-joins.ts';
import { loadPart } from './part-load.ts';
import { memoryPart } from './part-memory.ts';
import { scalePart } from './part-scale.ts';
import { strangersPart } from './part-strangers.ts';
import { workPart } from './part-work.ts';

/** What is measured, in the order of the report. */
export const PARTS = ['work', 'load', 'memory', 'joins', 'strangers', 'scale'] as const;
export type PartName = (typeof PARTS)[number];

/** Each measures in so many rounds, where the contenders take turns, and says what came out. */
export const parts: Record<PartName, (rounds: number) => Promise<readonly Table[]>> = {
  work: workPart,
  load: loadPart,
  memory: memoryPart,
  joins: joinsPart,
  strangers: strangersPart,
  scale: scalePart,
};
