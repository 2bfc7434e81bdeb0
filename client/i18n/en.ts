import { canvasEn } from './en/canvas.ts';
import { clothEn } from './en/cloth.ts';
import { commonsEn } from './en/commons.ts';
import { dialogsEn } from './en/dialogs.ts';
import { firstEn } from './en/first.ts';
import { growthEn } from './en/growth.ts';
import { involvementEn } from './en/involvement.ts';
import { manageEn } from './en/manage.ts';
import { momentsEn } from './en/moments.ts';
import { networkEn } from './en/network.ts';
import { photoEn } from './en/photo.ts';
import { placesEn } from './en/places.ts';
import { problemsEn } from './en/problems.ts';
import { stepsEn } from './en/steps.ts';
import { themeSheetEn } from './en/theme-sheet.ts';
import { togetherEn } from './en/together.ts';
import { walkEn } from './en/walk.ts';
import type { RestOfTexts, Texts } from './nl.ts';
import { over } from './over.ts';

const rest: RestOfTexts = {
  ...placesEn,
  ...clothEn,
  ...canvasEn,
  ...commonsEn,
  ...dialogsEn,
  ...growthEn,
  ...involvementEn,
  ...manageEn,
  ...momentsEn,
  ...networkEn,
  ...photoEn,
  ...problemsEn,
  ...stepsEn,
  ...walkEn,
  ...themeSheetEn,
  ...togetherEn,
};

/** Every text of the interface in English. A text that Dutch has and this has not fails the build. */
export const en: Texts = over(firstEn, rest);
