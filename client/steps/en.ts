import type { StepId } from '../../shared/method/steps.ts';
import { connectorsEn } from './connectors/en.ts';
import { contactsEn } from './contacts/en.ts';
import { ingredientsEn } from './ingredients/en.ts';
import { initiativeEn } from './initiative/en.ts';
import { positionsEn } from './positions/en.ts';
import type { StepTexts } from './step-parts.ts';

/** What each step says in English. */
export const stepsEn: Readonly<Record<StepId, StepTexts>> = {
  initiative: initiativeEn,
  ingredients: ingredientsEn,
  connectors: connectorsEn,
  contacts: contactsEn,
  positions: positionsEn,
};
