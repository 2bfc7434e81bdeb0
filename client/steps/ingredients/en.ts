import type { StepTexts } from '../step-parts.ts';
import type { IngredientsPrompt } from './rules.ts';

export const ingredientsEn = {
  name: 'Ingredients',
  now: {
    write: 'At your own edge, write everything that comes to mind and is involved.',
    quiet: 'Quiet writing: everyone at their own edge, without talking.',
    walk: 'Read what stands at each edge, and ask about what you do not understand.',
  },
} satisfies StepTexts<IngredientsPrompt>;
