import type { StepTexts } from '../step-parts.ts';
import type { InitiativePrompt } from './rules.ts';

export const initiativeNl = {
  name: 'Initiatief',
  now: {
    name: 'Kies waar jullie echt mee aan de slag willen, en geef het een krachtige naam in het midden.',
    sharpen: 'Zeg de naam eens hardop. Wie dit hoort, wil die meedoen?',
  },
  tips: [
    'Eén initiatief op één kleed. Hebben jullie er meer, leg er dan een kleed naast.',
    'Een krachtige naam is kort en zegt wat je wilt bereiken, niet wat er mis is.',
    'Het initiatief houdt het netwerk bij elkaar. Laat je het los, dan valt alles weer uiteen. Neem er dus de tijd voor.',
    'Blijken veel initiatieven familie van elkaar? Dan is het misschien samen één thema.',
  ],
} satisfies StepTexts<InitiativePrompt>;
