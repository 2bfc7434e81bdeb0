/** Texts of the photo of a paper tablecloth that lies under the cloth. */
export const photoNl = {
  photo: {
    open: 'Foto eronder leggen',
    openHint: 'Van een papieren tafelkleed, om over te nemen',
    adjust: 'Foto eronder',
    title: 'Een foto onder het kleed',
    intro:
      'Maak een foto van jullie papieren tafelkleed, recht van boven. Hij komt onder dit kleed te liggen, zodat je woorden en lijnen kunt overnemen op de plek waar ze lagen. Iedereen hier ziet hem.',
    honest:
      'Waar en wanneer de foto gemaakt is, gaat er eerst af. De foto ligt naast het kleed, niet erin: hij gaat niet mee in bestanden en plaatjes, en verdwijnt met het kleed.',
    choose: 'Kies een foto',
    drop: 'of sleep hem hierheen',
    camera: 'Maak nu een foto',
    making: 'De foto wordt klaargemaakt…',
    sending: 'De foto gaat naar het kleed…',
    stopped: 'Gestopt; er is niets veranderd.',
    problems: {
      noPhoto: 'Dit is geen foto. Kies een JPEG, PNG of WebP.',
      tooLarge: (megabytes: number) =>
        `Deze foto is groter dan ${megabytes} MB. Kies een kleinere, of maak er een schermafbeelding van.`,
      tooManyPixels: (millions: number, most: number) =>
        `Deze foto heeft ${millions} miljoen beeldpunten; tot ${most} miljoen kan dit apparaat aan. Maak hem eerst kleiner.`,
      damaged: 'Deze foto is beschadigd of niet heel. Kies hem opnieuw, of maak een andere.',
      gone: 'Deze foto is er niet meer. Haal hem weg, en leg hem er zo nodig opnieuw onder.',
      away: 'De foto is nog niet binnen. Hij komt zodra er verbinding is.',
    },
    bar: 'De foto onder het kleed',
    help: 'Sleep de foto op zijn plek; met twee vingers draai je hem en maak je hem groter. Of met toetsen: pijltjes, + en −, [ en ].',
    isLocked: 'De foto ligt vast.',
    smaller: 'Foto kleiner',
    larger: 'Foto groter',
    turn: (degrees: number) => (degrees < 0 ? `${-degrees}° naar links draaien` : `${degrees}° naar rechts draaien`),
    dim: 'Hoe vaag',
    lock: 'Zet vast',
    unlock: 'Maak los',
    remove: 'Haal weg',
    removed: 'De foto is weggehaald',
    undo: 'Leg terug',
    done: 'Klaar',
    lies: (width: number, turn: number) =>
      `De foto is ${width} cm breed${turn === 0 ? '' : ` en ${Math.abs(turn)}° naar ${turn < 0 ? 'links' : 'rechts'} gedraaid`}`,
  },
};
