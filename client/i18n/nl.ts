import { canvasNl } from './nl/canvas.ts';
import { clothNl } from './nl/cloth.ts';
import { commonsNl } from './nl/commons.ts';
import { dialogsNl } from './nl/dialogs.ts';
import { firstNl } from './nl/first.ts';
import { growthNl } from './nl/growth.ts';
import { involvementNl } from './nl/involvement.ts';
import { manageNl } from './nl/manage.ts';
import { momentsNl } from './nl/moments.ts';
import { networkNl } from './nl/network.ts';
import { photoNl } from './nl/photo.ts';
import { placesNl } from './nl/places.ts';
import { problemsNl } from './nl/problems.ts';
import { stepsNl } from './nl/steps.ts';
import { themeSheetNl } from './nl/theme-sheet.ts';
import { togetherNl } from './nl/together.ts';
import { walkNl } from './nl/walk.ts';
import { over } from './over.ts';

/** What is not said before a panel or a dialog is opened, or on other pages. */
const rest = {
  ...placesNl,
  ...clothNl,
  ...canvasNl,
  ...commonsNl,
  ...dialogsNl,
  ...growthNl,
  ...involvementNl,
  ...manageNl,
  ...momentsNl,
  ...networkNl,
  ...photoNl,
  ...problemsNl,
  ...stepsNl,
  ...walkNl,
  ...themeSheetNl,
  ...togetherNl,
};

/** Every text of the interface in Dutch, and by its type the list of what each other language must have. */
export const nl = over(firstNl, rest);

export type Texts = typeof nl;
export type RestOfTexts = typeof rest;
