import type { StepTexts } from '../step-parts.ts';
import type { PositionsPrompt } from './rules.ts';

export const positionsEn = {
  name: 'Positions',
  now: {
    begin: 'Go contact by contact: how is someone involved? Give the letter that fits.',
    'go-on': 'Keep asking: does this person really do that? Who has no letter yet?',
    look: 'Look at the whole together: what stands out, and who is still missing?',
  },
} satisfies StepTexts<PositionsPrompt>;
