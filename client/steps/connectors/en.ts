import type { StepTexts } from '../step-parts.ts';
import type { ConnectorsPrompt } from './rules.ts';

export const connectorsEn = {
  name: 'Connectors',
  now: {
    first: 'Who relates an ingredient to the initiative? Put them on the cloth, by name.',
    tie: 'Draw lines: from an ingredient, through a connector, to the initiative.',
    ask: 'Everything hangs together. Look once more: is every connector really involved?',
  },
  tips: [
    'Look at what someone really does, not at what would belong to the job.',
    'Call people by their name: not “the management”, but who there?',
    'Sometimes a connector is not a person but a place or a list that brings people together.',
    'Do you mostly hope that someone is involved? Then draw the line as an expectation.',
    'An ingredient without a connector is no mistake, but a question to take along.',
  ],
  theme: {
    now: {
      first: 'Who relates an ingredient to the theme? Put them on the cloth, by name.',
      tie: 'Draw lines: from an ingredient, through a connector, to the theme.',
    },
  },
} satisfies StepTexts<ConnectorsPrompt>;
