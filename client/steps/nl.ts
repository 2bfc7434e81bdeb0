import type { StepId } from '../../shared/method/steps.ts';
import { connectorsNl } from './connectors/nl.ts';
import { contactsNl } from './contacts/nl.ts';
import { ingredientsNl } from './ingredients/nl.ts';
import { initiativeNl } from './initiative/nl.ts';
import { positionsNl } from './positions/nl.ts';
import type { StepTexts } from './step-parts.ts';

/** What each step says in Dutch. */
export const stepsNl: Readonly<Record<StepId, StepTexts>> = {
  initiative: initiativeNl,
  ingredients: ingredientsNl,
  connectors: connectorsNl,
  contacts: contactsNl,
  positions: positionsNl,
};
