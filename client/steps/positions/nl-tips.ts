import type { StepTips } from '../step-parts.ts';

export const positionsNlTips = {
  tips: [
    'Iemand kan meer dan één positie hebben; zet dan meer letters.',
    'Een letter zegt hoe het nu is. Na een gesprek kan dat anders zijn.',
    'Weet je het niet? Dan weet je wie je nog wilt spreken.',
    'Is er een positie die niemand heeft? Denk na over wie er nog niet aan tafel zit.',
    'Een tafelkleed is nooit af. Pak het na elk gesprek weer op.',
  ],
} satisfies StepTips;
