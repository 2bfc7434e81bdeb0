import type { StepTexts } from '../step-parts.ts';
import type { InitiativePrompt } from './rules.ts';

export const initiativeNl = {
  name: 'Initiatief',
  now: {
    name: 'Kies waar jullie echt mee aan de slag willen, en geef het een krachtige naam in het midden.',
    sharpen: 'Zeg de naam eens hardop. Wie dit hoort, wil die meedoen?',
  },
  theme: {
    name: 'Thema',
    now: { name: 'Kies het thema dat jullie verwante initiatieven verbindt, en geef het een krachtige naam.' },
  },
} satisfies StepTexts<InitiativePrompt>;
