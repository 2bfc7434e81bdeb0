import { pluralsOf } from '../../../shared/text/plural.ts';
import type { dialogsNl } from '../nl/dialogs.ts';

const count = pluralsOf('en');

/** English for the dialogs. */
export const dialogsEn: typeof dialogsNl = {
  dialog: {
    cancel: 'Cancel',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser did not allow copying. The text is selected for you: copy it with Ctrl+C.',
    working: 'Working…',
  },
  menu: {
    groups: { look: 'Look', keep: 'Keep', settings: 'Settings' },
    takeHome: 'Take home',
    bringIn: 'Add another tablecloth',
    shortcuts: 'Keyboard shortcuts',
    lowBars: 'Buttons at the lower edge',
    lowBarsHint: 'For a large board: nothing is out of reach.',
    about: 'About Tafelkleed',
    language: 'Language',
    home: 'To the start',
  },
  share: {
    onlyHere:
      'This address only works on this computer. Open Tafelkleed at the network address shown when it was started, and invite from there.',
    title: 'Invite others',
    code: 'Code to type',
    codeWhere: (address: string) => `at ${address}`,
    codeUntil: (time: string) => `Valid until ${time}`,
    codeBusy: 'The code is coming…',
    codeFailed: 'Making a code does not work now. The link does.',
    newCode: 'New code',
    qr: 'Or scan',
    qrLabel: 'QR code with the link for participants',
    participant: 'Link for participants',
    participantHint: 'Whoever has this link can write along.',
    viewer: 'Link for the shared screen',
    viewerHint: 'View only: for the projector, or for who reads along.',
    linkFailed: 'Making this link does not work now.',
    viewOnly: 'With this link you can only watch; the facilitator or a participant can invite.',
    offline: 'Inviting is possible once there is a connection again.',
  },
  takeHome: {
    title: 'Take the tablecloth home',
    preview: 'This is how it comes on paper',
    what: 'What',
    until: 'Up to',
    now: 'Now',
    parts: {
      whole: 'The whole tablecloth',
      selection: (n: number) => count(n, { one: 'What you have selected', other: 'The {n} you have selected' }),
      edges: 'One side of the table',
      edge: (name: string) => `The side of ${name}`,
      positions: 'Looked at by position',
      path: 'The back: the path',
      positionsTitle: 'One position',
      position: (name: string) => `Who is ${name}`,
      momentsTitle: 'A kept moment',
      sinceTitle: 'What has changed',
      since: (name: string) => `Since “${name}”`,
    },
    paper: 'Paper',
    papers: { slide: 'Slide', own: 'True size' },
    tiles: 'PDF to glue together',
    oneSheet: 'One sheet',
    sheets: (n, paper) => count(n, { one: `{n} sheet ${paper}`, other: `{n} sheets ${paper}` }),
    colours: 'Colours',
    colour: { paper: 'As on the table', white: 'On white', black: 'Black and white' },
    names: "People's names",
    naming: { full: 'In full', initials: 'Initials only', none: 'No names' },
    besides: 'What stands with it',
    show: {
      fill: 'Fill the whole sheet',
      large: 'Larger letters around it',
      legend: 'What letters and lines mean',
      atTable: 'Who sat at the table',
      date: 'The date',
      marks: 'How far talks have come',
    },
    picture: 'As a picture',
    save: 'Save picture',
    copyPicture: 'Copy picture',
    copiedPicture: 'The picture is copied. Paste it where you need it.',
    copyPictureFailed: 'This browser did not allow copying. Save the picture; that does work.',
    share: 'Share',
    shareNow: 'Share now',
    print: 'Print',
    saving: 'Drawing the picture…',
    reduced: (width: number, height: number) =>
      `This browser draws no larger than ${width} × ${height} pixels; that is the size of the picture now.`,
    failed: 'Making the picture did not work. Try a smaller size.',
    vectors: {
      pdf: { name: 'PDF', hint: 'Sharp at any size, to print or to send' },
      'svg-shapes': { name: 'SVG for Word', hint: 'For PowerPoint and Inkscape too' },
      svg: { name: 'SVG for the web', hint: 'With words that can be searched' },
    },
    vectorsOf: 'PDF and SVG cannot be had of a selection, but of the whole cloth, a side, a position or a moment.',
    vectorsLack:
      'There are letters on this cloth that its font does not have. In a PDF these are empty frames; a picture and a print have them.',
    vectorsWait: 'PDF and SVG can be had as soon as all is saved on the server.',
    momentsLeft: (n: number) =>
      count(n, { one: 'One moment did not go along.', other: '{n} moments did not go along.' }),
    saved: (name: string) => `Saved as ${name}.`,
    words: 'As words',
    stories: 'Own stories too',
    storiesHint: 'They belong to who wrote them: ask first.',
    data: 'For other programs',
    forms: {
      html: { name: 'Report', hint: 'With the picture, to read or to print (HTML)' },
      md: { name: 'Report as plain text', hint: 'To paste in another document (Markdown)' },
      'contacts-csv': { name: 'Contact list', hint: 'Who talks with whom, and when (CSV)' },
      ics: { name: 'In your calendar', hint: 'The talks that have a date (iCalendar)' },
      xlsx: { name: 'Spreadsheet', hint: 'Tables for Excel and LibreOffice' },
      'xlsx-kumu': { name: 'For Kumu', hint: 'Elements and connections, to open in Kumu' },
      gexf: { name: 'For Gephi', hint: 'The network as it lies on the table (GEXF)' },
      graphml: { name: 'Network file', hint: 'For who calculates with networks (GraphML)' },
      'csv-nodes': { name: 'List of everything', hint: 'Ingredients and connectors (CSV)' },
      'csv-edges': { name: 'List of ties', hint: 'What is tied to what (CSV)' },
    },
    formFailed: 'Making this file did not work. Try once more.',
    file: 'To work on with',
    fileHint:
      'With all moments, to keep, to send, or to lay on another tablecloth later. Links, the time and who sits at which device do not go along.',
    fileWaits: 'The words of others are still hidden. As soon as they are revealed, you can save the file.',
    saveFile: 'Save tablecloth file',
  },
  bringIn: {
    title: 'Add another tablecloth',
    intro: 'A tablecloth file, or a list of words. All of it is added; nothing goes away from this tablecloth.',
    choose: 'Choose a file',
    drop: 'or drag it here',
    found: (title: string, items: number, ties: number) =>
      `“${title}”: ${count(items, { one: '{n} thing', other: '{n} things' })} and ${count(ties, { one: '{n} tie', other: '{n} ties' })}.`,
    leftOut: (doubled: number, dangling: number) =>
      [
        doubled > 0 ? count(doubled, { one: '{n} was in the file twice', other: '{n} were in the file twice' }) : '',
        dangling > 0 ? count(dangling, { one: '{n} tie had a loose end', other: '{n} ties had a loose end' }) : '',
      ]
        .filter(Boolean)
        .join('; '),
    leftOutNote: (what: string) => `${what}. Those are left out.`,
    withMoments: (n: number) => count(n, { one: 'With one kept moment.', other: 'With {n} kept moments.' }),
    paste: 'Or paste a list',
    pasteHint: 'One on each line, or a table from a spreadsheet',
    foundList: (ingredients: number, connectors: number) =>
      [
        ingredients > 0 ? count(ingredients, { one: '{n} ingredient', other: '{n} ingredients' }) : '',
        connectors > 0 ? count(connectors, { one: '{n} connector', other: '{n} connectors' }) : '',
      ]
        .filter(Boolean)
        .join(' and ') || 'Nothing to lay',
    andMore: (n: number) => `and ${n} more`,
    theseAre: 'These are',
    kinds: { ingredient: 'ingredients', connector: 'connectors' },
    badRows: (n: number) => count(n, { one: 'One row is left out:', other: '{n} rows are left out:' }),
    badRow: {
      long: (row: number, words: string) => `row ${row}: “${words}” is too long`,
      kind: (row: number, words: string) => `row ${row}: “${words}” is neither an ingredient nor a connector`,
    },
    tooMany: (n: number) => `A cloth does not hold all of it: the last ${n} are left out.`,
    emptyList: 'There are no words in this.',
    add: 'Add it',
    done: (n: number) => count(n, { one: '{n} thing was added.', other: '{n} things were added.' }),
    nothing: 'Everything in this file was here already.',
  },
  about: {
    title: 'About Tafelkleed',
    what: 'Tafelkleed is a shared digital paper tablecloth. A group puts an initiative in the middle, writes at the edge what and who is involved, and looks together for the connectors that relate all that to the initiative. What comes out is a picture of a network to go on with.',
    methodTitle: 'The method',
    method:
      'The way of working is by Anne-Marie Poorthuis and is described in the Dutch book “De netwerklerende school” (LOOK, Open Universiteit).',
    privacyTitle: 'Whose is what you write?',
    privacy:
      'Yours. Only those with a link or code can get at it, and no account is needed. This device keeps a copy, so that you can go on without a connection.',
    licencesTitle: 'Made with',
    licences:
      'Type: Figtree and Shantell Sans (SIL Open Font License). Icons: Lucide (ISC). Free software by many; all licences are in one list.',
    licencesLink: 'All licences',
  },
};
