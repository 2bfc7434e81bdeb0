import type { StepTexts } from '../step-parts.ts';
import type { ConnectorsPrompt } from './rules.ts';

export const connectorsEn = {
  name: 'Connectors',
  now: {
    first: 'Who relates an ingredient to the initiative? Put them on the cloth, by name.',
    tie: 'Draw lines: from an ingredient, through a connector, to the initiative.',
    ask: 'Everything hangs together. Look once more: is every connector really involved?',
  },
  theme: {
    now: {
      first: 'Who relates an ingredient to the theme? Put them on the cloth, by name.',
      tie: 'Draw lines: from an ingredient, through a connector, to the theme.',
    },
  },
} satisfies StepTexts<ConnectorsPrompt>;
