/** What is said when something cannot be done: what happened, and what to do now. */
export const problemsNl = {
  problems: {
    file: {
      tooLarge: 'Dit bestand is te groot om een tafelkleed te zijn.',
      noJson: 'Dit bestand is beschadigd of geen tafelkleedbestand.',
      noCloth: 'Dit is geen tafelkleedbestand. Zo’n bestand eindigt op .tafelkleed.json.',
      newerVersion:
        'Dit bestand is gemaakt met een nieuwere Tafelkleed. Laad deze pagina opnieuw en probeer het nog eens.',
      malformed: (where: string) => `Er klopt iets niet in dit bestand (bij ${where}). Er is niets veranderd.`,
      unreadable: 'Dit bestand kon niet gelezen worden.',
    },
  },
};
