import { themeSheet } from '../scene/theme-sheet.ts';
import { paintBoxes } from './boxes.ts';

/** What is printed on a theme sheet: how it is laid and how it is painted. For a page that fetches it when it shows one. */
export const THEME_PRINT = { lay: themeSheet, paint: paintBoxes } as const;
