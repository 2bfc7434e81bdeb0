import type { StepTips } from '../step-parts.ts';

export const ingredientsEnTips = {
  tips: [
    'Everything counts: people, ideas, places, things, software, memories, images.',
    'Do not discuss or sort anything yet. Let it come as it comes.',
    'The same thing more than once? Fine: what comes back is alive.',
    'Take plenty of time. The best often comes after the first silence.',
    'Done? Walk round the table together and read every edge. A short question is always welcome.',
  ],
} satisfies StepTips;
