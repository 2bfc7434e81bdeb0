import type { StepTexts } from '../step-parts.ts';
import type { IngredientsPrompt } from './rules.ts';

export const ingredientsNl = {
  name: 'Ingrediënten',
  now: {
    write: 'Schrijf aan je eigen rand alles wat je te binnen schiet en erbij betrokken is.',
    quiet: 'Stil schrijven: ieder aan de eigen rand, zonder overleg.',
    walk: 'Lees wat er aan elke rand staat, en vraag naar wat je niet begrijpt.',
  },
} satisfies StepTexts<IngredientsPrompt>;
