import type { StepTips } from '../step-parts.ts';

export const connectorsNlTips = {
  tips: [
    'Kijk naar wat iemand werkelijk doet, niet naar wat bij de functie zou horen.',
    'Noem iemand bij naam: niet “de directie”, maar wie daar?',
    'Soms is een schakel geen mens maar een plek of een lijst die mensen bij elkaar brengt.',
    'Hoop je vooral dat iemand betrokken is? Teken de lijn dan als verwachting.',
    'Een ingrediënt zonder schakel is geen fout, maar een vraag om mee te nemen.',
  ],
} satisfies StepTips;
