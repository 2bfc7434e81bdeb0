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
  crowded: {
    cloth: 'Er is nu geen plek op dit tafelkleed',
    server: 'De server heeft nu geen plek',
    comesIn:
      'Er zijn op dit moment zoveel mensen dat er niemand meer bij kan. Deze pagina probeert het steeds opnieuw, en zodra er plek is verschijnt het tafelkleed.',
  },
  closed: {
    unauthorised: {
      title: 'Deze link werkt niet meer',
      text: 'De begeleider heeft een nieuwe link gemaakt. Vraag die, of de code.',
    },
    forbidden: {
      title: 'Met deze link kun je alleen kijken',
      text: 'Deze pagina probeerde iets te veranderen en is losgekoppeld.',
    },
    missing: {
      title: 'Dit tafelkleed is opgeruimd',
      text: 'Het staat niet meer op de server. Op dit apparaat is nog een kopie.',
    },
    forGood: {
      title: 'Dit tafelkleed is gesloten',
      text: 'Het staat niet meer op de server. Op dit apparaat is nog een kopie.',
    },
    tooLarge: {
      title: 'Dat was te veel in één keer',
      text: 'De laatste wijziging was te groot om te versturen. Bewaar je kopie en laad de pagina opnieuw.',
    },
    full: {
      title: 'Dit tafelkleed is vol',
      text: 'Er kan niets meer bij. Wat je het laatst schreef staat alleen nog op dit apparaat. Bewaar je kopie en begin samen een nieuw tafelkleed.',
    },
    tooOld: { title: 'Er is een nieuwe versie', text: 'Laad de pagina opnieuw om verder te gaan.' },
    tooManyMessages: {
      title: 'Even rust',
      text: 'Deze pagina stuurde te veel tegelijk en is losgekoppeld. Laad de pagina opnieuw.',
    },
    other: { title: 'De verbinding is gesloten', text: 'Bewaar zo nodig je kopie en laad de pagina opnieuw.' },
    withoutHidden: 'De woorden van anderen zijn nog verborgen: die staan niet in jouw kopie.',
    look: 'Blijf kijken',
  },
};
