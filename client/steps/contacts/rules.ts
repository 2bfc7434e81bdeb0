import { STEPS } from '../../../shared/method/steps.ts';
import type { StepRules } from '../step-parts.ts';

export type ContactsPrompt = 'none' | 'prepare';

/** Step 4: for each connector an approach, alone or as a group, and a story of its own. */
export const contactsRules: StepRules<ContactsPrompt> = {
  step: STEPS[3],
  promptOf: ({ items }) => (items.some(({ kind }) => kind === 'connector') ? 'prepare' : 'none'),
};
