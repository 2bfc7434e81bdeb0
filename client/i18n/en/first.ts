import type { FirstTexts } from '../nl/first.ts';
import { clothEn } from './first/cloth.ts';
import { pageEn } from './first/page.ts';
import { sessionEn } from './first/session.ts';
import { themeEn } from './first/theme.ts';

/** The texts that a cloth's page needs to be shown, in English. */
export const firstEn: FirstTexts = { ...pageEn, ...clothEn, ...sessionEn };

/** The same, with what of all texts reads otherwise where a theme lies in the middle. */
export const beginEn = { first: firstEn, theme: themeEn };
