import { clothNl } from './first/cloth.ts';
import { pageNl } from './first/page.ts';
import { sessionNl } from './first/session.ts';
import { themeNl } from './first/theme.ts';

/**
 * The texts that a cloth's page needs to be shown, in Dutch: they come before anything else, so what only a panel or a dialog
 * says stands in the other files. A section may have some of its texts here and the rest there.
 */
export const firstNl = { ...pageNl, ...clothNl, ...sessionNl };

/** What each language has for a cloth's first screen. */
export type FirstTexts = typeof firstNl;

/** The same, with what of all texts reads otherwise where a theme lies in the middle. */
export const beginNl = { first: firstNl, theme: themeNl };
