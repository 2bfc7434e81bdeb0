import type { StepTexts } from '../step-parts.ts';
import type { ConnectorsPrompt } from './rules.ts';

export const connectorsNl = {
  name: 'Schakels',
  now: {
    first: 'Wie legt de relatie tussen een ingrediënt en het initiatief? Zet die met naam op het kleed.',
    tie: 'Trek lijnen: van een ingrediënt, via een schakel, naar het initiatief.',
    ask: 'Alles hangt aan elkaar. Kijk nog eens: is elke schakel er echt bij betrokken?',
  },
  theme: {
    now: {
      first: 'Wie legt de relatie tussen een ingrediënt en het thema? Zet die met naam op het kleed.',
      tie: 'Trek lijnen: van een ingrediënt, via een schakel, naar het thema.',
    },
  },
} satisfies StepTexts<ConnectorsPrompt>;
