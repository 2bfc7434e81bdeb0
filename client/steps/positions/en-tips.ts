import type { StepTips } from '../step-parts.ts';

export const positionsEnTips = {
  tips: [
    'Someone can hold more than one position; then give more letters.',
    'A letter says how it is now. After a conversation that may be different.',
    'Not sure? Then you know whom you still want to talk to.',
    'Is there a position that nobody holds? Think of who is not at the table yet.',
    'A tablecloth is never finished. Take it up again after every conversation.',
  ],
} satisfies StepTips;
