import type { StepTips } from '../step-parts.ts';

export const ingredientsNlTips = {
  tips: [
    'Alles telt: mensen, ideeën, plekken, spullen, software, herinneringen, beelden.',
    'Overleg nog niet en breng nog geen orde aan. Laat het komen zoals het komt.',
    'Staat hetzelfde er vaker? Prima: wat vaker komt, leeft.',
    'Neem ruim de tijd. Na de eerste stilte komt vaak het mooiste.',
    'Klaar? Loop samen rond de tafel en lees elke rand. Een korte vraag mag altijd.',
  ],
} satisfies StepTips;
