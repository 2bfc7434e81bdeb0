import type { StepTexts } from '../step-parts.ts';
import type { InitiativePrompt } from './rules.ts';

export const initiativeEn = {
  name: 'Initiative',
  now: {
    name: 'Choose what you really want to work on, and give it a powerful name in the middle.',
    sharpen: 'Say the name aloud. Whoever hears it, would they want to join?',
  },
  tips: [
    'One initiative on one cloth. If you have more, lay another cloth beside it.',
    'A powerful name is short and says what you want to reach, not what is wrong.',
    'The initiative holds the network together. Let it go and everything falls apart again. So take your time for it.',
    'Do many initiatives turn out to be kin? Then perhaps together they are one theme.',
  ],
  theme: {
    name: 'Theme',
    now: { name: 'Choose the theme that your kindred initiatives share, and give it a powerful name.' },
    tips: [
      'One theme on one cloth. The initiatives that belong to it may lie at the edge as ingredients.',
      'A powerful name is short and says what you want to reach, not what is wrong.',
      'The theme holds the network together. Let it go and everything falls apart again. So take your time for it.',
      'Is it one thing to begin with after all? Then make it an initiative again.',
    ],
  },
} satisfies StepTexts<InitiativePrompt>;
