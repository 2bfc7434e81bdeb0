/** What is said when something cannot be done: what happened, and what to do now. */
export const problemsNl = {
  problems: {
    network: 'Er is geen verbinding met de server. Probeer het zo nog eens.',
    busy: 'Het is even te druk. Wacht een halve minuut en probeer het opnieuw.',
    forbidden: 'Met deze link mag dat niet.',
    anothersCloth: 'Dit eigen kleed is op een ander apparaat begonnen. Vraag de begeleider om de link ervan.',
    badCode: 'Deze code kennen we niet, of hij is verlopen. Kijk nog eens goed op het scherm, of vraag een nieuwe.',
    tooManyTries:
      'Er is net heel vaak achter elkaar een code ingevuld, hier of door anderen. Wacht even en probeer het dan opnieuw.',
    server: 'De server gaf een fout. Probeer het zo nog eens.',
    tooLarge: 'Dat is te veel in één keer. Er is niets veranderd.',
    panelBroke:
      'Een deel van het scherm doet het even niet. Het kleed is er nog; laad opnieuw om alles terug te krijgen.',
    partMissing: 'Dit deel kwam niet mee; misschien is er een nieuwe versie. Laad opnieuw: wat bewaard is, blijft.',
    unexpected: 'Er ging iets mis. Wat er ligt, blijft liggen.',
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
