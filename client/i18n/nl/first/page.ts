/** Texts of what a page says whether or not a cloth comes: loading, arriving, what went wrong. */
export const pageNl = {
  app: {
    name: 'Tafelkleed',
    tagline: 'Breng samen in beeld wie en wat bij een initiatief betrokken is.',
    language: 'Taal',
    languages: { nl: 'Nederlands', en: 'English' },
    skipToCloth: 'Naar het tafelkleed',
    loading: 'Het tafelkleed wordt neergelegd…',
    newVersion: 'Er is een nieuwe versie van Tafelkleed. Je krijgt hem vanzelf als je van deze pagina weggaat.',
  },
  arrival: {
    title: 'Welkom aan tafel',
    at: (title: string) => `Je schuift aan bij “${title}”.`,
    atUntitled: 'Je schuift aan bij een nieuw tafelkleed.',
    name: 'Hoe heet je?',
    expected: 'Er ligt een plek klaar voor:',
    otherName: 'Of vul je naam in',
    hint: 'De anderen zien je naam bij je plek.',
    submit: 'Schuif aan',
    needName: 'Vul een naam in, dan krijg je een plek.',
    writeAlong: 'Onder welke naam schrijf je mee?',
    later: 'Nu niet',
    movedTitle: 'Je plek is verhuisd',
    moved: 'Ze is nu op een ander apparaat, of iemand anders zit er. Hier kun je haar terugvragen.',
    isItYou: (name: string) => `Ben jij ${name}?`,
    isItYouHint: (name: string) =>
      `${name} heeft al een plek, op een ander apparaat. Ben jij dat, dan ga je daar verder.`,
    takeSeat: 'Ja, neem mijn plek',
    another: (name: string) => `Nee, ik ben een andere ${name}`,
    otherNameInstead: 'Vul een andere naam in',
    waiting: (name: string) =>
      `Er zit nu iemand op de plek van ${name}. Daar is gevraagd of jij het bent. Wie begeleidt kan het ook regelen.`,
    refused: (name: string) =>
      `Daar zit ${name} zelf. Vraag wie begeleidt, of schuif aan onder een naam die jullie uit elkaar houdt.`,
    claimed: (name: string) => `Iemand op een ander apparaat zegt ${name} te zijn. Ben je van apparaat gewisseld?`,
    giveSeat: 'Ja, ik ga daar verder',
    keepSeat: 'Nee, ik zit hier',
  },
  gone: {
    home: 'Naar het begin',
    again: 'Probeer opnieuw',
    keep: 'Bewaar mijn kopie als bestand',
    pageTitle: 'Hier ligt niets',
    page: 'Dit adres kennen we niet. Misschien mist er een stukje van de link.',
    noKeyTitle: 'Deze link is niet compleet',
    noKey: 'Het laatste stuk van de link, na het #-teken, ontbreekt. Vraag de begeleider om de hele link of de code.',
    wrongKeyTitle: 'Deze link werkt niet (meer)',
    wrongKey: 'Misschien is er een nieuwe link gemaakt. Vraag de begeleider om de nieuwste link of de code.',
    missingTitle: 'Dit tafelkleed is er niet',
    missing: 'Het is opgeruimd, of de link klopt niet helemaal.',
    offlineTitle: 'Geen verbinding',
    offline:
      'Dit tafelkleed is op dit apparaat nog niet eerder geopend, dus er is verbinding nodig om het te laten zien.',
    fullTitle: 'Het is even te druk',
    full: 'De server kan nu niemand meer aannemen. Probeer het over een minuut opnieuw.',
    oddTitle: 'Dat ging niet goed',
    odd: 'Er ging iets mis bij het openen. Wat jullie schreven is niet weg.',
    crashTitle: 'Er ging iets mis op deze pagina',
    crash: 'Laad de pagina opnieuw en ga verder waar je was. Alles wat bewaard was, is er nog.',
    reload: 'Laad opnieuw',
    detail: 'Technische melding',
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
  },
};
