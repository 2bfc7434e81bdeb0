import { STEPS } from '../../../shared/method/steps.ts';
import type { StepRules } from '../step-parts.ts';

export type PositionsPrompt = 'begin' | 'go-on' | 'look';

/** Step 5: contact by contact, who is actually involved, and in which of the five positions. */
export const positionsRules: StepRules<PositionsPrompt> = {
  step: STEPS[4],
  promptOf({ items }) {
    if (!items.some(({ positions }) => positions.length > 0)) return 'begin';
    const open = items.some(({ kind, positions }) => kind === 'connector' && positions.length === 0);
    return open ? 'go-on' : 'look';
  },
};
