import type { StepId } from '../../shared/method/steps.ts';
import { connectorsNlTips } from './connectors/nl-tips.ts';
import { contactsNlTips } from './contacts/nl-tips.ts';
import { ingredientsNlTips } from './ingredients/nl-tips.ts';
import { initiativeNlTips } from './initiative/nl-tips.ts';
import { positionsNlTips } from './positions/nl-tips.ts';
import type { StepTips } from './step-parts.ts';

/** What the method advises in each step, in Dutch. */
export const tipsNl: Readonly<Record<StepId, StepTips>> = {
  initiative: initiativeNlTips,
  ingredients: ingredientsNlTips,
  connectors: connectorsNlTips,
  contacts: contactsNlTips,
  positions: positionsNlTips,
};
