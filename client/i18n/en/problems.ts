import type { problemsNl } from '../nl/problems.ts';

/** English for when something cannot be done. */
export const problemsEn: typeof problemsNl = {
  problems: {
    file: {
      tooLarge: 'This file is too large to be a tablecloth.',
      noJson: 'This file is damaged or not a tablecloth file.',
      noCloth: 'This is not a tablecloth file. Such a file ends in .tafelkleed.json.',
      newerVersion: 'This file was made with a newer Tafelkleed. Load this page again and retry.',
      malformed: (where: string) => `Something in this file is not right (at ${where}). Nothing has changed.`,
      unreadable: 'This file could not be read.',
    },
  },
};
