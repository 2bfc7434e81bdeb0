import { STEPS } from '../../../shared/method/steps.ts';
import type { StepRules } from '../step-parts.ts';

export type IngredientsPrompt = 'write' | 'quiet' | 'walk';

/** Step 2: everyone writes at their own edge all that comes up; then all read every edge. */
export const ingredientsRules: StepRules<IngredientsPrompt> = {
  step: STEPS[1],
  promptOf: (_cloth, { quiet, walk }) => (walk ? 'walk' : quiet ? 'quiet' : 'write'),
};
