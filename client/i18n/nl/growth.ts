/** Texts of the film of how a cloth grew. */
export const growthNl = {
  growth: {
    title: 'Hoe het groeide',
    open: 'Bekijk hoe het groeide',
    openHint: 'Van het eerste woord tot nu, als film om te bekijken of te bewaren',
    kind: 'hoe-het-groeide',
    play: 'Speel af',
    pause: 'Pauze',
    back: 'Vorig beeld',
    next: 'Volgend beeld',
    time: 'Tijd in de film',
    length: (seconds: number) =>
      seconds < 60 ? `${seconds} sec.` : `${Math.floor(seconds / 60)} min. en ${seconds % 60} sec.`,
    speed: 'Snelheid',
    times: (n: number) => (n === 1 ? 'zo snel als het ging' : `${n} × zo snel`),
    begin: 'Nog zonder woorden',
    now: 'Zoals het nu is',
    moment: (name: string) => `Het moment “${name}”`,
    steps: { ingredient: 'Ingrediënten', connector: 'Schakels', tie: 'Verbindingen' },
    contacts: (n: number) => (n === 1 ? '1 contact erbij' : `${n} contacten erbij`),
    positions: (n: number) => (n === 1 ? '1 met een positie erbij' : `${n} met een positie erbij`),
    more: (n: number) => `en nog ${n}`,
    honest:
      'Elk woord komt in beeld toen het geschreven werd, op de plek waar het later lag. Letters, gesprekken en wat verschoof zie je vanaf een bewaard moment, of aan het eind. Lange pauzes zijn kort gemaakt. Wat van het kleed is gehaald, komt niet in beeld, behalve in een moment waarin het er nog lag.',
    asFile: 'Als bestand',
    forms: {
      mp4: { name: 'Filmpje (MP4)', hint: 'Speelt bijna overal' },
      webm: { name: 'Filmpje (WebM)', hint: 'Speelt in elke browser' },
      gif: { name: 'Bewegend plaatje (GIF)', hint: 'Voor in een bericht of een dia' },
    },
    making: 'De film wordt gemaakt…',
    stopped: 'Gestopt; er is niets bewaard.',
    failed: 'De film maken lukte in deze browser niet. Een plaatje bewaren kan wel, bij Meenemen.',
    failedVideo: 'De video maken lukte in deze browser niet. Probeer het bewegende plaatje.',
    tooLong: 'Deze film is langer dan tien minuten. Kies een hogere snelheid om hem te bewaren.',
    onlyGif: 'Deze browser kan hier geen video maken; een bewegend plaatje wel.',
  },
};
