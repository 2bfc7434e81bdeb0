/** Texts of the running session: its step, its time, and leading. */
export const sessionNl = {
  steps: {
    title: 'Stappen',
    named: (n: number, name: string) => `Stap ${n}: ${name}`,
    moved: (n: number, name: string) => `De groep is bij stap ${n}: ${name}.`,
    quiet: 'Stil schrijven',
    hiddenNow: 'De woorden van anderen zijn nog verborgen.',
    notNow: {
      quiet: 'Nu even ieder aan de eigen rand.',
      hidden: 'Deze woorden zijn nog verborgen.',
      taken: 'Iemand haalde dit van het kleed. Schrijf verder om het terug te leggen.',
      gone: 'Iemand haalde dit van het kleed. Met ongedaan maken haalt die het terug, met wat je schreef.',
      long: 'Zoveel tekst past hier niet. Plak het in delen.',
      full: 'Zoveel kan er niet op het tafelkleed. Haal eerst iets weg.',
      much: 'Dat is te veel in één keer. Er is niets veranderd.',
      picture: 'Een afbeelding kan niet op het kleed: daar liggen alleen woorden.',
      nothing: 'In wat je plakte staan geen woorden.',
      missing: 'Plakken lukte nog niet: daarvoor is even verbinding nodig. Probeer het zo weer.',
    },
    lostRewrites: (words: string, count: number) =>
      `Terwijl je geen verbinding had, haalde iemand ${count === 1 ? 'dit' : 'deze'} van het kleed: ${words}. Jij had er nog aan geschreven.`,
    closedPlaceholder: 'Gesloten: schrijven kan nu niet',
    putBack: 'Leg terug',
    heldWords: 'De tijd is om. Je woorden blijven hier staan tot de begeleider verdergaat.',
    heldPlaceholder: 'Even wachten op de begeleider…',
  },
  timer: {
    set: 'Zet de tijd',
    left: (time: string) => `Nog ${time}`,
    paused: (time: string) => `Pauze, nog ${time}`,
    over: 'De tijd is om',
  },
  follow: {
    title: 'Iedereen meenemen',
    come: 'Kom mee',
    comeHint: 'Breng ieders scherm naar wat jij ziet.',
    point: 'Kijk hier',
    pointHint: 'Tik op de plek waar iedereen moet kijken.',
  },
  said: {
    open: 'Zeg iets',
    openHint: 'Een paar woorden op ieders scherm.',
  },
  calm: {
    open: 'Leg rustig',
    openHint: 'Zoek plekken voor de schakels waar minder lijnen kruisen.',
  },
  guide: {
    question: (name: string) => `Hoe is ${name} er echt bij betrokken?`,
  },
};
