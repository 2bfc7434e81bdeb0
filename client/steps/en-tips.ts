import type { StepId } from '../../shared/method/steps.ts';
import { connectorsEnTips } from './connectors/en-tips.ts';
import { contactsEnTips } from './contacts/en-tips.ts';
import { ingredientsEnTips } from './ingredients/en-tips.ts';
import { initiativeEnTips } from './initiative/en-tips.ts';
import { positionsEnTips } from './positions/en-tips.ts';
import type { StepTips } from './step-parts.ts';

/** What the method advises in each step, in English. */
export const tipsEn: Readonly<Record<StepId, StepTips>> = {
  initiative: initiativeEnTips,
  ingredients: ingredientsEnTips,
  connectors: connectorsEnTips,
  contacts: contactsEnTips,
  positions: positionsEnTips,
};
