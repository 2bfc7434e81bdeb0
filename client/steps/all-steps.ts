import type { StepId } from '../../shared/method/steps.ts';
import { stepOf } from '../../shared/method/steps.ts';
import type { StepNumber } from '../../shared/model/schema.ts';
import { part } from '../panels/part.ts';
import { connectorsRules } from './connectors/rules.ts';
import { contactsRules } from './contacts/rules.ts';
import { ingredientsRules } from './ingredients/rules.ts';
import { initiativeRules } from './initiative/rules.ts';
import { positionsRules } from './positions/rules.ts';
import type { StepParts } from './step-parts.ts';

/** The five steps with all that belongs to each but its words: those come in the reader's language only (`step-book.ts`). */
export const STEP_PARTS: Readonly<Record<StepId, StepParts>> = {
  initiative: {
    rules: initiativeRules,
    Screen: part(() => import('./initiative/Screen.tsx')),
  },
  ingredients: {
    rules: ingredientsRules,
    Screen: part(() => import('./ingredients/Screen.tsx')),
  },
  connectors: {
    rules: connectorsRules,
    Screen: part(() => import('./connectors/Screen.tsx')),
  },
  contacts: {
    rules: contactsRules,
    Screen: part(() => import('./contacts/Screen.tsx')),
  },
  positions: {
    rules: positionsRules,
    Screen: part(() => import('./positions/Screen.tsx')),
  },
};

export function partsOf(step: StepNumber): StepParts {
  return STEP_PARTS[stepOf(step).id];
}
