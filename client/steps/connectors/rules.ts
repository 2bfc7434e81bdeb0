import { STEPS } from '../../../shared/method/steps.ts';
import type { StepRules } from '../step-parts.ts';

export type ConnectorsPrompt = 'first' | 'tie' | 'ask';

/** Step 3: who, by name, can relate ingredients to the initiative; drawn as ingredient, connector, initiative. */
export const connectorsRules: StepRules<ConnectorsPrompt> = {
  step: STEPS[2],
  promptOf({ items, ties }) {
    if (!items.some(({ kind }) => kind === 'connector')) return 'first';
    const tied = new Set(ties.flatMap(({ from, to }) => [from, to]));
    return items.every(({ id }) => tied.has(id)) ? 'ask' : 'tie';
  },
};
