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
    lowBars: 'Knoppen onderaan',
    lowBarsHint: 'Voor een groot bord: alles is te pakken zonder te reiken.',
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
    preview: 'Zo komt het op papier',
    what: 'Wat',
    until: 'Tot',
    now: 'Nu',
    parts: {
      whole: 'Het hele tafelkleed',
      selection: (n: number) => count(n, { one: 'Wat je hebt gekozen', other: 'De {n} die je hebt gekozen' }),
      edges: 'Eén kant van de tafel',
      edge: (name: string) => `De kant van ${name}`,
      positions: 'Op positie bekeken',
      path: 'De achterkant: het pad',
      positionsTitle: 'Eén positie',
      position: (name: string) => `Wie ${name} is`,
      momentsTitle: 'Een bewaard moment',
      sinceTitle: 'Wat er veranderde',
      since: (name: string) => `Sinds “${name}”`,
    },
    paper: 'Papier',
    papers: { slide: 'Dia', own: 'Ware grootte' },
    tiles: 'PDF om aan elkaar te plakken',
    oneSheet: 'Eén vel',
    sheets: (n: number, paper: string) => count(n, { one: `{n} vel ${paper}`, other: `{n} vellen ${paper}` }),
    colours: 'Kleuren',
    colour: { paper: 'Zoals op tafel', white: 'Op wit', black: 'Zwart-wit' },
    names: 'Namen van mensen',
    naming: { full: 'Voluit', initials: 'Alleen voorletters', none: 'Geen namen' },
    besides: 'Wat erbij staat',
    show: {
      fill: 'Vul het hele blad',
      large: 'Grotere letters eromheen',
      legend: 'Uitleg van letters en lijnen',
      atTable: 'Wie er aan tafel zaten',
      date: 'De datum',
      marks: 'Hoe ver gesprekken zijn',
    },
    picture: 'Als plaatje',
    save: 'Bewaar plaatje',
    copyPicture: 'Kopieer plaatje',
    copiedPicture: 'Het plaatje is gekopieerd. Plak het waar je het nodig hebt.',
    copyPictureFailed: 'Deze browser liet kopiëren niet toe. Bewaar het plaatje; dat werkt wel.',
    share: 'Deel',
    shareNow: 'Deel nu',
    print: 'Druk af',
    saving: 'Het plaatje wordt getekend…',
    failed: 'Het plaatje maken lukte niet in deze browser. Een PDF lukt vaak wel: die maakt de server.',
    vectors: {
      pdf: { name: 'PDF', hint: 'Scherp op elk formaat, om te drukken of te sturen' },
      'svg-shapes': { name: 'SVG voor Word', hint: 'Ook voor PowerPoint en Inkscape' },
      svg: { name: 'SVG voor het web', hint: 'Met woorden die je kunt zoeken' },
    },
    vectorsOf: 'PDF en SVG kunnen niet van een keuze; wel van het hele kleed, een kant, een positie of een moment.',
    vectorsLack:
      'Op dit kleed staan letters die het lettertype niet heeft. In een PDF worden dat lege vakjes; een plaatje en een afdruk hebben ze wel.',
    vectorsWait: 'PDF en SVG kunnen zodra alles op de server bewaard is.',
    momentsLeft: (n: number) =>
      count(n, { one: 'Eén moment paste er niet bij.', other: '{n} momenten pasten er niet bij.' }),
    saved: (name: string) => `Bewaard als ${name}.`,
    words: 'Als woorden',
    stories: 'Ook de eigen verhalen',
    storiesHint: 'Die zijn van wie ze schreef: vraag het eerst.',
    data: 'Voor andere programma’s',
    forms: {
      html: { name: 'Verslag', hint: 'Met het plaatje, om te lezen of te drukken (HTML)' },
      md: { name: 'Verslag als platte tekst', hint: 'Om in een ander document te plakken (Markdown)' },
      'contacts-csv': { name: 'Contactlijst', hint: 'Wie met wie praat, en wanneer (CSV)' },
      ics: { name: 'In je agenda', hint: 'De gesprekken met een datum (iCalendar)' },
      xlsx: { name: 'Rekenblad', hint: 'Tabellen voor Excel en LibreOffice' },
      'xlsx-kumu': { name: 'Voor Kumu', hint: 'Elementen en verbindingen, om in Kumu te openen' },
      gexf: { name: 'Voor Gephi', hint: 'Het netwerk zoals het op tafel ligt (GEXF)' },
      graphml: { name: 'Netwerkbestand', hint: 'Voor wie met netwerken rekent (GraphML)' },
      'csv-nodes': { name: 'Lijst van alles', hint: 'Ingrediënten en schakels (CSV)' },
      'csv-edges': { name: 'Lijst van verbindingen', hint: 'Wat met wat verbonden is (CSV)' },
    },
    formFailed: 'Dit bestand maken lukte niet. Probeer het nog eens.',
    file: 'Om verder mee te werken',
    fileHint:
      'Met alle momenten, om te bewaren, te versturen of later op een ander tafelkleed te leggen. Links, de tijd en wie op welk apparaat zit gaan niet mee.',
    fileWaits: 'De woorden van anderen zijn nog verborgen. Zodra ze onthuld zijn, kun je het bestand bewaren.',
    saveFile: 'Bewaar tafelkleedbestand',
  },
  bringIn: {
    title: 'Leg een tafelkleed erbij',
    intro: 'Een tafelkleedbestand, of een lijst met woorden. Alles komt erbij; er gaat niets weg van dit tafelkleed.',
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
    withMoments: (n: number) => count(n, { one: 'Met één bewaard moment.', other: 'Met {n} bewaarde momenten.' }),
    paste: 'Of plak een lijst',
    pasteHint: 'Eén per regel, of een tabel uit een rekenblad',
    foundList: (ingredients: number, connectors: number) =>
      [
        ingredients > 0 ? count(ingredients, { one: '{n} ingrediënt', other: '{n} ingrediënten' }) : '',
        connectors > 0 ? count(connectors, { one: '{n} schakel', other: '{n} schakels' }) : '',
      ]
        .filter(Boolean)
        .join(' en ') || 'Niets om neer te leggen',
    andMore: (n: number) => `en nog ${n}`,
    theseAre: 'Dit zijn',
    kinds: { ingredient: 'ingrediënten', connector: 'schakels' },
    badRows: (n: number) => count(n, { one: 'Eén rij laten we weg:', other: '{n} rijen laten we weg:' }),
    badRow: {
      long: (row: number, words: string) => `rij ${row}: “${words}” is te lang`,
      kind: (row: number, words: string) => `rij ${row}: “${words}” is geen ingrediënt en geen schakel`,
    },
    tooMany: (n: number) => `Op een kleed past niet alles: de laatste ${n} laten we weg.`,
    emptyList: 'Hier staan geen woorden in.',
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
