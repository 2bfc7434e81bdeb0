import type { StepTexts } from '../step-parts.ts';
import type { IngredientsPrompt } from './rules.ts';

export const ingredientsNl = {
  name: 'Ingrediënten',
  now: {
    write: 'Schrijf aan je eigen rand alles wat je te binnen schiet en erbij betrokken is.',
    quiet: 'Stil schrijven: ieder aan de eigen rand, zonder overleg.',
    walk: 'Lees wat er aan elke rand staat, en vraag naar wat je niet begrijpt.',
  },
  tips: [
    'Alles telt: mensen, ideeën, plekken, spullen, software, herinneringen, beelden.',
    'Overleg nog niet en breng nog geen orde aan. Laat het komen zoals het komt.',
    'Staat hetzelfde er vaker? Prima: wat vaker komt, leeft.',
    'Neem ruim de tijd. Na de eerste stilte komt vaak het mooiste.',
    'Klaar? Loop samen rond de tafel en lees elke rand. Een korte vraag mag altijd.',
  ],
} satisfies StepTexts<IngredientsPrompt>;
