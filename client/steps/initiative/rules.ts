import { STEPS } from '../../../shared/method/steps.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import type { StepRules } from '../step-parts.ts';

export type InitiativePrompt = 'name' | 'sharpen';

/** Step 1: one initiative that the group really wants gets a powerful name, in the middle. */
export const initiativeRules: StepRules<InitiativePrompt> = {
  step: STEPS[0],
  promptOf: ({ initiative }) => (isBlank(initiative) ? 'name' : 'sharpen'),
};
