import type { StepTexts } from '../step-parts.ts';
import type { InitiativePrompt } from './rules.ts';

export const initiativeEn = {
  name: 'Initiative',
  now: {
    name: 'Choose what you really want to work on, and give it a powerful name in the middle.',
    sharpen: 'Say the name aloud. Whoever hears it, would they want to join?',
  },
  theme: {
    name: 'Theme',
    now: { name: 'Choose the theme that your kindred initiatives share, and give it a powerful name.' },
  },
} satisfies StepTexts<InitiativePrompt>;
