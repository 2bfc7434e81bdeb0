import type { StepTips } from '../step-parts.ts';

export const initiativeNlTips = {
  tips: [
    'Eén initiatief op één kleed. Hebben jullie er meer, leg er dan een kleed naast.',
    'Een krachtige naam is kort en zegt wat je wilt bereiken, niet wat er mis is.',
    'Het initiatief houdt het netwerk bij elkaar. Laat je het los, dan valt alles weer uiteen. Neem er dus de tijd voor.',
    'Blijken veel initiatieven familie van elkaar? Dan is het misschien samen één thema.',
  ],
  theme: [
    'Eén thema op één kleed. De initiatieven die erbij horen, mogen als ingrediënt aan de rand.',
    'Een krachtige naam is kort en zegt wat je wilt bereiken, niet wat er mis is.',
    'Het thema houdt het netwerk bij elkaar. Laat je het los, dan valt alles weer uiteen. Neem er dus de tijd voor.',
    'Is het toch één ding om mee te beginnen? Maak er dan weer een initiatief van.',
  ],
} satisfies StepTips;
