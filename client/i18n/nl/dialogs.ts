import { pluralsOf } from '../../../shared/text/plural.ts';

const count = pluralsOf('nl');

/** Texts of the dialogs: inviting, taking home, bringing in, and about. */
export const dialogsNl = {
  dialog: {
    cancel: 'Annuleer',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
    copyFailed: 'Kopiëren mocht niet van de browser. De tekst is voor je gekozen: kopieer met Ctrl+C.',
    working: 'Bezig…',
  },
  menu: {
    groups: { look: 'Kijken', keep: 'Bewaren', settings: 'Instellen' },
    takeHome: 'Meenemen',
    bringIn: 'Tafelkleed erbij leggen',
    shortcuts: 'Sneltoetsen',
    about: 'Over Tafelkleed',
    language: 'Taal',
    home: 'Naar het begin',
  },
  share: {
    onlyHere:
      'Dit adres werkt alleen op deze computer. Open Tafelkleed op het netwerkadres dat bij het starten getoond werd, en nodig vandaar uit.',
    title: 'Nodig anderen uit',
    code: 'Code om in te tikken',
    codeWhere: (address: string) => `op ${address}`,
    codeUntil: (time: string) => `Geldig tot ${time}`,
    codeBusy: 'De code komt eraan…',
    codeFailed: 'Een code maken lukt nu niet. De link werkt wel.',
    newCode: 'Nieuwe code',
    qr: 'Of scan',
    qrLabel: 'QR-code met de link voor deelnemers',
    participant: 'Link voor deelnemers',
    participantHint: 'Wie deze link heeft, kan meeschrijven.',
    viewer: 'Link voor het gedeelde scherm',
    viewerHint: 'Alleen kijken: voor de beamer of wie meeleest.',
    linkFailed: 'Deze link maken lukt nu niet.',
    viewOnly: 'Met deze link kun je alleen kijken; uitnodigen doet de begeleider of een deelnemer.',
    offline: 'Uitnodigen kan zodra er weer verbinding is.',
  },
  takeHome: {
    title: 'Neem het tafelkleed mee',
    picture: 'Als plaatje (PNG)',
    pictureHint: 'Het hele tafelkleed, met de uitleg van letters en lijnen.',
    sizes: {
      a3: { name: 'Afdruk op A3', hint: '300 dpi, het scherpst op papier' },
      s1: { name: 'Klein', hint: 'voor in een bericht' },
      s2: { name: 'Gewoon', hint: 'voor in een verslag' },
      s4: { name: 'Groot', hint: 'om in te zoomen' },
    },
    save: 'Bewaar plaatje',
    saving: 'Het plaatje wordt getekend…',
    reduced: (width: number, height: number) =>
      `Deze browser tekent niet groter dan ${width} × ${height} beeldpunten; zo groot is het plaatje nu.`,
    failed: 'Het plaatje maken lukte niet. Probeer een kleiner formaat.',
    momentsLeft: (n: number) =>
      count(n, { one: 'Eén moment paste er niet bij.', other: '{n} momenten pasten er niet bij.' }),
    saved: (name: string) => `Bewaard als ${name}.`,
    file: 'Als tafelkleedbestand',
    fileHint:
      'Met alle momenten, om te bewaren, te versturen of later op een ander tafelkleed te leggen. Links, de tijd en wie op welk apparaat zit gaan niet mee.',
    fileWaits: 'De woorden van anderen zijn nog verborgen. Zodra ze onthuld zijn, kun je het bestand bewaren.',
    saveFile: 'Bewaar bestand',
  },
  bringIn: {
    title: 'Leg een tafelkleed erbij',
    intro: 'Wat in het bestand staat, komt erbij. Er gaat niets weg van dit tafelkleed.',
    choose: 'Kies een bestand',
    drop: 'of sleep het hierheen',
    found: (title: string, items: number, ties: number) =>
      `“${title}”: ${count(items, { one: '{n} ding', other: '{n} dingen' })} en ${count(ties, { one: '{n} verbinding', other: '{n} verbindingen' })}.`,
    leftOut: (doubled: number, dangling: number) =>
      [
        doubled > 0
          ? count(doubled, { one: '{n} stond dubbel in het bestand', other: '{n} stonden dubbel in het bestand' })
          : '',
        dangling > 0 ? count(dangling, { one: '{n} verbinding hing los', other: '{n} verbindingen hingen los' }) : '',
      ]
        .filter(Boolean)
        .join('; '),
    leftOutNote: (what: string) => `${what}. Dat laten we weg.`,
    add: 'Leg erbij',
    done: (n: number) => count(n, { one: '{n} ding ligt erbij.', other: '{n} dingen liggen erbij.' }),
    nothing: 'Alles uit dit bestand lag er al.',
  },
  about: {
    title: 'Over Tafelkleed',
    what: 'Tafelkleed is een gedeeld digitaal papieren tafelkleed. Een groep legt een initiatief in het midden, schrijft aan de rand wat en wie erbij betrokken is, en zoekt samen de schakels die dat met het initiatief verbinden. Zo komt een netwerk in beeld om mee verder te gaan.',
    methodTitle: 'De methode',
    method:
      'De werkwijze is van Anne-Marie Poorthuis en staat beschreven in “De netwerklerende school” (LOOK, Open Universiteit).',
    privacyTitle: 'Van wie is wat je schrijft?',
    privacy:
      'Van jullie. Alleen wie een link of code heeft kan erbij, en er is geen account nodig. Dit apparaat bewaart een kopie, zodat je ook zonder verbinding verder kunt.',
    licencesTitle: 'Gemaakt met',
    licences:
      'Letters: Figtree en Shantell Sans (SIL Open Font License). Pictogrammen: Lucide (ISC). Vrije software van velen; alle licenties staan in één lijst.',
    licencesLink: 'Alle licenties',
  },
};
