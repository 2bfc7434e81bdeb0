import type { StepTexts } from '../step-parts.ts';
import type { PositionsPrompt } from './rules.ts';

export const positionsNl = {
  name: 'Posities',
  now: {
    begin: 'Ga contact voor contact na hoe iemand betrokken is, en geef de letter die daarbij past.',
    'go-on': 'Vraag door: doet deze persoon dat echt? Wie heeft er nog geen letter?',
    look: 'Kijk samen naar het geheel: wat valt op, en wie mist er nog?',
  },
  tips: [
    'Iemand kan meer dan één positie hebben; zet dan meer letters.',
    'Een letter zegt hoe het nu is. Na een gesprek kan dat anders zijn.',
    'Weet je het niet? Dan weet je wie je nog wilt spreken.',
    'Is er een positie die niemand heeft? Denk na over wie er nog niet aan tafel zit.',
    'Een tafelkleed is nooit af. Pak het na elk gesprek weer op.',
  ],
} satisfies StepTexts<PositionsPrompt>;
