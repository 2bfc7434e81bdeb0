import type { StepTexts } from '../step-parts.ts';
import type { ConnectorsPrompt } from './rules.ts';

export const connectorsNl = {
  name: 'Schakels',
  now: {
    first: 'Wie legt de relatie tussen een ingrediënt en het initiatief? Zet die met naam op het kleed.',
    tie: 'Trek lijnen: van een ingrediënt, via een schakel, naar het initiatief.',
    ask: 'Alles hangt aan elkaar. Kijk nog eens: is elke schakel er echt bij betrokken?',
  },
  tips: [
    'Kijk naar wat iemand werkelijk doet, niet naar wat bij de functie zou horen.',
    'Noem iemand bij naam: niet “de directie”, maar wie daar?',
    'Soms is een schakel geen mens maar een plek of een lijst die mensen bij elkaar brengt.',
    'Hoop je vooral dat iemand betrokken is? Teken de lijn dan als verwachting.',
    'Een ingrediënt zonder schakel is geen fout, maar een vraag om mee te nemen.',
  ],
  theme: {
    now: {
      first: 'Wie legt de relatie tussen een ingrediënt en het thema? Zet die met naam op het kleed.',
      tie: 'Trek lijnen: van een ingrediënt, via een schakel, naar het thema.',
    },
  },
} satisfies StepTexts<ConnectorsPrompt>;
