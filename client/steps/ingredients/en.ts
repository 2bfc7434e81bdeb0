import type { StepTexts } from '../step-parts.ts';
import type { IngredientsPrompt } from './rules.ts';

export const ingredientsEn = {
  name: 'Ingredients',
  now: {
    write: 'At your own edge, write everything that comes to mind and is involved.',
    quiet: 'Quiet writing: everyone at their own edge, without talking.',
    walk: 'Read what stands at each edge, and ask about what you do not understand.',
  },
  tips: [
    'Everything counts: people, ideas, places, things, software, memories, images.',
    'Do not discuss or sort anything yet. Let it come as it comes.',
    'The same thing more than once? Fine: what comes back is alive.',
    'Take plenty of time. The best often comes after the first silence.',
    'Done? Walk round the table together and read every edge. A short question is always welcome.',
  ],
} satisfies StepTexts<IngredientsPrompt>;
