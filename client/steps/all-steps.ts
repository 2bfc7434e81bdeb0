import type { StepId } from '../../shared/method/steps.ts';
import { stepOf } from '../../shared/method/steps.ts';
import type { StepNumber } from '../../shared/model/schema.ts';
import { part } from '../panels/part.ts';
import { connectorsEn } from './connectors/en.ts';
import { connectorsNl } from './connectors/nl.ts';
import { connectorsRules } from './connectors/rules.ts';
import { contactsEn } from './contacts/en.ts';
import { contactsNl } from './contacts/nl.ts';
import { contactsRules } from './contacts/rules.ts';
import { ingredientsEn } from './ingredients/en.ts';
import { ingredientsNl } from './ingredients/nl.ts';
import { ingredientsRules } from './ingredients/rules.ts';
import { initiativeEn } from './initiative/en.ts';
import { initiativeNl } from './initiative/nl.ts';
import { initiativeRules } from './initiative/rules.ts';
import { positionsEn } from './positions/en.ts';
import { positionsNl } from './positions/nl.ts';
import { positionsRules } from './positions/rules.ts';
import type { StepParts } from './step-parts.ts';

/** The five steps with all that belongs to each. */
export const STEP_PARTS: Readonly<Record<StepId, StepParts>> = {
  initiative: {
    rules: initiativeRules,
    texts: { nl: initiativeNl, en: initiativeEn },
    Screen: part(() => import('./initiative/Screen.tsx')),
  },
  ingredients: {
    rules: ingredientsRules,
    texts: { nl: ingredientsNl, en: ingredientsEn },
    Screen: part(() => import('./ingredients/Screen.tsx')),
  },
  connectors: {
    rules: connectorsRules,
    texts: { nl: connectorsNl, en: connectorsEn },
    Screen: part(() => import('./connectors/Screen.tsx')),
  },
  contacts: {
    rules: contactsRules,
    texts: { nl: contactsNl, en: contactsEn },
    Screen: part(() => import('./contacts/Screen.tsx')),
  },
  positions: {
    rules: positionsRules,
    texts: { nl: positionsNl, en: positionsEn },
    Screen: part(() => import('./positions/Screen.tsx')),
  },
};

export function partsOf(step: StepNumber): StepParts {
  return STEP_PARTS[stepOf(step).id];
}
