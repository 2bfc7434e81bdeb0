import type { StepTexts } from '../step-parts.ts';
import type { PositionsPrompt } from './rules.ts';

export const positionsNl = {
  name: 'Posities',
  now: {
    begin: 'Ga contact voor contact na hoe iemand betrokken is, en geef de letter die daarbij past.',
    'go-on': 'Vraag door: doet deze persoon dat echt? Wie heeft er nog geen letter?',
    look: 'Kijk samen naar het geheel: wat valt op, en wie mist er nog?',
  },
} satisfies StepTexts<PositionsPrompt>;
