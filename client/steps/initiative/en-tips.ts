import type { StepTips } from '../step-parts.ts';

export const initiativeEnTips = {
  tips: [
    'One initiative on one cloth. If you have more, lay another cloth beside it.',
    'A powerful name is short and says what you want to reach, not what is wrong.',
    'The initiative holds the network together. Let it go and everything falls apart again. So take your time for it.',
    'Do many initiatives turn out to be kin? Then perhaps together they are one theme.',
  ],
  theme: [
    'One theme on one cloth. The initiatives that belong to it may lie at the edge as ingredients.',
    'A powerful name is short and says what you want to reach, not what is wrong.',
    'The theme holds the network together. Let it go and everything falls apart again. So take your time for it.',
    'Is it one thing to begin with after all? Then make it an initiative again.',
  ],
} satisfies StepTips;
