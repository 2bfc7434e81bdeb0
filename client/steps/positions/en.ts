import type { StepTexts } from '../step-parts.ts';
import type { PositionsPrompt } from './rules.ts';

export const positionsEn = {
  name: 'Positions',
  now: {
    begin: 'Go contact by contact: how is someone involved? Give the letter that fits.',
    'go-on': 'Keep asking: does this person really do that? Who has no letter yet?',
    look: 'Look at the whole together: what stands out, and who is still missing?',
  },
  tips: [
    'Someone can hold more than one position; then give more letters.',
    'A letter says how it is now. After a conversation that may be different.',
    'Not sure? Then you know whom you still want to talk to.',
    'Is there a position that nobody holds? Think of who is not at the table yet.',
    'A tablecloth is never finished. Take it up again after every conversation.',
  ],
} satisfies StepTexts<PositionsPrompt>;
